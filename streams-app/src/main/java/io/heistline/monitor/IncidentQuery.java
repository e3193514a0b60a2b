package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which incidents are asked for, and in which order. */
final class IncidentQuery {
  private static final String DATE = "date";
  private static final String LOSS = "loss";
  private static final String CHANGED = "changed";
  private static final String DESCENDING = "desc";
  private static final String ASCENDING = "asc";

  static final int MOST_ON_PAGE = 200;
  private static final int USUAL_PAGE = 50;

  /** Parameters of a page: filters, order and place. */
  static final Set<String> PAGED =
      Stream.concat(
              IncidentFilter.PARAMETERS.stream(), Stream.of("sort", "order", "limit", "cursor"))
          .collect(Collectors.toUnmodifiableSet());

  /** Parameters of an export: filters and order. */
  static final Set<String> ORDERED =
      Stream.concat(IncidentFilter.PARAMETERS.stream(), Stream.of("sort", "order"))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * A place in an order: behind the incident that had this key and id. It stays where it is when
   * incidents come, change or go.
   */
  private record Place(long key, String id) {}

  /**
   * A part of what was asked for.
   *
   * @param total how many match in all
   * @param next cursor of the next page; empty if this is the last
   */
  record Page(int total, Optional<String> next, List<FiledIncident> incidents) {}

  private static final Pattern CURSOR =
      Pattern.compile(
          "(date|loss|changed)\\.(asc|desc)\\.(-?\\d{1,19})\\.(.{1,400})", Pattern.DOTALL);

  private final IncidentFilter filter;
  private final String sort;
  private final boolean descending;
  private final int limit;
  private final Optional<Place> after;

  /**
   * @throws ProblemException naming the parameter that makes no sense
   */
  IncidentQuery(Params params) {
    filter = new IncidentFilter(params);
    sort = params.choice("sort", List.of(DATE, LOSS, CHANGED));
    descending = params.choice("order", List.of(DESCENDING, ASCENDING)).equals(DESCENDING);
    limit = params.whole("limit", 1, MOST_ON_PAGE, USUAL_PAGE);
    after = params.text("cursor").map(cursor -> place(params, cursor));
  }

  private Place place(Params params, String cursor) {
    try {
      Matcher parts = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
      if (parts.matches()
          && parts.group(1).equals(sort)
          && parts.group(2).equals(descending ? DESCENDING : ASCENDING)) {
        return new Place(Long.parseLong(parts.group(3)), parts.group(4));
      }
    } catch (IllegalArgumentException e) {
      throw params.wrong("cursor", "give 'next' of the page before");
    }
    throw params.wrong("cursor", "give 'next' of the page before, with the same sort and order");
  }

  private String cursor(FiledIncident last) {
    String place =
        "%s.%s.%d.%s".formatted(sort, descending ? DESCENDING : ASCENDING, key(last), last.id());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  /** The page that is asked for. */
  Page page(Collection<FiledIncident> incidents) {
    List<FiledIncident> matching = all(incidents);
    List<FiledIncident> page = matching.stream().filter(this::isAfter).limit(limit + 1L).toList();
    return page.size() <= limit
        ? new Page(matching.size(), Optional.empty(), page)
        : new Page(
            matching.size(), Optional.of(cursor(page.get(limit - 1))), page.subList(0, limit));
  }

  /** All that match, in order. */
  List<FiledIncident> all(Collection<FiledIncident> incidents) {
    return incidents.stream().filter(filter::matches).sorted(order()).toList();
  }

  private Comparator<FiledIncident> order() {
    Comparator<FiledIncident> byKey = Comparator.comparingLong(this::key);
    return (descending ? byKey.reversed() : byKey).thenComparing(FiledIncident::id);
  }

  private boolean isAfter(FiledIncident incident) {
    if (after.isEmpty()) {
      return true;
    }
    int byKey = Long.compare(key(incident), after.get().key());
    return byKey == 0 ? incident.id().compareTo(after.get().id()) > 0 : descending == byKey < 0;
  }

  /** What it is sorted by; without a date or figure it comes last in both orders. */
  private long key(FiledIncident incident) {
    long last = descending ? Long.MIN_VALUE : Long.MAX_VALUE;
    return switch (sort) {
      case DATE -> incident.from().map(LocalDate::toEpochDay).orElse(last);
      case LOSS -> incident.lossCents().orElse(last);
      case CHANGED -> incident.changedAt();
      default -> throw new IllegalStateException("no sort is called " + sort);
    };
  }
}
