package io.heistline.reading;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The figures of an incident: the best loss first, then what differs from it; then demands and
 * recoveries.
 */
final class AmountRule {
  /** Figures for one loss: the best, and two that differ. */
  private static final int MAX_LOSSES = 3;

  /** What one repetition of a figure adds to its weight, see {@link Candidate#weight()}. */
  private static final int REPEATED = 12;

  /** What it adds to the weight of a figure that the others add up to it. */
  private static final int TOTAL = 40;

  /** Figures of which one may be the total; more of them are a table. */
  private static final int MAX_PARTS = 12;

  /** Figures that are weighed for one victim; more of them are a table, which only repeats. */
  private static final int MAX_CANDIDATES = 400;

  /** Sentences from the top in which repetitions are counted: news is told by then. */
  private static final int REPEATING_SENTENCES = 100;

  /** Sentences that give a figure beyond which more of them say nothing more. */
  private static final int MAX_SAME = 4;

  private AmountRule() {}

  /** The best loss first, then what differs from it; then demands and recoveries. */
  static List<Amount> amounts(
      List<Statement> statements, List<Facts> article, LocalDate published) {
    List<Candidate> candidates = new ArrayList<>();
    for (Statement statement : statements) {
      boolean old = isOld(statement, published);
      for (RoleRule.Roled roled : PartsRule.added(statement, statements)) {
        if (candidates.size() < MAX_CANDIDATES) {
          candidates.add(new Candidate(roled, statement, old));
        }
      }
    }
    dropDamages(candidates, statements);
    IdentityHashMap<Candidate, Integer> weights = new IdentityHashMap<>();
    Optional<Money> total = total(candidates);
    for (Candidate c : candidates) {
      boolean isTotal = total.filter(c.roled().money()::isSameFigure).isPresent();
      weights.put(c, c.weight() + repeats(c, article) + (isTotal ? TOTAL : 0));
    }
    candidates.sort(Comparator.comparing((Candidate c) -> weights.getOrDefault(c, 0)).reversed());
    List<Amount> amounts = new ArrayList<>();
    List<Money> losses = kept(candidates, AmountRole.LOSS, List.of());
    losses.forEach(money -> amounts.add(money.amount(AmountRole.LOSS)));
    for (AmountRole role : AmountRole.values()) {
      if (role != AmountRole.LOSS) {
        // what was asked for and paid is a loss, and said once
        List<Money> said = role == AmountRole.DEMAND ? losses : List.of();
        kept(candidates, role, said).forEach(money -> amounts.add(money.amount(role)));
      }
    }
    return amounts;
  }

  /** What was lost without a figure, where no figure is given. */
  static Optional<String> vague(List<Statement> statements, List<Amount> amounts) {
    if (amounts.stream().anyMatch(amount -> amount.getRole() == AmountRole.LOSS)) {
      return Optional.empty();
    }
    return statements.stream()
        .flatMap(statement -> statement.facts().vague().stream())
        .map(VagueMoney::text)
        .findFirst();
  }

  private static List<Money> kept(List<Candidate> candidates, AmountRole role, List<Money> said) {
    List<Money> kept = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Money money = candidate.roled().money();
      if (candidate.roled().role() == role
          && kept.size() < (role == AmountRole.LOSS ? MAX_LOSSES : 1)
          && kept.stream().noneMatch(other -> isSame(other, money, candidates))
          && said.stream().noneMatch(other -> other.isSameFigure(money))) {
        kept.add(money);
      }
    }
    return kept;
  }

  /** Whether two figures are one, by themselves or by one that gives both: "36m euros ($47m)". */
  private static boolean isSame(Money a, Money b, List<Candidate> candidates) {
    return a.isSameFigure(b)
        || candidates.stream()
            .map(candidate -> candidate.roled().money())
            .anyMatch(both -> both.isSameFigure(a) && both.isSameFigure(b) && !both.isDollars());
  }

  /** What an attack cost is what was taken only where it took money: else it is the repairs. */
  private static void dropDamages(List<Candidate> candidates, List<Statement> statements) {
    if (!KindRule.isOfMoney(statements)) {
      candidates.removeIf(c -> c.roled().role() == AmountRole.LOSS && c.roled().damage());
    }
  }

  /** Whether a statement is dated long before publication: an earlier event, mostly. */
  private static boolean isOld(Statement statement, LocalDate published) {
    return statement
        .date()
        .filter(date -> date.last().isBefore(published.minusDays(PeriodRule.RECENT_DAYS)))
        .isPresent();
  }

  /** The figure that an article repeats is the one that it means, whether or not it says so. */
  private static int repeats(Candidate candidate, List<Facts> article) {
    int same = 0;
    for (int i = 0; i < Math.min(article.size(), REPEATING_SENTENCES) && same < MAX_SAME; i++) {
      same += gives(article.get(i), candidate.roled()) ? 1 : 0;
    }
    return Math.max(0, same - 1) * REPEATED;
  }

  /** The largest figure, if the others are its parts: "$69 million: $60 million and $9 million". */
  private static Optional<Money> total(List<Candidate> candidates) {
    List<Money> figures = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Money money = candidate.roled().money();
      boolean next =
          candidate.roled().role() == AmountRole.LOSS
              && money.usdCents().isPresent()
              && figures.size() < MAX_PARTS
              && figures.stream().noneMatch(other -> other.isSameFigure(money));
      if (next) {
        figures.add(money);
      }
    }
    if (figures.size() < 3) {
      return Optional.empty();
    }
    figures.sort(Comparator.comparing(Money::size).reversed());
    BigDecimal parts =
        figures.stream().skip(1).map(Money::size).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(figures.get(0)).filter(total -> Money.isClose(total.size(), parts));
  }

  private static boolean gives(Facts facts, RoleRule.Roled roled) {
    for (Money money : facts.untold()) {
      if (money.isSameFigure(roled.money())) {
        return true;
      }
    }
    for (RoleRule.Roled other : facts.money()) {
      if (other.role() == roled.role() && other.money().isSameFigure(roled.money())) {
        return true;
      }
    }
    return false;
  }

  /** A figure for an amount, and how much speaks for it. */
  private record Candidate(RoleRule.Roled roled, Statement statement, boolean old) {

    int weight() {
      Sentence sentence = statement.facts().sentence();
      Money money = roled.money();
      int weight = 100 - 2 * Math.min(statement.index(), 25);
      weight += statement.isTitle() ? 30 : 0;
      weight += statement.mention().isPresent() ? 10 : 0;
      weight -= old || PartsRule.isEarlier(sentence, money) ? 60 : 0;
      weight += PartsRule.isTotal(sentence, money) ? 15 : 0;
      weight -= PartsRule.isPart(sentence, money) ? 30 : 0;
      weight += money.usdCents().isPresent() ? 40 : 0;
      weight -= Units.isWorthADollar(money.currency()) ? 15 : 0; // one of several coins, mostly
      weight -= Math.min(roled.distance(), 10) * 2;
      return weight;
    }
  }
}
