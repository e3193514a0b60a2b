package io.heistline.resolving;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.EntityRef;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Rate;
import io.heistline.model.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds linked claims about one victim, Acme, for tests. */
final class Claims {
  private static final long CENTS_IN_A_MILLION = 100_000_000L;

  private final Claim.Builder claim;
  private final List<Amount> amounts = new ArrayList<>();
  private final List<LinkedActor> actors = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private boolean official;
  private @Nullable Period known;
  private EntityRef victim = new EntityRef("acme", "Acme");

  private Claims(String id, String publisher, String published) {
    claim =
        Claim.newBuilder()
            .setId(id)
            .setArticleId("article-of-" + id)
            .setUrl("https://" + publisher + ".example/" + id)
            .setPublisher(publisher)
            .setPublishedAt(LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant())
            .setScope(Scope.INCIDENT)
            .setKind(Kind.THEFT)
            .setVictim("Acme")
            .setEvidence(new Evidence("Acme was robbed.", 0, 16));
  }

  static Claims claim(String id, String publisher, String published) {
    return new Claims(id, publisher, published);
  }

  Claims victim(String id, String name) {
    victim = new EntityRef(id, name);
    claim.setVictim(name);
    return this;
  }

  /** The article that makes it; each claim has one of its own otherwise. */
  Claims article(String id) {
    claim.setArticleId(id);
    return this;
  }

  Claims alias(String name) {
    aliases.add(name);
    return this;
  }

  /** Hash of the article's text. */
  Claims text(long hash) {
    claim.setTextHash(hash);
    return this;
  }

  Claims official() {
    official = true;
    return this;
  }

  Claims kind(Kind kind) {
    claim.setKind(kind);
    return this;
  }

  /** A year, a month or a day. */
  Claims when(String when) {
    claim.setPeriod(period(when));
    return this;
  }

  /** No date in the text: reading takes it for what happened within a fortnight. */
  Claims news() {
    return upToPublication(14);
  }

  /** "recently": reading takes it for what happened within two months. */
  Claims recent() {
    return upToPublication(60);
  }

  private Claims upToPublication(int days) {
    LocalDate published = LocalDate.ofInstant(claim.getPublishedAt(), ZoneOffset.UTC);
    claim.setPeriod(new Period(published.minusDays(days), published, Precision.RANGE));
    return this;
  }

  /** Knowledge has an incident with this loss in a month. */
  Claims known(String month) {
    known = period(month);
    return this;
  }

  Claims records(long number) {
    claim.setRecords(number);
    return this;
  }

  /** A loss in bitcoin of which nobody knows the worth. */
  Claims lostCoins(long number) {
    amounts.add(
        Amount.newBuilder()
            .setRole(AmountRole.LOSS)
            .setValue(BigDecimal.valueOf(number).setScale(8))
            .setCurrency("BTC")
            .setBound(Bound.ABOUT)
            .setText(number + " BTC")
            .build());
    return this;
  }

  Claims lost(long millions) {
    return amount(AmountRole.LOSS, millions);
  }

  Claims recovered(long millions) {
    return amount(AmountRole.RECOVERY, millions);
  }

  /** A loss in bitcoin that was worked out to be worth so many dollars. */
  Claims lostInBitcoin(long millions) {
    return valued(AmountRole.LOSS, millions);
  }

  Claims recoveredInBitcoin(long millions) {
    return valued(AmountRole.RECOVERY, millions);
  }

  Claims actor(String id, Certainty certainty, String... lineage) {
    actors.add(
        LinkedActor.newBuilder()
            .setId(id)
            .setName(id)
            .setLineage(Arrays.stream(lineage).map(above -> new EntityRef(above, above)).toList())
            .setCertainty(certainty)
            .build());
    return this;
  }

  LinkedClaim build() {
    return LinkedClaim.newBuilder()
        .setClaim(claim.setAmounts(amounts).setVictimAliases(aliases).build())
        .setVictim(victim)
        .setActors(actors)
        .setAttributedBy(List.of())
        .setOfficial(official)
        .setKnownPeriod(known)
        .build();
  }

  private Claims amount(AmountRole role, long millions) {
    amounts.add(
        Amount.newBuilder()
            .setRole(role)
            .setValue(BigDecimal.valueOf(millions).movePointRight(6).setScale(8))
            .setCurrency("USD")
            .setUsdCents(millions * CENTS_IN_A_MILLION)
            .setBound(Bound.ABOUT)
            .setText("$" + millions + " million")
            .build());
    return this;
  }

  private Claims valued(AmountRole role, long millions) {
    amount(role, millions);
    Amount dollars = amounts.remove(amounts.size() - 1);
    amounts.add(
        Amount.newBuilder(dollars)
            .setCurrency("BTC")
            .setRate(
                Rate.newBuilder()
                    .setCurrency("BTC")
                    .setMonth("2022-03")
                    .setUsd(new BigDecimal("1.00000000"))
                    .setSource("test")
                    .build())
            .build());
    return this;
  }

  private static @Nullable Period period(String when) {
    return switch (when.length()) {
      case 4 ->
          new Period(
              LocalDate.parse(when + "-01-01"), LocalDate.parse(when + "-12-31"), Precision.YEAR);
      case 7 ->
          new Period(
              YearMonth.parse(when).atDay(1),
              YearMonth.parse(when).atEndOfMonth(),
              Precision.MONTH);
      default -> new Period(LocalDate.parse(when), LocalDate.parse(when), Precision.DAY);
    };
  }
}
