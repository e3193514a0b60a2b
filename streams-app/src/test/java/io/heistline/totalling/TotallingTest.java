package io.heistline.totalling;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorFile;
import io.heistline.model.ActorTotals;
import io.heistline.model.Certainty;
import io.heistline.model.Contribution;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.IncidentRef;
import io.heistline.model.IncidentShare;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.ReportShare;
import io.heistline.model.Reported;
import io.heistline.model.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TotallingTest {
  private static final EntityRef STATE = new EntityRef("north-korea", "North Korea");
  private static final EntityRef GROUP = new EntityRef("lazarus-group", "Lazarus Group");

  private static LinkedActor actor(String id, Certainty certainty, EntityRef... lineage) {
    return LinkedActor.newBuilder()
        .setId(id)
        .setName(id)
        .setSponsor(lineage.length == 0 ? null : lineage[lineage.length - 1].getId())
        .setLineage(List.of(lineage))
        .setCertainty(certainty)
        .build();
  }

  private static Incident incident(LinkedActor... actors) {
    return Incident.newBuilder()
        .setId("acme-2022-03")
        .setVictim(new EntityRef("acme", "Acme"))
        .setKind(Kind.THEFT)
        .setActors(List.of(actors))
        .setLoss(new Loss(600L, 625L, 700L, "because", false))
        .setPeriod(
            new Period(
                LocalDate.parse("2022-03-01"), LocalDate.parse("2022-03-31"), Precision.MONTH))
        .setClaims(1)
        .setArticles(1)
        .setPublishers(1)
        .build();
  }

  @Test
  void everyoneAboveAnActorHasAShareOfItsIncidentOnce() {
    LinkedActor unit = actor("bluenoroff", Certainty.CONFIRMED, GROUP, STATE);
    LinkedActor other = actor("andariel", Certainty.SUSPECTED, GROUP, STATE);
    assertThat(Shares.of(incident(unit, other)))
        .containsOnlyKeys(
            "bluenoroff/acme-2022-03",
            "andariel/acme-2022-03",
            "lazarus-group/acme-2022-03",
            "north-korea/acme-2022-03");
  }

  @Test
  void aDeniedActorHasNoShareAndAnIncidentOfNobodyIsUnattributed() {
    assertThat(Shares.of(incident())).containsOnlyKeys("unattributed/acme-2022-03");
    assertThat(Shares.of(incident(actor("crew", Certainty.DENIED))))
        .containsOnlyKeys("unattributed/acme-2022-03");
  }

  @Test
  void aSponsorHasTheSurestCertaintyThatLeadsToIt() {
    LinkedActor unit = actor("bluenoroff", Certainty.SUSPECTED, GROUP, STATE);
    LinkedActor other = actor("andariel", Certainty.CONFIRMED, STATE);
    SortedMap<String, Contribution> shares = Shares.of(incident(unit, other));
    assertThat(certainty(shares, "lazarus-group")).contains(Certainty.SUSPECTED);
    assertThat(certainty(shares, "north-korea")).contains(Certainty.CONFIRMED);
    assertThat(certainty(Shares.of(incident()), "unattributed")).isEmpty();
  }

  private static Optional<Certainty> certainty(
      SortedMap<String, Contribution> shares, String actor) {
    return ((IncidentShare) shares.get(actor + "/acme-2022-03").getShare()).getCertainty();
  }

  @Test
  void theBestFigureCountsInEveryBreakdown() {
    LinkedActor crew = actor("crew", Certainty.SUSPECTED);
    ActorTotals totals = totals(Shares.of(incident(crew)).get("crew/acme-2022-03"));
    assertThat(totals.getIncidents()).isEqualTo(1);
    assertThat(totals.getLossUsdCents()).isEqualTo(625);
    assertThat(totals.getLossByYear()).isEqualTo(Map.of("2022", 625L));
    assertThat(totals.getIncidentsByYear()).isEqualTo(Map.of("2022", 1));
    assertThat(totals.getLossByKind()).isEqualTo(Map.of("THEFT", 625L));
    assertThat(totals.getIncidentsByKind()).isEqualTo(Map.of("THEFT", 1));
    assertThat(totals.getByCertainty()).isEqualTo(Map.of("SUSPECTED", new Tally(1, 625L)));
  }

  @Test
  void anIncidentWithoutFigureOrDateCountsAndAddsNothing() {
    ActorTotals totals = totals(share("2022-03-01", 5L, null), share(null, null, null));
    assertThat(totals.getIncidents()).isEqualTo(2);
    assertThat(totals.getLossUsdCents()).isEqualTo(5);
    assertThat(totals.getIncidentsByYear()).isEqualTo(Map.of("2022", 1, "unknown", 1));
    assertThat(totals.getLossByYear()).isEqualTo(Map.of("2022", 5L));
  }

  @Test
  void whatCameBackBeyondTheLossMakesUpForNoOtherLoss() {
    ActorTotals totals =
        totals(
            share("2016-08-01", 72L, 3600L),
            share("2021-08-01", 610L, 577L),
            share("2022-01-01", null, 8L));
    assertThat(totals.getRecoveredUsdCents()).isEqualTo(4185);
    assertThat(totals.getNetUsdCents()).contains(33L);
  }

  @Test
  void aReportStandsBesideTheLossOfTheMonthsThatItsPeriodTouches() {
    Map<String, Tally> months =
        ActorFiles.add(
                add(
                    share("2021-12-31", 1L, null),
                    share("2022-01-01", 20L, null),
                    share("2022-06-30", 300L, null),
                    share("2022-07-01", 4000L, null)),
                share(null, 50_000L, null))
            .getMonths();
    assertThat(loss(months, "2022-01-01", "2022-06-30")).isEqualTo(320);
    assertThat(loss(months, "2022-01-15", "2022-07-01")).isEqualTo(4320);
    assertThat(loss(months, "2022-02-01", "2022-05-31")).isZero();
    assertThat(loss(months, "2022-01-01", null)).isEqualTo(4320);
    assertThat(loss(months, null, "2022-01-31")).isEqualTo(21);
    assertThat(loss(months, null, null)).isEqualTo(54_321);
  }

  private static long loss(Map<String, Tally> months, String from, String to) {
    return Months.loss(
        months,
        Optional.ofNullable(from).map(LocalDate::parse),
        Optional.ofNullable(to).map(LocalDate::parse));
  }

  @Test
  void keysOfLandmarksSortBySizeAndByDate() {
    List<String> keys =
        Stream.of(
                new IncidentRef("b", "B", LocalDate.parse("2022-03-01"), 7L),
                new IncidentRef("a", "A", LocalDate.parse("2022-03-01"), 7L),
                new IncidentRef("c", "C", LocalDate.parse("2016-03-01"), 1_000_000_000_000L),
                new IncidentRef("d", "D", null, null))
            .flatMap(incident -> Landmarks.keys(incident).stream())
            .sorted()
            .map(key -> key.replaceAll("/.*/", " "))
            .toList();
    assertThat(keys).containsExactly("date c", "date a", "date b", "size c", "size a", "size b");
  }

  private static ActorTotals totals(Contribution... shares) {
    return Totals.of(
        STATE,
        Optional.empty(),
        add(shares),
        new Landmarks(Optional.empty(), Optional.empty(), Optional.empty()),
        List.of());
  }

  private static ActorFile add(Contribution... shares) {
    ActorFile file = ActorFiles.empty();
    for (Contribution share : shares) {
      file = ActorFiles.add(file, share);
    }
    return file;
  }

  private static Contribution share(String from, Long loss, Long recovered) {
    LocalDate day = from == null ? null : LocalDate.parse(from);
    return new Contribution(
        IncidentShare.newBuilder()
            .setActor(STATE)
            .setKind(Kind.THEFT)
            .setIncident(new IncidentRef("acme", "Acme", day, loss))
            .setRecoveredUsdCents(recovered)
            .build());
  }

  @Test
  void ofReportsForOnePeriodFromOneSourceTheMostRepeatedIsListed() {
    List<Reported> listed =
        Reports.list(
            List.of(
                reported(600, "2022-01-01", "NIS", 2),
                reported(626, "2022-01-01", "NIS", 5),
                reported(900, "2022-01-01", "Chainalysis", 1),
                reported(700, "2021-01-01", "NIS", 1)));
    assertThat(listed).extracting(Reported::getUsdCents).containsExactly(700L, 900L, 626L);
  }

  @Test
  void aSumInDollarsStandsBeforeOneWorkedOutAtARateHoweverManyRepeatThat() {
    Reported stated = reported(100, "2020-01-01", "NIS", 1);
    Reported valued =
        Reported.newBuilder(reported(120, "2020-01-01", "NIS", 5)).setValued(true).build();
    assertThat(Reports.list(List.of(valued, stated))).containsExactly(stated);
    assertThat(Reports.list(List.of(valued))).containsExactly(valued);
  }

  @Test
  void equalSumsStatedAndWorkedOutAreCountedApart() {
    ReportShare stated = ReportShare.newBuilder().setActor(STATE).setUsdCents(5).setBy("").build();
    ReportShare valued = ReportShare.newBuilder(stated).setValued(true).build();
    assertThat(Reports.signature(valued)).isNotEqualTo(Reports.signature(stated));
    assertThat(Reports.count(Optional.empty(), valued, 1).orElseThrow().getValued()).isTrue();
  }

  @Test
  void aReportIsForgottenWithItsLastClaim() {
    ReportShare share = ReportShare.newBuilder().setActor(STATE).setUsdCents(5).setBy("").build();
    Optional<Reported> once = Reports.count(Optional.empty(), share, 1);
    Optional<Reported> twice = Reports.count(once, share, 1);
    assertThat(twice.map(Reported::getClaims)).contains(2);
    assertThat(Reports.count(twice, share, -1)).isEqualTo(once);
    assertThat(Reports.count(once, share, -1)).isEmpty();
  }

  @Property
  void whatIsAddedAndTakenOutAgainInAnyOrderLeavesTheRest(
      @ForAll("shares") List<Contribution> kept,
      @ForAll("shares") List<Contribution> passing,
      @ForAll Random random) {
    List<Contribution> all = new ArrayList<>(kept);
    all.addAll(passing);
    Collections.shuffle(all, random);
    ActorFile file = ActorFiles.empty();
    for (Contribution share : all) {
      file = ActorFiles.add(file, share);
    }
    for (Contribution share : passing) {
      file = ActorFiles.subtract(file, share);
    }
    ActorFile clean = ActorFiles.empty();
    for (Contribution share : kept) {
      clean = ActorFiles.add(clean, share);
    }
    assertThat(file).isEqualTo(clean);
  }

  @Provide
  Arbitrary<List<Contribution>> shares() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.of(Certainty.CONFIRMED, Certainty.SUSPECTED).injectNull(0.2),
            Arbitraries.of("2019-01-31", "2019-02-01", "2020-05-05").injectNull(0.2),
            Arbitraries.longs().between(0, 1_000_000_000_000L).injectNull(0.2),
            Arbitraries.longs().between(0, 1_000_000_000_000L).injectNull(0.5))
        .as(
            (kind, certainty, from, loss, recovered) ->
                new Contribution(
                    IncidentShare.newBuilder(
                            (IncidentShare) share(from, loss, recovered).getShare())
                        .setKind(kind)
                        .setCertainty(certainty)
                        .build()))
        .list()
        .ofMaxSize(20);
  }

  private static Reported reported(long cents, String from, String by, int claims) {
    return Reported.newBuilder()
        .setUsdCents(cents)
        .setFrom(LocalDate.parse(from))
        .setTo(LocalDate.parse(from).plusYears(1))
        .setBy(by)
        .setClaims(claims)
        .build();
  }
}
