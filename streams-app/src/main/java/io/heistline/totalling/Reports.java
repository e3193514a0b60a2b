package io.heistline.totalling;

import io.heistline.model.ReportShare;
import io.heistline.model.Reported;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Totals that others report for an actor, counted by what exactly they say. */
public final class Reports {
  /** Reported totals that an actor's record lists; of more, those that most claims repeat. */
  public static final int MOST_LISTED = 100;

  private Reports() {}

  /**
   * Key of all claims that report one sum for one period from one source: equal sums, equal key.
   */
  public static String signature(ReportShare share) {
    return "%s/%s/%s/%d%s"
        .formatted(
            share.getBy(),
            day(share.getFrom()),
            day(share.getTo()),
            share.getUsdCents(),
            share.getValued() ? "/valued" : "");
  }

  /**
   * The report with one claim more, or less.
   *
   * @param before what is known under the signature, empty at first
   * @return empty once no claim is left
   */
  public static Optional<Reported> count(Optional<Reported> before, ReportShare share, int by) {
    int claims = before.map(Reported::getClaims).orElse(0) + by;
    if (claims == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Reported.newBuilder()
            .setUsdCents(share.getUsdCents())
            .setFrom(share.getFrom().orElse(null))
            .setTo(share.getTo().orElse(null))
            .setBy(share.getBy())
            .setClaims(claims)
            .setValued(share.getValued())
            .build());
  }

  /**
   * One report for each source and period, the one that most claims repeat (at a tie the largest
   * sum), in order of period and source; one in dollars before any that was worked out at a rate.
   */
  public static List<Reported> list(Collection<Reported> reports) {
    TreeMap<String, Reported> chosen = new TreeMap<>();
    for (Reported report : reports) {
      chosen.merge(
          day(report.getFrom()) + "/" + day(report.getTo()) + "/" + report.getBy(),
          report,
          (one, other) -> BY_WEIGHT.compare(one, other) >= 0 ? one : other);
    }
    if (chosen.size() <= MOST_LISTED) {
      return List.copyOf(chosen.values());
    }
    Reported least =
        chosen.values().stream().sorted(BY_WEIGHT.reversed()).toList().get(MOST_LISTED - 1);
    return chosen.values().stream()
        .filter(report -> BY_WEIGHT.compare(report, least) >= 0)
        .limit(MOST_LISTED)
        .toList();
  }

  private static final Comparator<Reported> BY_WEIGHT =
      Comparator.comparing((Reported report) -> !report.getValued())
          .thenComparingInt(Reported::getClaims)
          .thenComparingLong(Reported::getUsdCents);

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
