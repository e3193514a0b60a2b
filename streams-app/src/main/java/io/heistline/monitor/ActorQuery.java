package io.heistline.monitor;

import io.heistline.model.ActorTotals;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which actors are asked for, and in which order. */
final class ActorQuery {
  static final Set<String> PARAMETERS = Set.of("sort", "order", "q");

  private static final String NAME = "name";
  private static final List<String> SORTS = List.of("loss", "recovered", "net", "incidents", NAME);

  private final String sort;
  private final boolean descending;
  private final Optional<String> text;

  /**
   * @throws ProblemException naming the parameter that makes no sense
   */
  ActorQuery(Params params) {
    sort = params.choice("sort", SORTS);
    List<String> orders = sort.equals(NAME) ? List.of("asc", "desc") : List.of("desc", "asc");
    descending = params.choice("order", orders).equals("desc");
    text = params.text("q").map(FiledIncident::lower);
  }

  /** All that match, in order. */
  List<FiledTotals> all(Collection<FiledTotals> totals) {
    return totals.stream()
        .filter(each -> text.stream().allMatch(each::mentions))
        .sorted(order())
        .toList();
  }

  private Comparator<FiledTotals> order() {
    Comparator<FiledTotals> by =
        sort.equals(NAME)
            ? Comparator.comparing(each -> FiledIncident.lower(each.name()))
            : Comparator.comparingLong(each -> figure(each.totals()));
    return (descending ? by.reversed() : by).thenComparing(FiledTotals::id);
  }

  private long figure(ActorTotals totals) {
    return switch (sort) {
      case "loss" -> totals.getLossUsdCents();
      case "recovered" -> totals.getRecoveredUsdCents();
      case "net" -> totals.getNetUsdCents().orElse(0L);
      case "incidents" -> totals.getIncidents();
      default -> throw new IllegalStateException("no sort is called " + sort);
    };
  }
}
