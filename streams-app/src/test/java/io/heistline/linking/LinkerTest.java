package io.heistline.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorMention;
import io.heistline.model.Alias;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.KnownIncident;
import io.heistline.model.KnownSum;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkerTest {
  private static final EntityRef STATE = new EntityRef("north-korea", "North Korea");

  private static final Map<String, Alias> KNOWN =
      Map.of(
          "ronin network", alias(entity("axie-infinity", "Axie Infinity", EntityType.VICTIM)),
          "axie infinity", alias(entity("axie-infinity", "Axie Infinity", EntityType.VICTIM)),
          "north korea", alias(entity("north-korea", "North Korea", EntityType.ACTOR)),
          "nis", alias(entity("national-intelligence-service", "NIS", EntityType.SOURCE)),
          "interpol",
              alias(
                  Entity.newBuilder()
                      .setId("interpol")
                      .setName("Interpol")
                      .setType(EntityType.SOURCE)
                      .setOfficial(true)
                      .build()),
          "lazarus",
              alias(
                  Entity.newBuilder()
                      .setId("lazarus-group")
                      .setName("Lazarus Group")
                      .setType(EntityType.ACTOR)
                      .setSponsor("north-korea")
                      .setLineage(List.of(STATE))
                      .build()));

  private static LinkedClaim link(Claim.Builder claim) {
    return Linker.link(claim.build(), name -> Optional.ofNullable(KNOWN.get(name)));
  }

  private static Claim.Builder claim(Scope scope) {
    return Claim.newBuilder()
        .setId("a-1")
        .setArticleId("a")
        .setUrl("https://one.example/a")
        .setPublisher("one")
        .setPublishedAt(Instant.EPOCH)
        .setScope(scope)
        .setKind(Kind.THEFT)
        .setEvidence(new Evidence("", 0, 0));
  }

  private static ActorMention mention(String name, boolean coined) {
    return new ActorMention(name, Certainty.CONFIRMED, coined, false);
  }

  @Test
  void aKnownVictimIsItsEntityAndAnUnknownOneTheSlugOfItsName() {
    assertThat(link(claim(Scope.INCIDENT).setVictim("Ronin Network")).getVictim())
        .contains(new EntityRef("axie-infinity", "Axie Infinity"));
    assertThat(link(claim(Scope.INCIDENT).setVictim("Quibble Coin")).getVictim())
        .contains(new EntityRef("quibble-coin", "Quibble Coin"));
  }

  @Test
  void aVictimThatIsKnownAsASourceIsCalledAsThatIs() {
    assertThat(link(claim(Scope.INCIDENT).setVictim("NIS")).getVictim())
        .contains(new EntityRef("national-intelligence-service", "NIS"));
  }

  @Test
  void anUnknownPersonIsAnActorOfAnotherIdThanAGroupOfThatName() {
    ActorMention person = new ActorMention("Zed Quux", Certainty.SUSPECTED, true, true);

    assertThat(link(claim(Scope.INCIDENT).setActors(List.of(person))).getActors())
        .extracting(LinkedActor::getId)
        .containsExactly("person:zed-quux");
    assertThat(
            link(claim(Scope.INCIDENT).setActors(List.of(mention("Zed Quux", true)))).getActors())
        .extracting(LinkedActor::getId)
        .containsExactly("zed-quux");
  }

  @Test
  void aVictimIsKnownByAnyNameThatTheArticleGivesIt() {
    assertThat(
            link(claim(Scope.INCIDENT)
                    .setVictim("the bridge")
                    .setVictimAliases(List.of("Ronin Network")))
                .getVictim())
        .contains(new EntityRef("axie-infinity", "Axie Infinity"));
  }

  @Test
  void anUnknownActorCountsOnlyIfTheWordingMakesItOne() {
    assertThat(
            link(claim(Scope.INCIDENT)
                    .setVictim("X")
                    .setActors(List.of(mention("Grey Heron", true), mention("Monday", false))))
                .getActors())
        .extracting(LinkedActor::getId)
        .containsExactly("grey-heron");
  }

  @Test
  void aGroupStandsForItsSponsorNamedBesideIt() {
    List<LinkedActor> actors =
        link(claim(Scope.INCIDENT)
                .setVictim("X")
                .setActors(List.of(mention("North Korea", false), mention("Lazarus", false))))
            .getActors();
    assertThat(actors).extracting(LinkedActor::getId).containsExactly("lazarus-group");
    assertThat(actors.get(0).getSponsor()).contains("north-korea");
    assertThat(actors.get(0).getLineage()).containsExactly(STATE);
  }

  @Test
  void aDenialDoesNotUndoWhatAnotherStatementBlames() {
    LinkedActor denied = actor(Certainty.DENIED);
    LinkedActor suspected = actor(Certainty.SUSPECTED);
    assertThat(Actors.merge(List.of(denied, suspected))).containsExactly(suspected);
    assertThat(Actors.merge(List.of(denied))).containsExactly(denied);
  }

  @Test
  void anIncidentLiesUnderItsVictimAndASumUnderEveryActorBlamed() {
    LinkedClaim incident = link(claim(Scope.INCIDENT).setVictim("Ronin Network"));
    assertThat(Linker.bySubject(incident)).containsOnlyKeys("axie-infinity/a-1");

    LinkedClaim sum =
        link(
            claim(Scope.PERIOD)
                .setActors(List.of(mention("North Korea", false), mention("Grey Heron", true))));
    assertThat(Linker.bySubject(sum)).containsOnlyKeys("north-korea/a-1", "grey-heron/a-1");

    assertThat(Linker.bySubject(link(claim(Scope.PERIOD)))).containsOnlyKeys("unattributed/a-1");
  }

  @Test
  void sourcesAreNamedOnce() {
    assertThat(
            link(claim(Scope.PERIOD).setAttributedBy(List.of("NIS", "the NIS"))).getAttributedBy())
        .containsExactly(new EntityRef("national-intelligence-service", "NIS"));
  }

  @Test
  void aStateBodyAndTheVictimItselfSpeakOfficially() {
    Claim.Builder claim = claim(Scope.INCIDENT).setVictim("Acme Bank");
    assertThat(link(claim.setAttributedBy(List.of("A Blogger"))).getOfficial()).isFalse();
    assertThat(link(claim.setAttributedBy(List.of("the Acme Bank"))).getOfficial()).isTrue();
    assertThat(link(claim.setAttributedBy(List.of("Interpol"))).getOfficial()).isTrue();
    assertThat(
            link(claim(Scope.INCIDENT)
                    .setVictim("Ronin Network")
                    .setAttributedBy(List.of("Axie Infinity")))
                .getOfficial())
        .isTrue();
    assertThat(link(claim.setAttributedBy(List.of("NIS"))).getOfficial()).isFalse();
  }

  @Test
  void aVictimThatWasLearnedJoinsWhatIsKnownUnlessAVictimIsKnown() {
    Alias learned = alias(entity("acme-group", "Acme Group", EntityType.VICTIM));
    Alias actor = alias(entity("acme-crew", "Acme Crew", EntityType.ACTOR));
    Alias victim = alias(entity("acme", "Acme", EntityType.VICTIM));
    assertThat(Linker.together(Optional.empty(), Optional.of(learned))).isEqualTo(learned);
    assertThat(Linker.together(Optional.of(victim), Optional.of(learned))).isEqualTo(victim);
    assertThat(Linker.together(Optional.of(victim), Optional.empty())).isEqualTo(victim);
    assertThat(Linker.together(Optional.of(actor), Optional.of(learned)).getEntities())
        .extracting(Entity::getId)
        .containsExactly("acme-crew", "acme-group");
  }

  @Test
  void everyNameIsLookedUpOnceAndOfTooManyTheFirst() {
    List<String> many = IntStream.range(0, 100).mapToObj(i -> "Name " + i).toList();
    assertThat(
            Linker.names(
                claim(Scope.INCIDENT)
                    .setVictim("The Acme")
                    .setVictimAliases(List.of("Acme"))
                    .build()))
        .containsExactly("acme");
    assertThat(Linker.names(claim(Scope.INCIDENT).setVictim("X").setVictimAliases(many).build()))
        .hasSize(Linker.MOST_NAMES)
        .contains("x");
  }

  @ParameterizedTest
  @CsvSource({
    "82, USD, 2016-05-01, 2016-02-01",
    "850000, BTC, 2016-05-01, 2014-02-01",
    "800000, BTC, 2016-05-01, 2014-02-01",
    "850000, BTC, 2013-05-01, ",
    "850000, ETH, 2016-05-01, ",
    "12, USD, 2016-05-01, "
  })
  void whatWasLostTellsWhenAKnownIncidentWas(
      int lost, String currency, LocalDate published, @Nullable LocalDate first) {
    Entity acme =
        Entity.newBuilder(entity("acme", "Acme", EntityType.VICTIM))
            .setIncidents(
                List.of(incident("2014-02", 850_000, "BTC"), incident("2016-02", 81, "USD")))
            .build();
    Claim claim =
        claim(Scope.INCIDENT)
            .setVictim("Acme")
            .setPublishedAt(published.atStartOfDay(ZoneOffset.UTC).toInstant())
            .setAmounts(List.of(loss(lost, currency)))
            .build();
    assertThat(knownFrom(claim, acme)).isEqualTo(Optional.ofNullable(first));
  }

  @ParameterizedTest
  @CsvSource({"2016-05-01, 2014-02-01", "2014-02-20, "})
  void whatIsToldOfAVictimThatIsNoMoreWasItsLastKnownIncident(
      LocalDate published, @Nullable LocalDate first) {
    Entity acme =
        Entity.newBuilder(entity("acme", "Acme", EntityType.VICTIM))
            .setIncidents(
                List.of(incident("2011-06", 25_000, "BTC"), incident("2014-02", 5, "BTC")))
            .setUntil(days(LocalDate.parse("2014-02-28"), 27))
            .build();
    Claim.Builder claim =
        claim(Scope.INCIDENT)
            .setVictim("Acme")
            .setPublishedAt(published.atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThat(knownFrom(claim.build(), acme)).isEqualTo(Optional.ofNullable(first));
    assertThat(knownFrom(claim.setPeriod(days(published, 2)).build(), acme))
        .isEqualTo(Optional.ofNullable(first));
    assertThat(knownFrom(claim.setPeriod(days(LocalDate.parse("2012-01-03"), 2)).build(), acme))
        .isEmpty();
  }

  @Test
  void knowledgeDatesNothingThatIsDated() {
    Entity acme =
        Entity.newBuilder(entity("acme", "Acme", EntityType.VICTIM))
            .setIncidents(List.of(incident("2016-02", 81, "USD")))
            .build();
    LocalDate published = LocalDate.parse("2017-05-15");
    Claim.Builder claim =
        claim(Scope.INCIDENT)
            .setVictim("Acme")
            .setPublishedAt(published.atStartOfDay(ZoneOffset.UTC).toInstant())
            .setAmounts(List.of(loss(81, "USD")));
    assertThat(knownFrom(claim.setPeriod(days(published, 14)).build(), acme)).isPresent();
    assertThat(knownFrom(claim.setPeriod(days(published, 5)).build(), acme)).isEmpty();
  }

  private static Optional<LocalDate> knownFrom(Claim claim, Entity victim) {
    return Linker.link(claim, name -> Optional.of(alias(victim)))
        .getKnownPeriod()
        .map(Period::getFrom);
  }

  private static Period days(LocalDate last, int days) {
    return new Period(last.minusDays(days), last, Precision.RANGE);
  }

  private static KnownIncident incident(String month, double lost, String currency) {
    YearMonth when = YearMonth.parse(month);
    return new KnownIncident(
        new Period(when.atDay(1), when.atEndOfMonth(), Precision.MONTH),
        List.of(new KnownSum(lost, currency)));
  }

  private static Amount loss(int value, String currency) {
    return Amount.newBuilder()
        .setRole(AmountRole.LOSS)
        .setValue(BigDecimal.valueOf(value).setScale(8))
        .setCurrency(currency)
        .setUsdCents(currency.equals("USD") ? 100L * value : null)
        .setBound(Bound.ABOUT)
        .setText("")
        .build();
  }

  private static LinkedActor actor(Certainty certainty) {
    return LinkedActor.newBuilder().setId("x").setName("X").setCertainty(certainty).build();
  }

  private static Entity entity(String id, String name, EntityType type) {
    return Entity.newBuilder().setId(id).setName(name).setType(type).build();
  }

  private static Alias alias(Entity entity) {
    return Alias.newBuilder().setName(entity.getName()).setEntities(List.of(entity)).build();
  }
}
