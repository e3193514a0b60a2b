package io.heistline.topology;

import static io.heistline.model.EntityType.ACTOR;
import static io.heistline.model.EntityType.VICTIM;
import static io.heistline.topology.PlainClaims.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorTotals;
import io.heistline.model.Alias;
import io.heistline.model.Amount;
import io.heistline.model.Article;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.Incident;
import io.heistline.model.IncidentRef;
import io.heistline.model.Loss;
import io.heistline.model.Rate;
import io.heistline.model.Reported;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTopologyTest {
  private static final long MILLION = 100_000_000L;

  @TempDir Path folder;
  private LedgerDriver ledger;

  @BeforeEach
  void start() {
    ledger = new LedgerDriver(folder);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  private void know() {
    EntityRef state = new EntityRef("north-korea", "North Korea");
    Entity.Builder group =
        Entity.newBuilder().setId("lazarus-group").setName("Lazarus Group").setType(ACTOR);
    ledger.know("north korea", alias("North Korea", entity(state, ACTOR)));
    ledger.know(
        "lazarus group",
        alias("Lazarus Group", group.setSponsor("north-korea").setLineage(List.of(state)).build()));
    EntityRef axie = new EntityRef("axie-infinity", "Axie Infinity");
    ledger.know("axie infinity", alias("Axie Infinity", entity(axie, VICTIM)));
    ledger.know("ronin network", alias("Ronin Network", entity(axie, VICTIM)));
  }

  @Test
  void anArticleInAnotherLanguageIsCountedAndTakesBackWhatItSaidInEnglish() {
    ledger.article(article("a", "one", "2022-03-29", "Zuzubit; 6; 2022-03; -; -"));
    ledger.article(article("a", "one", "2022-03-29", PlainClaims.OTHER_LANGUAGE));
    ledger.article(article("b", "one", "2022-03-29", PlainClaims.OTHER_LANGUAGE));

    assertThat(ledger.metric("stream-reading-metrics", "not-english-total")).isEqualTo(2);
    assertThat(ledger.metric("stream-reading-metrics", "limit-claims-total")).isZero();
    assertThat(ledger.claims()).isEmpty();
  }

  @Test
  void reportsOfOneTheftAreOneIncidentAndCountOnceAtEachLevel() {
    know();
    ledger.article(article("a", "one", "2022-03-29", "Ronin Network; 615; 2022-03; -; -"));
    ledger.article(article("b", "two", "2022-03-30", "Axie Infinity; 625; 2022-03; -; -"));
    ledger.article(
        article("c", "three", "2022-04-14", "Ronin Network; 625; 2022-03; Lazarus Group; FBI"));

    assertThat(ledger.incidents()).containsOnlyKeys("axie-infinity-2022-03");
    Incident incident = ledger.incidents().get("axie-infinity-2022-03");
    assertThat(incident.getArticles()).isEqualTo(3);
    assertThat(incident.getPublishers()).isEqualTo(3);
    assertThat(incident.getLoss().orElseThrow().getLowUsdCents()).isEqualTo(615 * MILLION);
    assertThat(incident.getLoss().orElseThrow().getBestUsdCents()).isEqualTo(625 * MILLION);

    assertThat(ledger.totals()).containsOnlyKeys("lazarus-group", "north-korea");
    for (ActorTotals totals : ledger.totals().values()) {
      assertThat(totals.getIncidents()).isEqualTo(1);
      assertThat(totals.getLossUsdCents()).isEqualTo(625 * MILLION);
      assertThat(totals.getLossByYear()).containsOnly(Map.entry("2022", 625 * MILLION));
    }
    assertThat(ledger.totals().get("lazarus-group").getSponsor()).contains("north-korea");
    assertThat(ledger.totals().get("north-korea").getSponsor()).isEmpty();
  }

  @Test
  void anUnattributedLossMovesToTheActorOnceNamed() {
    know();
    ledger.article(article("a", "one", "2022-03-29", "Ronin Network; 625; 2022-03; -; -"));
    assertThat(ledger.totals()).containsOnlyKeys("unattributed");

    ledger.article(
        article("c", "three", "2022-04-14", "Ronin Network; 625; 2022-03; Lazarus Group; FBI"));
    assertThat(ledger.totals()).containsOnlyKeys("lazarus-group", "north-korea");
  }

  @Test
  void anEditedArticleCorrectsTheTotalAndAWithdrawnOneTakesItsShareBackOut() {
    know();
    Article first = article("a", "one", "2022-03-29", "Ronin Network; 725; 2022-03; -; -");
    ledger.article(first);
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(725 * MILLION);

    ledger.article(
        Article.newBuilder(first).setBody(first.getBody().replace("725", "625")).build());
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(625 * MILLION);

    ledger.withdraw("a");
    assertThat(ledger.claims()).isEmpty();
    assertThat(ledger.linkedClaims()).isEmpty();
    assertThat(ledger.incidents()).isEmpty();
    assertThat(ledger.totals()).isEmpty();
  }

  @Test
  void anUnchangedArticleDoesNothing() {
    know();
    ledger.article(article("a", "one", "2022-03-29", "Ronin Network; 625; 2022-03; -; -"));
    ledger.emitted(ledger.topics().claims());
    ledger.emitted(ledger.topics().incidents());

    ledger.article(article("a", "one", "2022-03-29", "Ronin Network; 625; 2022-03; -; -"));
    assertThat(ledger.emitted(ledger.topics().claims())).isZero();
    assertThat(ledger.emitted(ledger.topics().incidents())).isZero();
  }

  @Test
  void aNamePublishedLaterLinksTheClaimsAlreadySeenAndGoesAgain() {
    Article report = article("a", "one", "2031-05-04", "Quibblecoin; 12; 2031-05; -; -");
    ledger.article(report);
    assertThat(ledger.incidents()).containsOnlyKeys("quibblecoin-2031-05");

    ledger.know(
        "quibblecoin",
        alias("Quibblecoin", entity(new EntityRef("quibble-holdings", "Quibble"), VICTIM)));
    assertThat(ledger.incidents()).containsOnlyKeys("quibble-holdings-2031-05");
    assertThat(ledger.totals().get("unattributed").getIncidents()).isEqualTo(1);

    ledger.know("quibblecoin", null);
    assertThat(ledger.incidents()).containsOnlyKeys("quibblecoin-2031-05");
    assertThat(ledger.totals().get("unattributed").getIncidents()).isEqualTo(1);
  }

  @Test
  void aNameThatTwoPublishersGiveAVictimMergesItsIncidentsAndSplitsThemWhenTakenBack() {
    know();
    ledger.article(article("a", "one", "2022-03-29", "Katana; 625; 2022-03; Lazarus Group; -"));
    ledger.article(article("b", "two", "2022-03-29", "Axie Infinity; 625; 2022-03; -; -"));
    ledger.article(article("c", "three", "2022-03-30", "Axie Infinity=Katana; 620; 2022-03; -; -"));
    assertThat(ledger.incidents()).containsOnlyKeys("axie-infinity-2022-03", "katana-2022-03");

    ledger.article(article("d", "four", "2022-03-30", "Axie Infinity=Katana; -; 2022-03; -; -"));
    assertThat(ledger.incidents()).containsOnlyKeys("axie-infinity-2022-03");
    assertThat(ledger.incidents().get("axie-infinity-2022-03").getArticles()).isEqualTo(4);
    assertThat(ledger.totals().get("north-korea").getLossUsdCents()).isEqualTo(625 * MILLION);

    ledger.withdraw("c");
    assertThat(ledger.incidents()).containsOnlyKeys("axie-infinity-2022-03", "katana-2022-03");
  }

  @Test
  void namesThatKnowledgeDoesNotHoldBecomeOneVictimToo() {
    ledger.article(article("a", "one", "2022-03-29", "Zebu=Quill; 5; 2022-03; -; -"));
    ledger.article(article("b", "two", "2022-03-29", "Quill; 5; 2022-03; -; -"));
    assertThat(ledger.incidents()).containsOnlyKeys("quill-2022-03", "zebu-2022-03");
    ledger.article(article("c", "two", "2022-03-29", "Zebu=Quill; 5; 2022-03; -; -"));
    assertThat(ledger.incidents()).containsOnlyKeys("quill-2022-03");
    ledger.know("zebu", alias("Zebu", entity(new EntityRef("zebu-group", "Zebu Group"), VICTIM)));
    assertThat(ledger.incidents()).containsOnlyKeys("zebu-group-2022-03");
  }

  @Test
  void rulingsHoldOverLaterArticlesMoveTotalsAndAreTakenBack() {
    know();
    ledger.article(article("a", "one", "2022-03-29", "Ronin Network; 625; 2022-03; -; -"));
    Ruling loss =
        ruling("axie-infinity-2022-03", RulingAction.SET_LOSS)
            .setLossUsdCents(600 * MILLION)
            .build();
    Ruling actor =
        ruling("axie-infinity-2022-03", RulingAction.SET_ACTOR).setTarget("Lazarus Group").build();
    ledger.rule(loss);
    ledger.rule(actor);
    ledger.article(article("b", "two", "2022-04-01", "Ronin Network; 625; 2022-03; -; -"));
    assertThat(ledger.totals()).containsOnlyKeys("lazarus-group", "north-korea");
    assertThat(ledger.totals().get("north-korea").getLossUsdCents()).isEqualTo(600 * MILLION);
    assertThat(ledger.incidents().get("axie-infinity-2022-03").getRulings()).hasSize(2);

    ledger.revoke(actor);
    ledger.revoke(loss);
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(625 * MILLION);
  }

  @Test
  void aRulingFollowsTheVictimToTheNameThatItTurnsOutToHave() {
    ledger.article(article("a", "one", "2022-03-29", "Zebu; 5; 2022-03; -; -"));
    ledger.rule(ruling("zebu-2022-03", RulingAction.DISMISS).build());
    assertThat(ledger.incidents()).isEmpty();
    ledger.article(article("b", "two", "2022-03-29", "Quill=Zebu; 5; 2022-03; -; -"));
    ledger.article(article("c", "three", "2022-03-29", "Quill=Zebu; 5; 2022-03; -; -"));
    assertThat(ledger.incidents()).isEmpty();
    ledger.revoke(ruling("zebu-2022-03", RulingAction.DISMISS).build());
    assertThat(ledger.incidents()).containsOnlyKeys("quill-2022-03");
  }

  private static Ruling.Builder ruling(String subject, RulingAction action) {
    return Ruling.newBuilder()
        .setSubject(subject)
        .setAction(action)
        .setBy("Ada")
        .setWhy("checked")
        .setAt(Instant.EPOCH);
  }

  @Test
  void aRatePublishedLaterValuesTheClaimsAlreadySeenAndGoesAgain() {
    ledger.article(article("a", "one", "2014-03-01", "Gox; 850000 BTC; 2014-02; -; -"));
    assertThat(ledger.incidents().get("gox-2014-02").getLoss()).isEmpty();
    assertThat(ledger.unvaluedAmounts()).isEqualTo(1);

    ledger.rate("BTC", "2014-02", 500);
    Loss loss = ledger.incidents().get("gox-2014-02").getLoss().orElseThrow();
    assertThat(loss.getBestUsdCents()).isEqualTo(425 * MILLION);
    assertThat(loss.getValued()).isTrue();
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(425 * MILLION);

    ledger.rate("BTC", "2014-02", 600);
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(510 * MILLION);

    ledger.withdrawRate("BTC", "2014-02");
    assertThat(ledger.incidents().get("gox-2014-02").getLoss()).isEmpty();
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isZero();
  }

  @Test
  void aValuedAmountNamesItsRateInLinkedClaimsAndTheClaimAsReadStaysAsItIs() {
    ledger.rate("BTC", "2014-02", 500);
    ledger.article(article("a", "one", "2014-03-01", "Gox; 850000 BTC; 2014-02; -; -"));

    Amount linked = ledger.linkedClaims().values().iterator().next().getClaim().getAmounts().get(0);
    assertThat(linked.getUsdCents()).contains(425 * MILLION);
    assertThat(linked.getRate().map(Rate::getMonth)).contains("2014-02");
    Amount read = ledger.claims().values().iterator().next().getAmounts().get(0);
    assertThat(read.getUsdCents()).isEmpty();
    assertThat(read.getRate()).isEmpty();
  }

  @Test
  void anEditThatStatesDollarsNeedsTheRateNoMore() {
    ledger.rate("BTC", "2014-02", 500);
    Article inBitcoin = article("a", "one", "2014-03-01", "Gox; 850000 BTC; 2014-02; -; -");
    ledger.article(inBitcoin);
    ledger.article(Article.newBuilder(inBitcoin).setBody("Gox; 450; 2014-02; -; -").build());
    ledger.rate("BTC", "2014-02", 700);

    Loss loss = ledger.incidents().get("gox-2014-02").getLoss().orElseThrow();
    assertThat(loss.getBestUsdCents()).isEqualTo(450 * MILLION);
    assertThat(loss.getValued()).isFalse();
  }

  @Test
  void anEditThatMovesTheMonthIsValuedAtTheOtherMonthsRate() {
    ledger.rate("BTC", "2014-02", 500);
    ledger.rate("BTC", "2014-01", 800);
    Article february = article("a", "one", "2014-03-01", "Gox; 850000 BTC; 2014-02; -; -");
    ledger.article(february);
    ledger.article(Article.newBuilder(february).setBody("Gox; 850000 BTC; 2014-01; -; -").build());
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(680 * MILLION);
    ledger.rate("BTC", "2014-02", 1);
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(680 * MILLION);

    ledger.withdraw("a");
    assertThat(ledger.linkedClaims()).isEmpty();
    assertThat(ledger.totals()).isEmpty();
  }

  @Test
  void aReportedTotalIsValuedTooAndSaysSo() {
    know();
    ledger.rate("BTC", "2022-07", 20);
    ledger.article(article("a", "one", "2023-05-01", "-; 1000000 BTC; 2022; North Korea; NIS"));
    Reported reported = ledger.totals().get("north-korea").getReported().get(0);
    assertThat(reported.getUsdCents()).isEqualTo(20 * MILLION);
    assertThat(reported.getValued()).isTrue();
  }

  @Test
  void totalsThatOthersReportStandBesideTheComputedOnesAndAreNeverAdded() {
    know();
    ledger.article(
        article(
            "a",
            "one",
            "2022-12-23",
            "Axie Infinity; 625; 2022-03; North Korea; FBI",
            "-; 626; 2022; North Korea; NIS"));
    ledger.article(article("b", "two", "2022-12-24", "-; 626; 2022; North Korea; NIS"));

    ActorTotals totals = ledger.totals().get("north-korea");
    assertThat(totals.getLossUsdCents()).isEqualTo(625 * MILLION);
    assertThat(totals.getReported()).hasSize(1);
    Reported reported = totals.getReported().get(0);
    assertThat(reported.getUsdCents()).isEqualTo(626 * MILLION);
    assertThat(reported.getBy()).isEqualTo("NIS");
    assertThat(reported.getClaims()).isEqualTo(2);
    assertThat(reported.getComputedUsdCents()).contains(625 * MILLION);

    ledger.withdraw("a");
    assertThat(ledger.totals().get("north-korea").getLossUsdCents()).isZero();
    ledger.withdraw("b");
    assertThat(ledger.totals()).isEmpty();
  }

  @Test
  void anIncidentThatOnlyGetsAnotherIdNeverCountsTwice() {
    ledger.article(article("a", "one", "2021-03-29", "Alder; 60; -; -; -"));
    assertThat(ledger.incidents()).containsOnlyKeys("alder-undated");
    assertThat(ledger.newTotals()).isNotEmpty();

    ledger.article(article("b", "two", "2021-03-29", "Alder; 60; 2021-03; -; -"));
    assertThat(ledger.incidents()).containsOnlyKeys("alder-2021-03");
    assertThat(ledger.newTotals())
        .isNotEmpty()
        .allMatch(totals -> totals.getIncidents() == 1)
        .allMatch(totals -> totals.getLossUsdCents() == 60 * MILLION);
  }

  @Test
  void theLargestTheFirstAndTheLastIncidentFollowEveryChange() {
    ledger.article(article("a", "one", "2022-03-29", "Alder; 60; 2022-03; -; -"));
    ledger.article(article("b", "one", "2022-03-29", "Birch; 50; 2019-01; -; -"));
    ledger.article(article("c", "one", "2022-03-29", "Cedar; 90; 2020-05; -; -"));
    ledger.article(article("d", "one", "2022-03-29", "Dogwood; -; -; -; -"));
    assertThat(landmarks("unattributed")).containsExactly("Cedar", "Birch", "Alder");

    ledger.withdraw("c");
    assertThat(landmarks("unattributed")).containsExactly("Alder", "Birch", "Alder");
    ledger.withdraw("a");
    assertThat(landmarks("unattributed")).containsExactly("Birch", "Birch", "Birch");
    ledger.article(article("c", "one", "2022-03-29", "Cedar; 40; 2018-05; -; -"));
    assertThat(landmarks("unattributed")).containsExactly("Birch", "Cedar", "Birch");
    ledger.withdraw("b");
    ledger.withdraw("c");
    assertThat(landmarks("unattributed")).containsExactly("", "", "");
  }

  private List<String> landmarks(String actor) {
    ActorTotals totals = ledger.totals().get(actor);
    return Stream.of(totals.getLargest(), totals.getFirst(), totals.getLast())
        .map(each -> each.map(IncidentRef::getVictim).orElse(""))
        .toList();
  }

  @Test
  void aClaimWithoutAnyNameIsLinkedAllTheSame() {
    ledger.article(article("a", "one", "2022-12-23", "-; 3800; 2022; -; -"));
    assertThat(ledger.totals().get("unattributed").getReported()).hasSize(1);
  }

  @Test
  void aRecordThatCannotBeDecodedBecomesADeadLetterAndTheStreamGoesOn() {
    know();
    ledger.bytes(ledger.topics().articles(), "broken", "no avro".getBytes(UTF_8));
    ledger.article(article("a", "one", "2022-03-29", "Ronin Network; 625; 2022-03; -; -"));

    List<TestRecord<String, byte[]>> letters = ledger.deadLetters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).key()).isEqualTo("broken");
    assertThat(letters.get(0).value()).isEqualTo("no avro".getBytes(UTF_8));
    assertThat(header(letters.get(0), "heistline.topic")).isEqualTo("heistline.articles");
    assertThat(header(letters.get(0), "heistline.stage")).isEqualTo("decoding");
    assertThat(header(letters.get(0), "heistline.reason")).isNotBlank();
    assertThat(ledger.incidents()).hasSize(1);
  }

  @Test
  void anArticleThatCannotBeProcessedBecomesADeadLetterAndTheStreamGoesOn() {
    know();
    ledger.article(article("a", "one", "2022-03-29", "this reader wants five fields"));
    ledger.article(article("b", "one", "2022-03-29", "Ronin Network; 625; 2022-03; -; -"));

    List<TestRecord<String, byte[]>> letters = ledger.deadLetters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).key()).isEqualTo("a");
    assertThat(header(letters.get(0), "heistline.topic")).isEqualTo("heistline.articles");
    assertThat(header(letters.get(0), "heistline.stage")).isEqualTo("read");
    assertThat(header(letters.get(0), "heistline.reason")).contains("IndexOutOfBounds");
    assertThat(ledger.incidents()).hasSize(1);
  }

  private static String header(TestRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static Alias alias(String name, Entity entity) {
    return Alias.newBuilder().setName(name).setEntities(List.of(entity)).setOrigin("test").build();
  }

  private static Entity entity(EntityRef entity, EntityType type) {
    return Entity.newBuilder()
        .setId(entity.getId())
        .setName(entity.getName())
        .setType(type)
        .build();
  }
}
