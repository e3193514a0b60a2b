package io.heistline.resolving;

import static io.heistline.resolving.Claims.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Certainty;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import java.util.Arrays;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which statements are about one event: after cases from the news. */
class EventsTest {
  private static SortedMap<String, Incident> resolve(Claims... claims) {
    return TestFile.of(Arrays.stream(claims).map(Claims::build).toList()).incidents();
  }

  /** The DAO, June 2016. */
  @Test
  void oneTheftWithFiveFiguresIsOneIncident() {
    SortedMap<String, Incident> incidents =
        resolve(
            claim("1", "one", "2016-06-17").when("2016-06-17").lost(50),
            claim("2", "two", "2016-06-17").when("2016-06-17").lost(53),
            claim("3", "three", "2016-06-18").when("2016-06").lost(60),
            claim("4", "four", "2016-06-20").when("2016-06-17").lost(79),
            claim("5", "five", "2016-06-18").when("2016-06-17").lostInBitcoin(53),
            claim("6", "six", "2016-08-01").when("2016-07-26").kind(Kind.BREACH),
            claim("7", "one", "2016-08-20").when("2016-08-06").lost(50));
    assertThat(incidents).containsOnlyKeys("acme-2016-06");
    assertThat(incidents.get("acme-2016-06").getKind()).isEqualTo(Kind.THEFT);
  }

  /** Cream Finance. */
  @Test
  void threeTheftsOfOneYearStayThreeWithMentionsInBetween() {
    assertThat(
            resolve(
                claim("1", "one", "2021-02-14").when("2021-02-13").lost(37),
                claim("2", "two", "2021-02-14").when("2021-02").lost(38),
                claim("3", "one", "2021-08-31").when("2021-08-30").lost(19),
                claim("4", "two", "2021-08-31").when("2021-08-30").lost(25),
                claim("5", "two", "2021-09-20").when("2021-09").lost(19),
                claim("6", "one", "2021-10-27").when("2021-10-27").lost(130),
                claim("7", "two", "2021-10-28").when("2021-10-27").lost(130),
                claim("8", "three", "2021-12-30").when("2021").lost(130)))
        .containsOnlyKeys("acme-2021-02", "acme-2021-08", "acme-2021-10");
  }

  /** Bithumb. */
  @Test
  void aTheftAYearStaysOneAYear() {
    assertThat(
            resolve(
                claim("1", "one", "2017-07-05").when("2017-06").lost(1),
                claim("2", "one", "2018-06-20").when("2018-06-20").lost(31),
                claim("3", "one", "2019-03-30").when("2019-03-29").lost(19),
                claim("4", "two", "2019-04-02").when("2018").lost(30),
                claim("5", "two", "2019-04-02").lost(20)))
        .containsOnlyKeys("acme-2017-06", "acme-2018-06", "acme-2019-03");
  }

  /** Radiant Capital. */
  @Test
  void anotherSumInAnotherMonthIsAnotherTheft() {
    assertThat(
            resolve(
                claim("1", "one", "2024-01-03").when("2024-01-02").lost(4),
                claim("2", "one", "2024-10-17").when("2024-10-16").lost(50),
                claim("3", "two", "2024-12-09").when("2024-10").lost(50)))
        .containsOnlyKeys("acme-2024-01", "acme-2024-10");
  }

  @Test
  void aFollowUpOfOthersIsNotTakenForTheSameTheft() {
    assertThat(
            resolve(
                claim("1", "one", "2021-02-14").when("2021-02-13").lost(37),
                claim("2", "two", "2021-02-14").when("2021-02-13").lost(37),
                claim("3", "one", "2021-05-20").when("2021-05-19").lost(90)))
        .containsOnlyKeys("acme-2021-02", "acme-2021-05");
  }

  @Test
  void aMentionWithoutDateGoesByTheActorWhereTheSumSaysNothing() {
    SortedMap<String, Incident> incidents =
        resolve(
            claim("1", "one", "2021-02-14").when("2021-02").actor("crew", Certainty.CONFIRMED),
            claim("2", "one", "2021-10-27").when("2021-10").actor("gang", Certainty.CONFIRMED),
            claim("3", "two", "2022-05-01").actor("crew", Certainty.CONFIRMED));
    assertThat(incidents.get("acme-2021-02").getClaims()).isEqualTo(2);
  }

  @Test
  void aLaterAttributionNamesTheActorAndALaterDenialTakesItBack() {
    Claims blamed =
        claim("2", "two", "2022-04-14").when("2022-03").actor("crew", Certainty.CONFIRMED);
    Claims cleared =
        claim("3", "three", "2022-05-01").when("2022-03").actor("crew", Certainty.DENIED);
    Claims first = claim("1", "one", "2022-03-29").when("2022-03").lost(5);
    assertThat(certainty(first)).isNull();
    assertThat(certainty(first, blamed)).isEqualTo(Certainty.CONFIRMED);
    assertThat(certainty(first, blamed, cleared)).isEqualTo(Certainty.DENIED);
    assertThat(
            certainty(
                first,
                blamed,
                claim("4", "four", "2022-04-20").when("2022-03").actor("crew", Certainty.SUSPECTED),
                cleared))
        .isEqualTo(Certainty.CONFIRMED);
  }

  private static @Nullable Certainty certainty(Claims... claims) {
    return resolve(claims).get("acme-2022-03").getActors().stream()
        .map(LinkedActor::getCertainty)
        .findFirst()
        .orElse(null);
  }
}
