package io.heistline.resolving;

import static io.heistline.resolving.Claims.claim;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private static final long MILLION = 100_000_000L;

  private static final Set<Precision> NARROW = Set.of(Precision.DAY, Precision.MONTH);

  private static SortedMap<String, Incident> resolve(Claims... claims) {
    return TestFile.of(Arrays.stream(claims).map(Claims::build).toList()).incidents();
  }

  private static SortedMap<String, Incident> resolveAll(List<LinkedClaim> claims) {
    return TestFile.of(claims).incidents();
  }

  private static Incident only(SortedMap<String, Incident> incidents) {
    assertThat(incidents).hasSize(1);
    return incidents.get(incidents.firstKey());
  }

  @Test
  void reportsOfOneMonthAreOneIncidentNamedByVictimAndMonth() {
    SortedMap<String, Incident> incidents =
        resolve(
            claim("1", "one", "2016-06-17").when("2016-06-17").lost(50),
            claim("2", "two", "2016-06-18").when("2016-06").lost(60),
            claim("3", "three", "2016-07-20").when("2016-06").lost(53));
    assertThat(incidents).containsOnlyKeys("acme-2016-06");
    assertThat(only(incidents).getPeriod().orElseThrow().getFrom())
        .isEqualTo(LocalDate.parse("2016-06-17"));
  }

  @Test
  void robberiesMonthsApartAreSeveralIncidents() {
    assertThat(
            resolve(
                claim("1", "one", "2021-02-14").when("2021-02").lost(37),
                claim("2", "one", "2021-08-31").when("2021-08").lost(19),
                claim("3", "one", "2021-10-27").when("2021-10").lost(130)))
        .containsOnlyKeys("acme-2021-02", "acme-2021-08", "acme-2021-10");
  }

  @Test
  void aMentionByYearJoinsTheIncidentOfThatYearWhoseFigureItFits() {
    SortedMap<String, Incident> incidents =
        resolve(
            claim("1", "one", "2021-02-14").when("2021-02").lost(37),
            claim("2", "one", "2021-10-27").when("2021-10").lost(130),
            claim("3", "two", "2022-05-01").when("2021").lost(130));
    assertThat(incidents).containsOnlyKeys("acme-2021-02", "acme-2021-10");
    assertThat(incidents.get("acme-2021-10").getClaims()).isEqualTo(2);
  }

  @Test
  void aMentionWithoutDateJoinsTheIncidentThatFitsAndWaitsApartWhenNoneDoes() {
    SortedMap<String, Incident> incidents =
        resolve(
            claim("1", "one", "2021-02-14").when("2021-02").lost(37),
            claim("2", "one", "2021-10-27").when("2021-10").lost(130),
            claim("3", "two", "2022-05-01").lost(36),
            claim("4", "two", "2022-05-01").lost(5000));
    assertThat(incidents).containsOnlyKeys("acme-2021-02", "acme-2021-10", "acme-undated");
    assertThat(incidents.get("acme-2021-02").getClaims()).isEqualTo(2);
    assertThat(incidents.get("acme-undated").getLoss().map(Loss::getBestUsdCents))
        .contains(5000 * MILLION);
  }

  @Test
  void aMentionWithoutDateCannotMeanWhatHappenedAfterItWasPublished() {
    assertThat(
            resolve(
                claim("1", "one", "2021-10-27").when("2021-10").lost(130),
                claim("2", "two", "2019-05-01").lost(130)))
        .containsOnlyKeys("acme-2021-10", "acme-undated");
  }

  @Test
  void theFigureOfMostPublishersIsBestHoweverOftenOneRepeatsAnother() {
    Incident incident =
        only(
            resolve(
                claim("1", "one", "2022-03-29").when("2022-03").lost(615),
                claim("2", "one", "2022-03-30").when("2022-03").lost(615),
                claim("3", "one", "2022-03-31").when("2022-03").lost(615),
                claim("4", "two", "2022-03-29").when("2022-03").lost(625),
                claim("5", "three", "2022-03-29").when("2022-03").lost(625)));
    Loss loss = incident.getLoss().orElseThrow();
    assertThat(loss.getLowUsdCents()).isEqualTo(615 * MILLION);
    assertThat(loss.getBestUsdCents()).isEqualTo(625 * MILLION);
    assertThat(loss.getHighUsdCents()).isEqualTo(625 * MILLION);
    assertThat(loss.getReason()).contains("$625,000,000").contains("2 of 3 independent publishers");
    assertThat(incident.getArticles()).isEqualTo(5);
    assertThat(incident.getPublishers()).isEqualTo(3);
  }

  @Test
  void threeZerosTooManyAreNoBound() {
    Loss loss =
        only(resolve(
                claim("1", "one", "2022-03-29").when("2022-03").lost(625),
                claim("2", "two", "2022-03-29").when("2022-03").lost(625),
                claim("3", "three", "2022-03-30").when("2022-03").lost(625_000)))
            .getLoss()
            .orElseThrow();
    assertThat(loss.getHighUsdCents()).isEqualTo(625 * MILLION);
  }

  @Test
  void aFigureInDollarsBeatsAnyNumberThatWereWorkedOut() {
    Loss loss =
        only(resolve(
                claim("1", "one", "2022-03-29").when("2022-03").lostInBitcoin(900),
                claim("2", "two", "2022-03-30").when("2022-03").lostInBitcoin(900),
                claim("3", "three", "2022-03-29").when("2022-03").lost(625)))
            .getLoss()
            .orElseThrow();
    assertThat(loss.getValued()).isFalse();
    assertThat(loss.getLowUsdCents()).isEqualTo(625 * MILLION);
    assertThat(loss.getBestUsdCents()).isEqualTo(625 * MILLION);
    assertThat(loss.getHighUsdCents()).isEqualTo(625 * MILLION);
  }

  @Test
  void aFigureInDollarsBeatsAWorkedOutOneInTheSameClaim() {
    assertThat(
            only(resolve(
                    claim("1", "one", "2022-03-29").when("2022-03").lostInBitcoin(900).lost(625)))
                .getLoss()
                .map(Loss::getBestUsdCents))
        .contains(625 * MILLION);
  }

  @Test
  void whereNobodyStatesDollarsTheWorkedOutFigureCountsAndSaysSo() {
    Incident incident =
        only(
            resolve(
                claim("1", "one", "2022-03-29").when("2022-03").lostInBitcoin(900),
                claim("2", "two", "2022-03-30").when("2022-03").recoveredInBitcoin(30)));
    Loss loss = incident.getLoss().orElseThrow();
    assertThat(loss.getValued()).isTrue();
    assertThat(loss.getBestUsdCents()).isEqualTo(900 * MILLION);
    assertThat(loss.getReason())
        .contains("$900,000,000", "at the month's rate", "1 of 1 publisher");
    assertThat(incident.getRecoveredUsdCents()).contains(30 * MILLION);
    assertThat(incident.getRecoveredValued()).isTrue();
  }

  @Test
  void aWorkedOutFigureDoesNotDecideWhichEventIsMeant() {
    assertThat(
            resolve(
                claim("1", "one", "2021-02-14").when("2021-02").lost(37),
                claim("2", "two", "2022-05-01").when("2021").lostInBitcoin(900)))
        .containsOnlyKeys("acme-2021-02");
  }

  @Test
  void anIncidentWithoutAnyFigureHasNoLoss() {
    Incident incident = only(resolve(claim("1", "one", "2022-12-23")));
    assertThat(incident.getId()).isEqualTo("acme-undated");
    assertThat(incident.getLoss()).isEmpty();
    assertThat(incident.getPeriod()).isEmpty();
  }

  @Test
  void theLaterOfTwoRecoveriesCounts() {
    assertThat(
            only(resolve(
                    claim("1", "one", "2021-08-11").when("2021-08").lost(610).recovered(260),
                    claim("2", "two", "2021-08-23").when("2021-08").lost(610).recovered(577)))
                .getRecoveredUsdCents())
        .contains(577 * MILLION);
  }

  @Test
  void aGroupStandsForItsStateAndTheSurestAttributionCounts() {
    List<LinkedActor> actors =
        only(resolve(
                claim("1", "one", "2022-03-29")
                    .when("2022-03")
                    .actor("north-korea", Certainty.CONFIRMED),
                claim("2", "two", "2022-04-14")
                    .when("2022-03")
                    .actor("lazarus-group", Certainty.SUSPECTED, "north-korea"),
                claim("3", "three", "2022-04-15")
                    .when("2022-03")
                    .actor("lazarus-group", Certainty.CONFIRMED, "north-korea")))
            .getActors();
    assertThat(actors).extracting(LinkedActor::getId).containsExactly("lazarus-group");
    assertThat(actors.get(0).getCertainty()).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void theKindOfMostPublishersCounts() {
    assertThat(
            only(resolve(
                    claim("1", "one", "2022-03-29").when("2022-03").kind(Kind.BREACH),
                    claim("2", "two", "2022-03-29").when("2022-03").kind(Kind.THEFT),
                    claim("3", "three", "2022-03-29").when("2022-03").kind(Kind.THEFT)))
                .getKind())
        .isEqualTo(Kind.THEFT);
  }

  @Test
  void eventsOfOneYearThatNobodyDatesMoreNarrowlyGetNumbers() {
    SortedMap<String, Incident> incidents =
        resolveAll(
            List.of(
                range(claim("1", "one", "2020-01-01").lost(5), "2019-01-01", "2019-04-30"),
                range(claim("2", "one", "2020-01-01").lost(9), "2019-07-01", "2019-11-30")));
    assertThat(incidents).containsOnlyKeys("acme-2019", "acme-2019-2");
  }

  private static LinkedClaim range(Claims claims, String from, String to) {
    LinkedClaim linked = claims.build();
    return LinkedClaim.newBuilder(linked)
        .setClaim(
            Claim.newBuilder(linked.getClaim())
                .setPeriod(new Period(LocalDate.parse(from), LocalDate.parse(to), Precision.RANGE))
                .build())
        .build();
  }

  @Property
  void orderAndRepetitionMakeNoDifference(
      @ForAll("claims") List<LinkedClaim> claims, @ForAll Random random) {
    List<LinkedClaim> disorder = new ArrayList<>(claims);
    Collections.shuffle(disorder, random);
    assertThat(resolveAll(disorder)).isEqualTo(resolveAll(claims));
  }

  @Property
  void whatWasAddedAndTakenBackHasNeverBeen(
      @ForAll("claims") List<LinkedClaim> claims,
      @ForAll("claims") List<LinkedClaim> others,
      @ForAll Random random) {
    TestFile eventful = TestFile.of(others);
    List<LinkedClaim> disorder = new ArrayList<>(claims);
    Collections.shuffle(disorder, random);
    disorder.forEach(eventful::add);
    for (LinkedClaim other : others) {
      boolean kept =
          claims.stream()
              .anyMatch(claim -> claim.getClaim().getId().equals(other.getClaim().getId()));
      if (!kept) {
        eventful.remove(other.getClaim().getId());
      }
    }
    TestFile clean = TestFile.of(claims);
    assertThat(eventful.content()).isEqualTo(clean.content());
    assertThat(eventful.incidents()).isEqualTo(clean.incidents());
  }

  @Property
  void everyClaimEndsInExactlyOneIncident(@ForAll("claims") List<LinkedClaim> claims) {
    assertThat(resolveAll(claims).values().stream().mapToInt(Incident::getClaims).sum())
        .isEqualTo(claims.size());
  }

  @Property
  void bestLiesBetweenLowAndHigh(@ForAll("claims") List<LinkedClaim> claims) {
    for (Incident incident : resolveAll(claims).values()) {
      incident
          .getLoss()
          .ifPresent(
              loss ->
                  assertThat(loss.getBestUsdCents())
                      .isBetween(loss.getLowUsdCents(), loss.getHighUsdCents()));
    }
  }

  /** Whatever only tells the news, an incident that somebody dates keeps one of those dates. */
  @Property
  void newsMovesNoDate(@ForAll("claims") List<LinkedClaim> claims) {
    Map<String, Claim> byId =
        claims.stream().map(LinkedClaim::getClaim).collect(toMap(Claim::getId, claim -> claim));
    for (Incident incident : resolveAll(claims).values()) {
      Set<Period> told =
          incident.getSources().stream()
              .flatMap(source -> byId.get(source.getClaimId()).getPeriod().stream())
              .filter(period -> NARROW.contains(period.getPrecision()))
              .collect(toSet());
      if (!told.isEmpty() && incident.getClaims() <= Resolver.MOST_SOURCES) {
        assertThat(told).contains(incident.getPeriod().orElseThrow());
      }
    }
  }

  @Property
  void twoTheftsAreTwoIfDaysAndSumsAreFarApart(
      @ForAll @IntRange(min = 1, max = 29) int days,
      @ForAll @IntRange(min = 1, max = 1000) int sum,
      @ForAll @IntRange(min = 1, max = 1000) int other) {
    LocalDate day = LocalDate.parse("2021-01-01");
    String second = day.plusDays(days).toString();
    boolean two =
        days >= Events.ANOTHER_DAYS
            && Math.max(sum, other) > Events.ANOTHER_FACTOR * Math.min(sum, other);
    assertThat(
            resolve(
                claim("1", "one", "2021-03-01").when(day.toString()).lost(sum),
                claim("2", "two", "2021-03-01").when(second).lost(other)))
        .hasSize(two ? 2 : 1);
  }

  @Provide
  Arbitrary<List<LinkedClaim>> claims() {
    Arbitrary<String> day =
        Arbitraries.of("2020-02-14", "2021-03-05", "2021-11-01", "2022-06-30", "2023-01-01");
    Arbitrary<String> when =
        Arbitraries.of(
            "",
            "news",
            "recent",
            "2021",
            "2022",
            "2020-02",
            "2021-03",
            "2021-03-04",
            "2021-03-17",
            "2021-04",
            "2021-10-31");
    return Combinators.combine(
            Arbitraries.strings().withCharRange('a', 'f').ofLength(2),
            Arbitraries.of("one", "two", "three", "four"),
            day,
            when,
            Arbitraries.of(0L, 5L, 6L, 50L, 60L, 5000L),
            Arbitraries.of("", "crew", "state"))
        .as(ResolverTest::generated)
        .list()
        .uniqueElements(claim -> claim.getClaim().getId())
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  private static LinkedClaim generated(
      String id, String publisher, String day, String when, long millions, String actor) {
    Claims claim = claim(id, publisher, day).article("article-" + id.charAt(0));
    switch (when) {
      case "" -> claim.records(millions);
      case "news" -> claim.news();
      case "recent" -> claim.recent();
      default -> claim.when(when);
    }
    if (millions > 0) {
      claim.lost(millions);
    }
    if (!actor.isEmpty()) {
      claim.actor(actor, Certainty.SUSPECTED);
    }
    return claim.build();
  }

  @Test
  void aVictimWithoutAnEntryIsCalledWhatMostPublishersCallIt() {
    assertThat(
            only(resolve(
                    claim("1", "one", "2022-03-29").victim("acme-bank", "ACME Bank"),
                    claim("2", "two", "2022-03-29").victim("acme-bank", "Acme Bank"),
                    claim("3", "three", "2022-03-29").victim("acme-bank", "Acme Bank")))
                .getVictim())
        .isEqualTo(new EntityRef("acme-bank", "Acme Bank"));
  }
}
