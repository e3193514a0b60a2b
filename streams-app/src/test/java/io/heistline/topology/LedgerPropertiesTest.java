package io.heistline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.json.LedgerJson;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import io.heistline.resolving.Register;
import io.heistline.totalling.Difference;
import io.heistline.totalling.Recount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The promise: the ledger is a function of its inputs, whatever their order and repetition. */
class LedgerPropertiesTest {
  private static final int TRIES = 10;
  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("ledger-properties");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (var all = Files.walk(folder)) {
      all.sorted(Collections.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  @Property(tries = TRIES)
  void shuffledAndRepeatedArticlesAndKnowledgeGiveTheSameLedger(
      @ForAll("articles") List<Article> articles, @ForAll Random random) {
    List<Consumer<LedgerDriver>> inOrder = new ArrayList<>(knowledge());
    articles.forEach(article -> inOrder.add(ledger -> ledger.article(article)));

    List<Consumer<LedgerDriver>> disorder = new ArrayList<>(inOrder);
    disorder.addAll(inOrder.subList(0, inOrder.size() / 2));
    Collections.shuffle(disorder, random);

    assertThat(ledgerAfter(disorder)).isEqualTo(ledgerAfter(inOrder));
  }

  @Property(tries = TRIES)
  void whatIsWithdrawnOrEditedBackHasNeverBeen(
      @ForAll("articles") List<Article> articles,
      @ForAll("articles") List<Article> others,
      @ForAll Random random) {
    List<Consumer<LedgerDriver>> clean = new ArrayList<>(knowledge());
    articles.forEach(article -> clean.add(ledger -> ledger.article(article)));

    List<Consumer<LedgerDriver>> eventful = new ArrayList<>(knowledge());
    eventful.add(ledger -> ledger.know("alpha", alias(random.nextBoolean() ? "gamma" : "delta")));
    others.forEach(other -> eventful.add(ledger -> ledger.article(other)));
    articles.forEach(article -> eventful.add(ledger -> ledger.article(article)));
    Map<String, Article> kept = new LinkedHashMap<>();
    articles.forEach(article -> kept.put(article.getId(), article));
    others.stream()
        .map(Article::getId)
        .filter(id -> !kept.containsKey(id))
        .forEach(id -> eventful.add(ledger -> ledger.withdraw(id)));
    eventful.addAll(knowledge());

    assertThat(ledgerAfter(eventful)).isEqualTo(ledgerAfter(clean));
  }

  @Property(tries = TRIES)
  void ratesThatComeChangeAndGoAtAnyTimeLeaveTheLedgerOfTheLastOnes(
      @ForAll("articles") List<Article> articles, @ForAll Random random) {
    List<Consumer<LedgerDriver>> clean = new ArrayList<>(knowledge());
    clean.add(ledger -> ledger.rate("BTC", "2021-03", 400));
    clean.add(ledger -> ledger.rate("BTC", "2021-10", 700));
    articles.forEach(article -> clean.add(ledger -> ledger.article(article)));

    List<Consumer<LedgerDriver>> eventful = new ArrayList<>(knowledge());
    articles.forEach(article -> eventful.add(ledger -> ledger.article(article)));
    for (String month : List.of("2021-02", "2021-03", "2021-10", "2021-11", "2022-07")) {
      eventful.add(ledger -> ledger.rate("BTC", month, 1 + random.nextInt(1000)));
      eventful.add(ledger -> ledger.rate("ETH", month, 1 + random.nextInt(1000)));
    }
    Collections.shuffle(eventful, random);
    for (String month : List.of("2021-02", "2021-03", "2021-10", "2021-11", "2022-07")) {
      eventful.add(ledger -> ledger.withdrawRate("BTC", month));
      eventful.add(ledger -> ledger.withdrawRate("ETH", month));
    }
    eventful.add(ledger -> ledger.rate("BTC", "2021-03", 400));
    eventful.add(ledger -> ledger.rate("BTC", "2021-10", 700));

    assertThat(ledgerAfter(eventful)).isEqualTo(ledgerAfter(clean));
  }

  @Property(tries = TRIES)
  void noTotalThatIsEverSeenIsBelowZero(
      @ForAll("articles") List<Article> articles,
      @ForAll("articles") List<Article> others,
      @ForAll Random random) {
    List<Consumer<LedgerDriver>> eventful = new ArrayList<>();
    others.forEach(other -> eventful.add(ledger -> ledger.article(other)));
    articles.forEach(article -> eventful.add(ledger -> ledger.article(article)));
    others.forEach(other -> eventful.add(ledger -> ledger.withdraw(other.getId())));
    Collections.shuffle(eventful, random);
    try (LedgerDriver ledger = new LedgerDriver(folder)) {
      knowledge().forEach(fact -> fact.accept(ledger));
      for (Consumer<LedgerDriver> event : eventful) {
        event.accept(ledger);
        assertThat(ledger.newTotals())
            .allSatisfy(
                totals -> {
                  assertThat(totals.getIncidents()).isNotNegative();
                  assertThat(totals.getLossUsdCents()).isNotNegative();
                  assertThat(totals.getNetUsdCents().orElseThrow()).isNotNegative();
                  assertThat(totals.getLossByYear().values()).allMatch(loss -> loss > 0);
                  assertThat(totals.getIncidentsByKind().values()).allMatch(count -> count > 0);
                });
      }
    }
  }

  @Property(tries = TRIES)
  void rulingsThatComeAndGoAtAnyTimeLeaveTheLedgerOfTheLastOnes(
      @ForAll("articles") List<Article> articles,
      @ForAll("rulings") List<Ruling> rulings,
      @ForAll("rulings") List<Ruling> revoked,
      @ForAll Random random) {
    List<Consumer<LedgerDriver>> clean = new ArrayList<>(knowledge());
    articles.forEach(article -> clean.add(ledger -> ledger.article(article)));
    rulings.forEach(ruling -> clean.add(ledger -> ledger.rule(ruling)));

    List<Consumer<LedgerDriver>> eventful = new ArrayList<>(clean);
    revoked.forEach(ruling -> eventful.add(ledger -> ledger.rule(ruling)));
    Collections.shuffle(eventful, random);
    revoked.forEach(ruling -> eventful.add(ledger -> ledger.revoke(ruling)));
    rulings.forEach(ruling -> eventful.add(ledger -> ledger.rule(ruling)));

    assertThat(ledgerAfter(eventful)).isEqualTo(ledgerAfter(clean));
  }

  private static String ledgerAfter(List<Consumer<LedgerDriver>> events) {
    try (LedgerDriver ledger = new LedgerDriver(folder)) {
      events.forEach(event -> event.accept(ledger));
      assertThat(
              Difference.between(
                  ledger.totals(), Recount.of(ledger.incidents().values(), ledger.linkedClaims())))
          .isEmpty();
      return ledger.claims()
          + "\n"
          + ledger.linkedClaims()
          + "\n"
          + ledger.incidents()
          + "\n"
          + sorted(ledger);
    }
  }

  /** Totals hold maps, which Avro hands out in no certain order. */
  private static String sorted(LedgerDriver ledger) {
    StringBuilder text = new StringBuilder();
    ledger.totals().forEach((id, totals) -> text.append(LedgerJson.totals(totals)).append('\n'));
    return text.toString();
  }

  /** Alpha and Beta are one victim, and the Crew works for the State. */
  private static List<Consumer<LedgerDriver>> knowledge() {
    EntityRef state = new EntityRef("state", "State");
    Entity crew =
        Entity.newBuilder()
            .setId("crew")
            .setName("Crew")
            .setType(EntityType.ACTOR)
            .setSponsor("state")
            .setLineage(List.of(state))
            .build();
    Entity sponsor =
        Entity.newBuilder().setId("state").setName("State").setType(EntityType.ACTOR).build();
    return List.of(
        ledger -> ledger.know("alpha", alias("alpha-beta")),
        ledger -> ledger.know("beta", alias("alpha-beta")),
        ledger -> ledger.know("crew", alias("Crew", crew)),
        ledger -> ledger.know("state", alias("State", sponsor)));
  }

  private static Alias alias(String victimId) {
    return alias(
        victimId,
        Entity.newBuilder().setId(victimId).setName(victimId).setType(EntityType.VICTIM).build());
  }

  private static Alias alias(String name, Entity entity) {
    return Alias.newBuilder().setName(name).setEntities(List.of(entity)).setOrigin("test").build();
  }

  /** Up to eight articles with different ids and up to three claims each. */
  @Provide
  Arbitrary<List<Article>> articles() {
    Arbitrary<String> claim =
        Combinators.combine(
                Arbitraries.of(
                    "Alpha", "Beta", "Gamma", "Gamma=Delta", "Delta=Epsilon", "Delta=Beta", "-"),
                Arbitraries.of("-", "5", "50", "52", "600", "90000 BTC", "7 ETH"),
                Arbitraries.of("-", "2021-02", "2021-03", "2021-10", "2021", "2022"),
                Arbitraries.of("-", "Crew", "not Crew", "State", "Nobody"),
                Arbitraries.of("-", "FBI"))
            .as((victim, sum, when, actor, by) -> String.join("; ", victim, sum, when, actor, by));
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            Arbitraries.of("one", "two", "three"),
            Arbitraries.of("2021-03-05", "2021-11-01", "2023-01-01"),
            claim.list().ofMaxSize(3).uniqueElements())
        .as(
            (id, publisher, day, claims) ->
                PlainClaims.article("a" + id, publisher, day, claims.toArray(new String[0])))
        .list()
        .uniqueElements(Article::getId)
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  /** Up to three rulings on incidents that the articles may tell of. */
  @Provide
  Arbitrary<List<Ruling>> rulings() {
    Arbitrary<String> incident =
        Combinators.combine(
                Arbitraries.of("alpha-beta", "gamma", "delta", "epsilon"),
                Arbitraries.of("2021-02", "2021-03", "2021-10", "2021", "undated"))
            .as((victim, when) -> victim + "-" + when);
    return Combinators.combine(
            incident,
            Arbitraries.of(RulingAction.class).filter(action -> action != RulingAction.SPLIT),
            incident,
            Arbitraries.of("crew", "Somebody", "unattributed"))
        .as(LedgerPropertiesTest::ruling)
        .list()
        .uniqueElements(Register::key)
        .ofMaxSize(3);
  }

  private static Ruling ruling(String subject, RulingAction action, String incident, String actor) {
    Ruling.Builder ruling =
        Ruling.newBuilder()
            .setSubject(subject)
            .setAction(action)
            .setBy("Ada")
            .setWhy("so it was")
            .setAt(Instant.EPOCH);
    return switch (action) {
      case MERGE -> ruling.setTarget(incident).build();
      case SET_ACTOR -> ruling.setTarget(actor).build();
      case SET_LOSS -> ruling.setLossUsdCents(77_00L).build();
      case DISMISS, CONFIRM, SPLIT -> ruling.build();
    };
  }
}
