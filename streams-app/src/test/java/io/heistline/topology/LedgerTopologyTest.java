package io.heistline.topology;

import static io.heistline.topology.Articles.article;
import static io.heistline.topology.Articles.roninAttribution;
import static io.heistline.topology.Articles.roninTheft;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.ActorTotals;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import io.heistline.model.Incident;
import java.nio.file.Path;
import java.util.List;
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

  private void knowEverything() {
    Knowledge.bundled().aliases().forEach(ledger::know);
  }

  @Test
  void reportsOfOneTheftAreOneIncidentAndCountOnceAtEachLevel() {
    knowEverything();
    ledger.article(roninTheft("a", "one", "615"));
    ledger.article(roninTheft("b", "two", "625"));
    ledger.article(roninAttribution("c", "three"));

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
      assertThat(totals.getLossByYear()).containsOnly(java.util.Map.entry("2022", 625 * MILLION));
    }
    assertThat(ledger.totals().get("lazarus-group").getSponsor()).contains("north-korea");
    assertThat(ledger.totals().get("north-korea").getSponsor()).isEmpty();
  }

  @Test
  void anUnattributedLossMovesToTheActorOnceNamed() {
    knowEverything();
    ledger.article(roninTheft("a", "one", "625"));
    assertThat(ledger.totals()).containsOnlyKeys("unattributed");

    ledger.article(roninAttribution("c", "three"));
    assertThat(ledger.totals()).containsOnlyKeys("lazarus-group", "north-korea");
  }

  @Test
  void anEditedArticleCorrectsTheTotalAndAWithdrawnOneTakesItsShareBackOut() {
    knowEverything();
    Article first = roninTheft("a", "one", "725");
    ledger.article(first);
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(725 * MILLION);

    ledger.article(Article.newBuilder(first).setBody(first.getBody().replace("725", "625")).build());
    assertThat(ledger.totals().get("unattributed").getLossUsdCents()).isEqualTo(625 * MILLION);

    ledger.withdraw("a");
    assertThat(ledger.claims()).isEmpty();
    assertThat(ledger.linkedClaims()).isEmpty();
    assertThat(ledger.incidents()).isEmpty();
    assertThat(ledger.totals()).isEmpty();
  }

  @Test
  void anUnchangedArticleDoesNothing() {
    knowEverything();
    ledger.article(roninTheft("a", "one", "625"));
    ledger.emitted(ledger.topics().claims());
    ledger.emitted(ledger.topics().incidents());

    ledger.article(roninTheft("a", "one", "625"));
    assertThat(ledger.emitted(ledger.topics().claims())).isZero();
    assertThat(ledger.emitted(ledger.topics().incidents())).isZero();
  }

  @Test
  void aNamePublishedLaterLinksTheClaimsAlreadySeenAndGoesAgain() {
    Article report =
        article(
            "a",
            "one",
            "2031-05-04",
            "Exchange robbed",
            "Hackers stole $12 million from the crypto exchange Quibblecoin on 2 May 2031.");
    ledger.article(report);
    assertThat(ledger.incidents()).containsOnlyKeys("quibblecoin-2031-05");

    ledger.know("quibblecoin", victimAlias("Quibblecoin", "quibble-holdings"));
    assertThat(ledger.incidents()).containsOnlyKeys("quibble-holdings-2031-05");
    assertThat(ledger.totals().get("unattributed").getIncidents()).isEqualTo(1);

    ledger.know("quibblecoin", null);
    assertThat(ledger.incidents()).containsOnlyKeys("quibblecoin-2031-05");
    assertThat(ledger.totals().get("unattributed").getIncidents()).isEqualTo(1);
  }

  @Test
  void aRecordThatCannotBeDecodedBecomesADeadLetterAndTheStreamGoesOn() {
    knowEverything();
    ledger.bytes(ledger.topics().articles(), "broken", "no avro".getBytes(UTF_8));
    ledger.article(roninTheft("a", "one", "625"));

    List<TestRecord<String, byte[]>> letters = List.copyOf(asList(ledger.deadLetters()));
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).key()).isEqualTo("broken");
    assertThat(letters.get(0).value()).isEqualTo("no avro".getBytes(UTF_8));
    assertThat(header(letters.get(0), "heistline.topic")).isEqualTo("heistline.articles");
    assertThat(header(letters.get(0), "heistline.stage")).isEqualTo("decoding");
    assertThat(header(letters.get(0), "heistline.reason")).isNotBlank();
    assertThat(ledger.incidents()).hasSize(1);
  }

  private static <T> List<T> asList(Iterable<T> all) {
    List<T> list = new java.util.ArrayList<>();
    all.forEach(list::add);
    return list;
  }

  private static String header(TestRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static Alias victimAlias(String name, String id) {
    return Alias.newBuilder()
        .setName(name)
        .setEntities(
            List.of(
                Entity.newBuilder().setId(id).setName(name).setType(EntityType.VICTIM).build()))
        .setOrigin("test")
        .build();
  }
}
