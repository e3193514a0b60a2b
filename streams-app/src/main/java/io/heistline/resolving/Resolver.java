package io.heistline.resolving;

import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.Ruling;
import io.heistline.model.Signature;
import io.heistline.model.Source;
import io.heistline.resolving.Rulings.Decided;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns all that is said about one victim into its incidents. A function of the set of claims: what
 * many of them say alike is looked at once, with a count, so that their number makes no difference.
 */
final class Resolver {
  /** Statements quoted in an incident; the counts cover all of them. */
  static final int MOST_SOURCES = 20;

  /** Names of the victim that an incident gives. */
  static final int MOST_NAMES = 20;

  private final Function<String, Source> sources;

  private Resolver(Function<String, Source> sources) {
    this.sources = sources;
  }

  /**
   * The incidents by id.
   *
   * @param signatures all signatures of one victim's claims, in any order
   * @param rulings all rulings on its incidents
   * @param sources what an incident quotes of a claim, by claim id
   */
  static SortedMap<String, Incident> resolve(
      Collection<Signature> signatures,
      Collection<Ruling> rulings,
      Function<String, Source> sources) {
    List<Statement> statements = Statement.of(signatures);
    SortedMap<String, Event> events = new TreeMap<>();
    for (Event event : Events.of(statements)) {
      events.put(freeId(event, events.keySet()), event);
    }
    Resolver resolver = new Resolver(sources);
    SortedMap<String, Incident> incidents = new TreeMap<>();
    Rulings.apply(rulings, events)
        .forEach((id, decided) -> incidents.put(id, resolver.incident(id, decided)));
    return incidents;
  }

  /** Victim and month; the second event of one month, or of one year, gets a number. */
  private static String freeId(Event event, Set<String> taken) {
    String id =
        victim(event.statements()).getId()
            + "-"
            + event.period().map(When::label).orElse(Subject.UNDATED);
    String free = id;
    for (int number = 2; taken.contains(free); number++) {
      free = id + "-" + number;
    }
    return free;
  }

  private Incident incident(String id, Decided decided) {
    List<Statement> event = decided.event().statements();
    Optional<Figures.Recovered> recovered = Figures.recovered(event);
    return Incident.newBuilder()
        .setId(id)
        .setVictim(victim(event))
        .setKnownAs(knownAs(event))
        .setKind(kind(event))
        .setActors(decided.actors(Culprits.of(event)))
        .setLoss(decided.loss(Figures.loss(event)).orElse(null))
        .setRecoveredUsdCents(recovered.map(Figures.Recovered::usdCents).orElse(null))
        .setRecoveredValued(recovered.map(Figures.Recovered::valued).orElse(false))
        .setRecords(records(event).orElse(null))
        .setPeriod(decided.event().period().orElse(null))
        .setClaims(Math.toIntExact(Crowd.claims(event)))
        .setArticles(Math.toIntExact(Crowd.articles(event)))
        .setPublishers(Math.toIntExact(Crowd.publishers(event)))
        .setSources(sources(event))
        .setRulings(Rulings.inOrder(decided.rulings()))
        .build();
  }

  /** Claims about a victim without an entry may spell it in several ways: the commonest counts. */
  private static EntityRef victim(List<Statement> event) {
    return Votes.of(event, statement -> Stream.of(statement.signature().getVictim()))
        .best(Comparator.comparing(EntityRef::getName).reversed())
        .orElseThrow();
  }

  /** Whoever gives a sum knows what it was; an "attack" alone may be anything. */
  private static Kind kind(List<Statement> event) {
    List<Statement> exact = event.stream().filter(Resolver::hasFigure).toList();
    return Votes.of(
            exact.isEmpty() ? event : exact,
            statement -> Stream.of(statement.signature().getKind()))
        .best(Comparator.reverseOrder())
        .orElseThrow();
  }

  private static boolean hasFigure(Statement statement) {
    return statement.loss().isPresent() || statement.valuedLoss().isPresent();
  }

  private static Optional<Long> records(List<Statement> event) {
    return Votes.of(event, statement -> statement.signature().getRecords().stream())
        .best(Comparator.naturalOrder());
  }

  private static List<String> knownAs(List<Statement> event) {
    return event.stream()
        .flatMap(statement -> statement.signature().getNames().stream())
        .distinct()
        .sorted()
        .limit(MOST_NAMES)
        .toList();
  }

  /** The earliest claim of each statement, then the next of each, until there are enough. */
  private List<Source> sources(List<Statement> event) {
    List<Statement> inOrder = new ArrayList<>(event);
    inOrder.sort(
        Comparator.comparing((Statement one) -> !one.official())
            .thenComparing(one -> !hasFigure(one))
            .thenComparing(Statement::firstDay)
            .thenComparing(Statement::id));
    return IntStream.range(0, MOST_SOURCES)
        .boxed()
        .flatMap(place -> inOrder.stream().flatMap(one -> source(one, place).stream()))
        .limit(MOST_SOURCES)
        .sorted()
        .map(sources)
        .toList();
  }

  private static Optional<String> source(Statement statement, int place) {
    return statement.signature().getSources().stream()
        .skip(place)
        .findFirst()
        .map(CaseFile::claimId);
  }
}
