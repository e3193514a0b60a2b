package io.heistline.resolving;

import static io.heistline.resolving.Claims.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Certainty;
import io.heistline.model.Incident;
import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RulingsTest {
  private static final long MILLION = 100_000_000L;

  private final TestFile file =
      TestFile.of(
          List.of(
              claim("1", "one", "2022-03-29").when("2022-03").lost(625).build(),
              claim("2", "two", "2022-03-29").when("2022-03").lost(600).build(),
              claim("3", "one", "2022-09-01").when("2022-08").lost(8).build()));

  private static Ruling.Builder on(String subject, RulingAction action) {
    return Ruling.newBuilder()
        .setSubject(subject)
        .setAction(action)
        .setBy("Ada")
        .setWhy("the books say so")
        .setAt(Instant.EPOCH);
  }

  @Test
  void aDismissedIncidentIsGoneUntilTheRulingIsTakenBack() {
    Ruling ruling = on("acme-2022-03", RulingAction.DISMISS).build();
    SortedMap<String, Incident> before = file.incidents();
    file.rule(ruling);
    file.add(claim("4", "three", "2022-04-01").when("2022-03").lost(625).build());
    assertThat(file.incidents()).containsOnlyKeys("acme-2022-08");
    file.remove("4");
    file.revoke(ruling);
    assertThat(file.incidents()).isEqualTo(before);
  }

  @Test
  void aSetLossHoldsOverWhateverIsReportedAndSaysWhoSetIt() {
    file.rule(on("acme-2022-03", RulingAction.SET_LOSS).setLossUsdCents(612 * MILLION).build());
    file.add(claim("4", "three", "2022-04-01").when("2022-03").lost(625).build());
    Incident incident = file.incidents().get("acme-2022-03");
    Loss loss = incident.getLoss().orElseThrow();
    assertThat(loss.getBestUsdCents()).isEqualTo(612 * MILLION);
    assertThat(loss.getLowUsdCents()).isEqualTo(600 * MILLION);
    assertThat(loss.getHighUsdCents()).isEqualTo(625 * MILLION);
    assertThat(loss.getReason()).isEqualTo("set by Ada: the books say so");
    assertThat(incident.getRulings()).extracting(Ruling::getBy).containsExactly("Ada");
  }

  @Test
  void aSetActorIsTheOnlyOne() {
    LinkedActor crew =
        LinkedActor.newBuilder()
            .setId("crew")
            .setName("Crew")
            .setCertainty(Certainty.CONFIRMED)
            .build();
    Ruling ruling = on("acme-2022-03", RulingAction.SET_ACTOR).setActor(crew).build();
    file.rule(ruling);
    file.add(
        claim("4", "three", "2022-04-01")
            .when("2022-03")
            .actor("gang", Certainty.CONFIRMED)
            .build());
    assertThat(file.incidents().get("acme-2022-03").getActors()).containsExactly(crew);
    file.rule(Ruling.newBuilder(ruling).setActor(null).build());
    assertThat(file.incidents().get("acme-2022-03").getActors()).isEmpty();
  }

  @Test
  void mergedIncidentsAreOneUnderTheIdOfTheOneThatStays() {
    file.rule(on("acme-2022-08", RulingAction.MERGE).setTarget("acme-2022-03").build());
    assertThat(file.incidents()).containsOnlyKeys("acme-2022-03");
    assertThat(file.incidents().get("acme-2022-03").getClaims()).isEqualTo(3);
  }

  @Test
  void mergersInACircleEndAtTheFirstId() {
    file.rule(on("acme-2022-08", RulingAction.MERGE).setTarget("acme-2022-03").build());
    file.rule(on("acme-2022-03", RulingAction.MERGE).setTarget("acme-2022-08").build());
    assertThat(file.incidents()).containsOnlyKeys("acme-2022-03");
  }

  @Test
  void claimsThatAreSetApartAreAnotherIncidentWheneverTheyCome() {
    Ruling first = on("acme-2022-03", RulingAction.SPLIT).setTarget("2").build();
    Ruling second = on("acme-2022-03", RulingAction.SPLIT).setTarget("4").build();
    List<Object> before = file.content();
    file.rule(first);
    file.rule(second);
    file.add(claim("4", "three", "2022-04-01").when("2022-03").lost(600).build());
    assertThat(file.incidents()).containsOnlyKeys("acme-2022-03", "acme-2022-03-2", "acme-2022-08");
    assertThat(file.incidents().get("acme-2022-03-2").getClaims()).isEqualTo(2);
    assertThat(file.incidents().get("acme-2022-03").getRulings()).hasSize(2);

    file.revoke(first);
    file.revoke(second);
    file.remove("4");
    assertThat(file.content()).isEqualTo(before);
  }

  @Test
  void aRulingFollowsItsIncidentToTheMonthThatLaterArticlesName() {
    file.rule(on("acme-2022-08", RulingAction.SET_LOSS).setLossUsdCents(9 * MILLION).build());
    file.add(claim("4", "three", "2022-09-02").when("2022-07-30").lost(8).build());
    file.add(claim("5", "four", "2022-09-02").when("2022-07-30").lost(8).build());
    assertThat(file.incidents()).containsOnlyKeys("acme-2022-03", "acme-2022-07");
    assertThat(file.incidents().get("acme-2022-07").getLoss().map(Loss::getBestUsdCents))
        .contains(9 * MILLION);
  }

  @Test
  void anIncidentIdTellsItsVictimAndItsMonth() {
    assertThat(Subject.parse("acme-2022-03")).contains(new Subject("acme", "2022-03"));
    assertThat(Subject.parse("acme-2022-03-2")).contains(new Subject("acme", "2022-03-2"));
    assertThat(Subject.parse("studio-54-2022")).contains(new Subject("studio-54", "2022"));
    assertThat(Subject.parse("acme-undated")).contains(new Subject("acme", "undated"));
    assertThat(Subject.parse("acme")).isEmpty();
  }
}
