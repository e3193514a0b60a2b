package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heistline.model.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** Parameters that say which. */
  static final Set<String> FILTERS =
      Set.of("actor", "sponsor", "victim", "kind", "from", "to", "minUsd", "maxUsd", "q");

  /** Parameters of a page: filters, order and place. */
  static final Set<String> PAGED =
      Stream.concat(FILTERS.stream(), Stream.of("sort", "order", "limit", "cursor"))
          .collect(Collectors.toUnmodifiableSet());

  /** Parameters of an export: filters and order. */
  static final Set<String> ORDERED =
      Stream.concat(FILTERS.stream(), Stream.of("sort", "order"))
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

  private final Optional<String> actor;
  private final Optional<String> sponsor;
  private final Optional<String> victim;
  private final Optional<Kind> kind;
  private final Optional<LocalDate> from;
  private final Optional<LocalDate> to;
  private final OptionalLong least;
  private final OptionalLong most;
  private final Optional<String> text;
  private final String sort;
  private final boolean descending;
  private final int limit;
  private final Optional<Place> after;

  /**
   * @throws ProblemException naming the parameter that makes no sense
   */
  IncidentQuery(Params params) {
    actor = params.text("actor");
    sponsor = params.text("sponsor");
    victim = params.text("victim");
    kind =
        params
            .anyOf("kind", Arrays.stream(Kind.values()).map(Kind::name).toList())
            .map(Kind::valueOf);
    from = params.day("from");
    to = params.day("to");
    least = params.cents("minUsd");
    most = params.cents("maxUsd");
    text = params.text("q").map(FiledIncident::lower);
    sort = params.choice("sort", List.of(DATE, LOSS, CHANGED));
    descending = params.choice("order", List.of(DESCENDING, ASCENDING)).equals(DESCENDING);
    limit = params.whole("limit", 1, MOST_ON_PAGE, USUAL_PAGE);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw params.wrong("from", "give a day that is not after 'to'");
    }
    if (least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong()) {
      throw params.wrong("minUsd", "give no more than 'maxUsd'");
    }
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
    return incidents.stream().filter(this::matches).sorted(order()).toList();
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

  boolean matches(FiledIncident incident) {
    return actor.stream().allMatch(incident::blames)
        && sponsor.stream().allMatch(incident::isSponsoredBy)
        && victim.stream().allMatch(incident::robs)
        && kind.stream().allMatch(incident.incident().getKind()::equals)
        && text.stream().allMatch(incident::mentions)
        && isInPeriod(incident)
        && isOfSize(incident);
  }

  /** By the first possible day, as totals count by year; without a date it lies in no period. */
  private boolean isInPeriod(FiledIncident incident) {
    if (from.isEmpty() && to.isEmpty()) {
      return true;
    }
    return incident.from().stream()
        .anyMatch(
            day -> from.stream().noneMatch(day::isBefore) && to.stream().noneMatch(day::isAfter));
  }

  private boolean isOfSize(FiledIncident incident) {
    OptionalLong loss = incident.lossCents();
    return (least.isEmpty() || (loss.isPresent() && loss.getAsLong() >= least.getAsLong()))
        && (most.isEmpty() || (loss.isPresent() && loss.getAsLong() <= most.getAsLong()));
  }
}
