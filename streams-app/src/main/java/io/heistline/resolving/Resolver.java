package io.heistline.resolving;

import io.heistline.linking.Actors;
import io.heistline.model.Claim;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Period;
import io.heistline.model.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns all claims about one victim into its incidents. A function of the set of claims: their
 * order and how often they came make no difference.
 */
public final class Resolver {
  /** Statements quoted in an incident; the counts cover all of them. */
  public static final int MOST_SOURCES = 20;

  private Resolver() {}

  /**
   * The incidents by id.
   *
   * @param claims INCIDENT claims about one victim, in any order
   */
  public static SortedMap<String, Incident> resolve(Collection<LinkedClaim> claims) {
    List<Statement> statements =
        claims.stream().map(Statement::new).sorted(Comparator.comparing(Statement::id)).toList();
    SortedMap<String, Incident> incidents = new TreeMap<>();
    for (List<Statement> event : Events.of(statements)) {
      String id = freeId(event, incidents.keySet());
      incidents.put(id, incident(id, event));
    }
    return incidents;
  }

  /** Victim and month; only events known by the year alone can share one, and are then numbered. */
  private static String freeId(List<Statement> event, Set<String> taken) {
    String id = victim(event).getId() + "-" + When.of(event).map(When::label).orElse("undated");
    String free = id;
    for (int number = 2; taken.contains(free); number++) {
      free = id + "-" + number;
    }
    return free;
  }

  private static Incident incident(String id, List<Statement> event) {
    Optional<Period> period = When.of(event);
    Optional<Figures.Recovered> recovered = Figures.recovered(event);
    return Incident.newBuilder()
        .setId(id)
        .setVictim(victim(event))
        .setKnownAs(knownAs(event))
        .setKind(kind(event))
        .setActors(
            Actors.merge(event.stream().flatMap(one -> one.linked().getActors().stream()).toList()))
        .setLoss(Figures.loss(event).orElse(null))
        .setRecoveredUsdCents(recovered.map(Figures.Recovered::usdCents).orElse(null))
        .setRecoveredValued(recovered.map(Figures.Recovered::valued).orElse(false))
        .setRecords(records(event).orElse(null))
        .setPeriod(period.orElse(null))
        .setClaims(event.size())
        .setArticles(distinct(event.stream().map(one -> one.claim().getArticleId())))
        .setPublishers(distinct(event.stream().map(Statement::publisher)))
        .setSources(event.stream().limit(MOST_SOURCES).map(Resolver::source).toList())
        .build();
  }

  /** Claims about a victim without an entry may spell it in several ways: the commonest counts. */
  private static EntityRef victim(List<Statement> event) {
    return Votes.of(event, statement -> statement.linked().getVictim().stream())
        .best(Comparator.comparing(EntityRef::getName).reversed())
        .orElseThrow(() -> new IllegalArgumentException("an INCIDENT claim without a victim"));
  }

  private static Kind kind(List<Statement> event) {
    return Votes.of(event, statement -> Stream.of(statement.claim().getKind()))
        .best(Comparator.reverseOrder())
        .orElseThrow();
  }

  private static Optional<Long> records(List<Statement> event) {
    return Votes.of(event, statement -> statement.claim().getRecords().stream())
        .best(Comparator.naturalOrder());
  }

  private static List<String> knownAs(List<Statement> event) {
    return event.stream()
        .map(Statement::claim)
        .flatMap(
            claim -> Stream.concat(claim.getVictim().stream(), claim.getVictimAliases().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Source source(Statement statement) {
    Claim claim = statement.claim();
    return Source.newBuilder()
        .setClaimId(claim.getId())
        .setArticleId(claim.getArticleId())
        .setUrl(claim.getUrl())
        .setPublisher(claim.getPublisher())
        .setPublishedAt(claim.getPublishedAt())
        .setSentence(claim.getEvidence().getSentence())
        .build();
  }

  private static int distinct(Stream<String> values) {
    return (int) values.distinct().count();
  }
}
