package io.heistline.monitor;

import io.heistline.model.Incident;
import io.heistline.model.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Which incidents somebody means. What is not given means all. */
public final class IncidentFilter {
  /** By what incidents can be told apart. */
  static final Set<String> PARAMETERS =
      Set.of("actor", "sponsor", "victim", "kind", "from", "to", "minUsd", "maxUsd", "q");

  private final Optional<String> actor;
  private final Optional<String> sponsor;
  private final Optional<String> victim;
  private final Optional<Kind> kind;
  private final Optional<LocalDate> from;
  private final Optional<LocalDate> to;
  private final OptionalLong least;
  private final OptionalLong most;
  private final Optional<String> text;

  /**
   * As a request has it.
   *
   * @throws ProblemException naming the parameter that makes no sense
   */
  IncidentFilter(Params params) {
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
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw params.wrong("from", "give a day that is not after 'to'");
    }
    if (least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong()) {
      throw params.wrong("minUsd", "give no more than 'maxUsd'");
    }
  }

  /**
   * By the parameters that the API takes.
   *
   * @throws IllegalArgumentException naming the parameter that makes no sense
   */
  public static IncidentFilter of(Map<String, String> parameters) {
    try {
      return new IncidentFilter(Params.of(parameters, PARAMETERS));
    } catch (ProblemException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  public boolean matches(Incident incident) {
    return matches(new FiledIncident(incident, 0));
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
