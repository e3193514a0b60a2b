package io.heistline.resolving;

import io.heistline.model.LinkedActor;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Applies analysts' rulings to the events of one victim. A ruling holds for the incident that has
 * its subject's id; where later articles have moved that to another month, for the one of which
 * somebody still says that month.
 */
final class Rulings {
  private static final Comparator<Ruling> ORDER =
      Comparator.comparing(Ruling::getSubject)
          .thenComparing(Ruling::getAction)
          .thenComparing(ruling -> ruling.getTarget().orElse(""))
          .thenComparing(Comparator.comparing(Ruling::getAt).reversed());

  private final SortedMap<String, Event> events;
  private final SortedMap<String, List<Ruling>> byEvent = new TreeMap<>();

  private Rulings(Collection<Ruling> rulings, SortedMap<String, Event> events) {
    this.events = events;
    rulings.stream().sorted(ORDER).forEach(this::assign);
  }

  /** An event, and the rulings that hold for it: those on its own id first. */
  record Decided(Event event, List<Ruling> rulings) {
    /** The sum that is set. */
    Optional<Loss> loss(Optional<Loss> reported) {
      return first(RulingAction.SET_LOSS)
          .flatMap(
              ruling ->
                  ruling.getLossUsdCents().map(cents -> Rulings.loss(ruling, cents, reported)))
          .or(() -> reported);
    }

    /** Who did it, as is set. */
    List<LinkedActor> actors(List<LinkedActor> reported) {
      return first(RulingAction.SET_ACTOR)
          .map(ruling -> ruling.getActor().stream().toList())
          .orElse(reported);
    }

    private Optional<Ruling> first(RulingAction action) {
      return rulings.stream().filter(ruling -> ruling.getAction() == action).findFirst();
    }
  }

  /** What is left of the events by id: merged ones together, dismissed ones not at all. */
  static SortedMap<String, Decided> apply(
      Collection<Ruling> rulings, SortedMap<String, Event> events) {
    return new Rulings(rulings, events).decided();
  }

  /** In order of subject, action and target, as an incident shows them. */
  static List<Ruling> inOrder(Collection<Ruling> rulings) {
    return rulings.stream().distinct().sorted(ORDER).toList();
  }

  private void assign(Ruling ruling) {
    find(ruling.getSubject())
        .ifPresent(id -> byEvent.computeIfAbsent(id, any -> new ArrayList<>()).add(ruling));
    if (ruling.getAction() == RulingAction.SPLIT) {
      events.forEach(
          (id, event) -> {
            if (isApart(event.statements(), ruling.getSubject())) {
              byEvent.computeIfAbsent(id, any -> new ArrayList<>()).add(ruling);
            }
          });
    }
  }

  private Optional<String> find(String subject) {
    if (events.containsKey(subject)) {
      return Optional.of(subject);
    }
    Optional<Period> period = Subject.parse(subject).flatMap(Subject::period);
    return events.entrySet().stream()
        .filter(event -> event.getValue().dating().get(0).signature().getApart().isEmpty())
        .filter(
            event -> event.getValue().statements().stream().anyMatch(one -> speaksOf(one, period)))
        .max(
            Comparator.comparing(
                    (Map.Entry<String, Event> event) -> Crowd.claims(event.getValue().statements()))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private static boolean speaksOf(Statement statement, Optional<Period> period) {
    return period.isEmpty()
        ? statement.period().isEmpty()
        : statement.period().filter(one -> When.apart(one, period.get()) == 0).isPresent();
  }

  private static boolean isApart(List<Statement> event, String subject) {
    return event.get(0).signature().getApart().filter(subject::equals).isPresent();
  }

  private SortedMap<String, Decided> decided() {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    for (String id : events.keySet()) {
      groups.computeIfAbsent(target(id), any -> new ArrayList<>()).add(id);
    }
    SortedMap<String, Decided> decided = new TreeMap<>();
    groups.forEach(
        (id, members) -> {
          if (!isDismissed(id)) {
            decided.put(id, together(id, members));
          }
        });
    return decided;
  }

  private Decided together(String id, List<String> members) {
    List<Event> merged = new ArrayList<>();
    List<Ruling> rulings = new ArrayList<>(byEvent.getOrDefault(id, List.of()));
    for (String member : members) {
      if (member.equals(id)) {
        merged.add(event(id));
      } else if (!isDismissed(member)) {
        merged.add(event(member));
        rulings.addAll(byEvent.getOrDefault(member, List.of()));
      }
    }
    return new Decided(merged.stream().reduce(Event::and).orElseThrow(), rulings);
  }

  private Event event(String id) {
    return Optional.ofNullable(events.get(id)).orElseThrow();
  }

  private boolean isDismissed(String id) {
    return byEvent.getOrDefault(id, List.of()).stream()
        .anyMatch(ruling -> ruling.getAction() == RulingAction.DISMISS);
  }

  /** Where mergers lead in the end; of a circle, to its first id. */
  private String target(String id) {
    Set<String> passed = new TreeSet<>();
    String at = id;
    while (passed.add(at)) {
      Optional<String> next = mergedInto(at);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    Set<String> circle = new TreeSet<>();
    while (circle.add(at)) {
      at = mergedInto(at).orElse(at);
    }
    return circle.iterator().next();
  }

  private Optional<String> mergedInto(String id) {
    return byEvent.getOrDefault(id, List.of()).stream()
        .filter(ruling -> ruling.getAction() == RulingAction.MERGE)
        .flatMap(ruling -> ruling.getTarget().stream())
        .flatMap(target -> find(target).stream())
        .findFirst();
  }

  private static Loss loss(Ruling ruling, long cents, Optional<Loss> reported) {
    return Loss.newBuilder()
        .setBestUsdCents(cents)
        .setLowUsdCents(Math.min(cents, reported.map(Loss::getLowUsdCents).orElse(cents)))
        .setHighUsdCents(Math.max(cents, reported.map(Loss::getHighUsdCents).orElse(cents)))
        .setReason("set by %s: %s".formatted(ruling.getBy(), ruling.getWhy()))
        .build();
  }
}
