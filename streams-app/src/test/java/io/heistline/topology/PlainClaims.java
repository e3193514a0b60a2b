package io.heistline.topology;

import io.heistline.model.ActorMention;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Article;
import io.heistline.model.Bound;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Scope;
import io.heistline.reading.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles whose claims stand there plainly, one a line: {@code victim; millions of dollars;
 * month; actor; source}. The victim may have another name: {@code Ronin=Axie}, the sum be in
 * another currency: {@code 5 BTC}, and "not Crew" clears an actor. "-" is nothing; without a victim
 * it is a PERIOD claim, and the month a year. So a test of the topology says what it means and does
 * not depend on reading English.
 */
final class PlainClaims {
  static final String OTHER_LANGUAGE = "Bonjour";

  private static final long CENTS_IN_A_MILLION = 100_000_000L;
  private static final int SCALE = 8;
  private static final String CLEARED = "not ";

  private PlainClaims() {}

  static Article article(String id, String publisher, String day, String... claims) {
    return Article.newBuilder()
        .setId(id)
        .setUrl("https://" + publisher + ".example/" + id)
        .setPublisher(publisher)
        .setTitle("")
        .setBody(String.join("\n", claims))
        .setContentType("text/plain")
        .setPublishedAt(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant())
        .build();
  }

  /** The claims of an article; one that begins with {@link #OTHER_LANGUAGE} is left alone. */
  static Reading read(Article article) {
    return article.getBody().startsWith(OTHER_LANGUAGE)
        ? new Reading(List.of(), Set.of(), Optional.of(Reading.Skipped.NOT_ENGLISH))
        : new Reading(claims(article), Set.of(), Optional.empty());
  }

  private static List<Claim> claims(Article article) {
    return article
        .getBody()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> claim(article, line))
        .toList();
  }

  private static Claim claim(Article article, String line) {
    String[] parts = line.split("; *");
    String victim = absent(parts[0]);
    return Claim.newBuilder()
        .setId(article.getId() + "-" + Integer.toHexString(line.hashCode()))
        .setArticleId(article.getId())
        .setUrl(article.getUrl())
        .setPublisher(article.getPublisher())
        .setPublishedAt(article.getPublishedAt())
        .setScope(victim == null ? Scope.PERIOD : Scope.INCIDENT)
        .setKind(Kind.THEFT)
        .setVictim(victim == null ? null : victim.split("=")[0])
        .setVictimAliases(victim == null ? List.of() : aliases(victim.split("=")))
        .setActors(actors(absent(parts[3])))
        .setAmounts(amounts(absent(parts[1])))
        .setPeriod(period(absent(parts[2])))
        .setAttributedBy(Optional.ofNullable(absent(parts[4])).stream().toList())
        .setEvidence(new Evidence(line, 0, line.length()))
        .build();
  }

  private static List<ActorMention> actors(@Nullable String name) {
    return name == null
        ? List.of()
        : name.startsWith(CLEARED)
            ? List.of(
                new ActorMention(name.substring(CLEARED.length()), Certainty.DENIED, false, false))
            : List.of(new ActorMention(name, Certainty.CONFIRMED, false, false));
  }

  private static List<String> aliases(String[] names) {
    return List.of(names).subList(1, names.length);
  }

  private static List<Amount> amounts(@Nullable String sum) {
    if (sum == null) {
      return List.of();
    }
    String[] words = sum.split(" ");
    Amount.Builder amount =
        Amount.newBuilder().setRole(AmountRole.LOSS).setBound(Bound.ABOUT).setText(sum);
    if (words.length == 2) {
      return List.of(
          amount.setValue(new BigDecimal(words[0]).setScale(SCALE)).setCurrency(words[1]).build());
    }
    long cents = Long.parseLong(sum) * CENTS_IN_A_MILLION;
    return List.of(
        amount
            .setValue(BigDecimal.valueOf(cents, 2).setScale(SCALE))
            .setCurrency("USD")
            .setUsdCents(cents)
            .build());
  }

  private static @Nullable Period period(@Nullable String when) {
    if (when == null) {
      return null;
    }
    if (when.length() == "2022".length()) {
      return new Period(
          LocalDate.parse(when + "-01-01"), LocalDate.parse(when + "-12-31"), Precision.YEAR);
    }
    YearMonth month = YearMonth.parse(when);
    return new Period(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
  }

  private static @Nullable String absent(String part) {
    return part.equals("-") ? null : part;
  }
}
