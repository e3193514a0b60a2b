package io.heistline.totalling;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorFile;
import io.heistline.model.Certainty;
import io.heistline.model.Contribution;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.IncidentShare;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.ReportShare;
import io.heistline.model.Reported;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
  void theBestFigureAndTheYearCount() {
    Contribution share = Shares.of(incident()).get("unattributed/acme-2022-03");
    ActorFile file = ActorFiles.add(ActorFiles.empty(), share);
    assertThat(file.getLossUsdCents()).isEqualTo(625);
    assertThat(file.getLossByYear()).isEqualTo(Map.of("2022", 625L));
    assertThat(file.getIncidentsByKind()).isEqualTo(Map.of("THEFT", 1));
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
            Arbitraries.of("2019", "2020", Shares.UNKNOWN_YEAR),
            Arbitraries.longs().between(0, 1_000_000_000_000L).injectNull(0.2))
        .as(
            (kind, year, loss) ->
                new Contribution(
                    IncidentShare.newBuilder()
                        .setActor(STATE)
                        .setKind(kind)
                        .setYear(year)
                        .setLossUsdCents(loss)
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
