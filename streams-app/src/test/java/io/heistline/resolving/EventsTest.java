package io.heistline.resolving;

import static io.heistline.model.Certainty.CONFIRMED;
import static io.heistline.model.Kind.BREACH;
import static io.heistline.resolving.Claims.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Certainty;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
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

  /** Bangladesh Bank, February 2016. */
  @Test
  void newsThatSaysNoDateTellsTheTheftWhoseSumItRepeats() {
    SortedMap<String, Incident> incidents =
        resolve(
            claim("1", "one", "2016-03-10").when("2016-02").lost(81),
            claim("2", "two", "2016-06-22").news(),
            claim("3", "three", "2017-04-12").news().lost(80),
            claim("4", "four", "2018-09-06").news().lost(81),
            claim("5", "five", "2018-09-06").recent());
    assertThat(incidents).containsOnlyKeys("acme-2016-02");
    assertThat(incidents.get("acme-2016-02").getPeriod().map(Period::getPrecision))
        .contains(Precision.MONTH);
  }

  @Test
  void newsOfAnotherSumIsAnotherTheft() {
    assertThat(
            resolve(
                claim("1", "one", "2016-03-10").when("2016-02").lost(81),
                claim("2", "two", "2016-06-22").news().lost(12)))
        .containsOnlyKeys("acme-2016-02", "acme-2016-06");
  }

  @Test
  void newsLongAfterwardsThatRepeatsNothingIsAnotherTheft() {
    assertThat(
            resolve(
                claim("1", "one", "2016-03-10").when("2016-02").lost(81),
                claim("2", "two", "2017-06-22").news()))
        .containsOnlyKeys("acme-2016-02", "acme-2017-06");
  }

  /** Mt. Gox: what the coins are worth by then does not matter. */
  @Test
  void newsThatRepeatsTheCoinsTellsTheSameTheft() {
    assertThat(
            resolve(
                claim("1", "one", "2014-03-01").when("2014-02").lostCoins(850_000),
                claim("2", "two", "2016-05-19").news().lostCoins(850_000)))
        .containsOnlyKeys("acme-2014-02");
  }

  @Test
  void mentionsWithoutDateThatContradictEachOtherWaitApart() {
    SortedMap<String, Incident> incidents =
        resolve(
            claim("1", "one", "2016-05-19").lost(500),
            claim("2", "two", "2016-05-19").lost(5),
            claim("3", "three", "2016-08-19").lost(6),
            claim("4", "four", "2016-09-19"));
    assertThat(incidents).containsOnlyKeys("acme-undated", "acme-undated-2");
    assertThat(incidents.get("acme-undated").getClaims()).isEqualTo(3);
  }

  @Test
  void whatKnowledgeDatesIsDatedByIt() {
    assertThat(
            resolve(
                claim("1", "one", "2016-05-19").news().lost(500).known("2014-02"),
                claim("2", "two", "2016-05-19").lost(473).known("2014-02"),
                claim("3", "two", "2014-03-19").when("2014-02-28").lost(473)))
        .containsOnlyKeys("acme-2014-02");
  }

  @Test
  void aDateThatSomebodyNamesStandsAgainstAnyNumberThatOnlyTellTheNews() {
    Claims[] claims = new Claims[10];
    for (int number = 0; number < claims.length; number++) {
      claims[number] = claim("n" + number, "publisher-" + number, "2022-04-14").news().lost(600);
    }
    assertThat(resolve(claims)).containsOnlyKeys("acme-2022-03");
    claims[0] = claim("1", "one", "2022-04-10").when("2022-04-02").lost(600);
    SortedMap<String, Incident> incidents = resolve(claims);
    assertThat(incidents).containsOnlyKeys("acme-2022-04");
    assertThat(incidents.get("acme-2022-04").getPeriod().map(Period::getFrom))
        .contains(LocalDate.parse("2022-04-02"));
  }

  /** A hospital's ransom of 2016, told again under the date of a new page. */
  @Test
  void oneWhoDatesOtherwiseWhatManyTellToTheDollarTellsIt() {
    assertThat(
            resolve(
                claim("1", "one", "2016-02-18").when("2016-02").lost(17),
                claim("2", "two", "2016-02-20").when("2016-02-05").lost(17),
                claim("3", "three", "2018-02-18").when("2018-02-05").lost(17)))
        .containsOnlyKeys("acme-2016-02");
  }

  /** Cream Finance lost 37 and 34 million in one year: not the same sum. */
  @Test
  void sumsThatAreOnlyAlikeAreTwoThefts() {
    assertThat(
            resolve(
                claim("1", "one", "2021-02-14").when("2021-02-13").lost(37),
                claim("2", "two", "2021-02-14").when("2021-02-13").lost(37),
                claim("3", "one", "2021-08-31").news().lost(34)))
        .containsOnlyKeys("acme-2021-02", "acme-2021-08");
  }

  /** Formspring: who was charged years later had robbed it once. */
  @Test
  void theSameActorInTheSameYearIsTheSameTheftWhereNobodyNamesTheDay() {
    Claims first = claim("1", "one", "2012-07-15").when("2012-07").actor("person", CONFIRMED);
    Claims charged = claim("2", "one", "2017-05-15").when("2012-03").actor("person", CONFIRMED);
    assertThat(resolve(first, charged)).hasSize(1);
    Claims then = claim("4", "one", "2012-07-15").when("2012-07-13").actor("person", CONFIRMED);
    Claims again = claim("3", "one", "2012-09-15").when("2012-03-13").actor("person", CONFIRMED);
    assertThat(resolve(then, again)).hasSize(2);
  }

  @Test
  void asManyRecordsAreTheSameBreachAndManyTimesAsManyAnother() {
    Claims first =
        claim("1", "one", "2017-09-08").kind(BREACH).when("2017-05").records(143_000_000);
    assertThat(
            resolve(
                first, claim("2", "two", "2018-03-01").kind(BREACH).news().records(147_900_000)))
        .containsOnlyKeys("acme-2017-05");
    assertThat(
            resolve(first, claim("2", "two", "2017-09-20").kind(BREACH).news().records(3_000_000)))
        .containsOnlyKeys("acme-2017-05", "acme-2017-09");
  }

  @Test
  void twoTheftsTenDaysApartAreTwoIfTheirSumsDiffer() {
    Claims first = claim("1", "one", "2020-02-15").when("2020-02-14").lost(5);
    Claims second = claim("2", "two", "2020-02-25").when("2020-02-24").lost(12);
    assertThat(resolve(first, second)).containsOnlyKeys("acme-2020-02", "acme-2020-02-2");
    assertThat(resolve(first, second, claim("3", "three", "2020-02-26").news().lost(12)))
        .containsOnlyKeys("acme-2020-02", "acme-2020-02-2");
  }

  @Test
  void twoDatesTenDaysApartAreOneTheftIfTheSumsAreAlikeOrNotTold() {
    Claims first = claim("1", "one", "2020-02-15").when("2020-02-14").lost(5);
    assertThat(resolve(first, claim("2", "two", "2020-02-25").when("2020-02-24").lost(6)))
        .hasSize(1);
    assertThat(resolve(first, claim("2", "two", "2020-02-25").when("2020-02-24"))).hasSize(1);
    assertThat(resolve(first, claim("2", "two", "2020-02-25").when("2020-02").lost(12))).hasSize(1);
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
