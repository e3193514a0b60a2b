package io.heistline.totalling;

import static java.util.Comparator.comparing;

import io.heistline.model.ActorTotals;
import io.heistline.model.Contribution;
import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.IncidentRef;
import io.heistline.model.IncidentShare;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.ReportShare;
import io.heistline.model.Reported;
import io.heistline.model.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds all totals up from scratch, as one would by hand: no running sums, no orders kept. What the
 * stream comes to at rest must equal this.
 */
public final class Recount {
  private static final Comparator<Incident> BY_SIZE =
      comparing((Incident incident) -> loss(incident))
          .thenComparing(Incident::getId, Comparator.reverseOrder());

  private static final Comparator<Incident> BY_DATE =
      comparing((Incident incident) -> day(incident).orElseThrow()).thenComparing(Incident::getId);

  private final SortedMap<String, SortedMap<String, Contribution>> contributions = new TreeMap<>();
  private final Map<String, Incident> incidents = new HashMap<>();

  private Recount() {}

  /**
   * The totals by actor id.
   *
   * @param incidents the ledger's incidents
   * @param claims linked claims by key; only PERIOD claims count
   */
  public static SortedMap<String, ActorTotals> of(
      Collection<Incident> incidents, Map<String, LinkedClaim> claims) {
    Recount recount = new Recount();
    for (Incident incident : incidents) {
      recount.incidents.put(incident.getId(), incident);
      Shares.of(incident).forEach(recount::put);
    }
    claims.forEach(
        (key, claim) -> Shares.of(key, claim).ifPresent(share -> recount.put(key, share)));
    SortedMap<String, ActorTotals> totals = new TreeMap<>();
    recount.contributions.forEach(
        (actor, shares) -> totals.put(actor, recount.totals(shares.values())));
    return totals;
  }

  private void put(String key, Contribution contribution) {
    String actor = key.substring(0, key.indexOf('/'));
    contributions.computeIfAbsent(actor, id -> new TreeMap<>()).put(key, contribution);
  }

  private ActorTotals totals(Collection<Contribution> shares) {
    List<IncidentShare> own = of(shares, IncidentShare.class);
    List<Incident> counted =
        own.stream().map(share -> incidents.get(share.getIncident().getId())).toList();
    Object first = shares.iterator().next().getShare();
    Map<String, Tally> certainties = new TreeMap<>();
    own.stream()
        .filter(share -> share.getCertainty().isPresent())
        .collect(Collectors.groupingBy(share -> share.getCertainty().orElseThrow().name()))
        .forEach((certainty, some) -> certainties.put(certainty, tally(some)));
    return ActorTotals.newBuilder()
        .setActor(actor(first))
        .setSponsor(sponsor(first).orElse(null))
        .setIncidents(counted.size())
        .setLossUsdCents(loss(counted))
        .setRecoveredUsdCents(counted.stream().mapToLong(Recount::recovered).sum())
        .setNetUsdCents(
            counted.stream().mapToLong(each -> Math.max(0, loss(each) - recovered(each))).sum())
        .setLossByYear(losses(counted, Recount::year))
        .setIncidentsByYear(counts(counted, Recount::year))
        .setLossByKind(losses(counted, incident -> incident.getKind().name()))
        .setIncidentsByKind(counts(counted, incident -> incident.getKind().name()))
        .setByCertainty(certainties)
        .setLargest(best(counted, incident -> incident.getLoss().isPresent(), BY_SIZE))
        .setFirst(best(counted, incident -> incident.getPeriod().isPresent(), BY_DATE.reversed()))
        .setLast(best(counted, incident -> incident.getPeriod().isPresent(), BY_DATE))
        .setReported(reported(of(shares, ReportShare.class), counted))
        .build();
  }

  private static <S> List<S> of(Collection<Contribution> shares, Class<S> type) {
    return shares.stream()
        .map(Contribution::getShare)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static List<Reported> reported(List<ReportShare> shares, List<Incident> counted) {
    Map<String, List<ReportShare>> bySignature =
        shares.stream().collect(Collectors.groupingBy(Reports::signature));
    List<Reported> reports = new ArrayList<>();
    for (List<ReportShare> same : bySignature.values()) {
      reports.add(Reports.count(Optional.empty(), same.get(0), same.size()).orElseThrow());
    }
    return Reports.list(reports).stream()
        .map(report -> Reported.newBuilder(report).setComputedUsdCents(within(report, counted)))
        .map(Reported.Builder::build)
        .toList();
  }

  private static long within(Reported report, List<Incident> counted) {
    boolean always = report.getFrom().isEmpty() && report.getTo().isEmpty();
    YearMonth from = YearMonth.from(report.getFrom().orElse(LocalDate.MIN));
    YearMonth to = YearMonth.from(report.getTo().orElse(LocalDate.MAX));
    return loss(
        counted.stream()
            .filter(
                incident ->
                    day(incident)
                        .map(YearMonth::from)
                        .map(month -> !month.isBefore(from) && !month.isAfter(to))
                        .orElse(always))
            .toList());
  }

  private static @Nullable IncidentRef best(
      List<Incident> counted, Predicate<Incident> has, Comparator<Incident> order) {
    return counted.stream().filter(has).max(order).map(Recount::reference).orElse(null);
  }

  private static IncidentRef reference(Incident incident) {
    return IncidentRef.newBuilder()
        .setId(incident.getId())
        .setVictim(incident.getVictim().getName())
        .setFrom(day(incident).orElse(null))
        .setLossUsdCents(incident.getLoss().map(Loss::getBestUsdCents).orElse(null))
        .build();
  }

  private Tally tally(List<IncidentShare> shares) {
    return new Tally(
        shares.size(),
        loss(shares.stream().map(share -> incidents.get(share.getIncident().getId())).toList()));
  }

  private static Map<String, Long> losses(
      List<Incident> counted, Function<Incident, String> group) {
    Map<String, Long> losses =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    group, TreeMap::new, Collectors.summingLong(incident -> loss(incident))));
    losses.values().removeIf(loss -> loss == 0);
    return losses;
  }

  private static Map<String, Integer> counts(
      List<Incident> counted, Function<Incident, String> group) {
    return counted.stream()
        .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.summingInt(one -> 1)));
  }

  private static long loss(List<Incident> counted) {
    return counted.stream().mapToLong(Recount::loss).sum();
  }

  private static long loss(Incident incident) {
    return incident.getLoss().map(Loss::getBestUsdCents).orElse(0L);
  }

  private static long recovered(Incident incident) {
    return incident.getRecoveredUsdCents().orElse(0L);
  }

  private static Optional<LocalDate> day(Incident incident) {
    return incident.getPeriod().map(Period::getFrom);
  }

  private static String year(Incident incident) {
    return day(incident).map(day -> String.valueOf(day.getYear())).orElse("unknown");
  }

  private static EntityRef actor(Object share) {
    return share instanceof IncidentShare incident
        ? incident.getActor()
        : ((ReportShare) share).getActor();
  }

  private static Optional<String> sponsor(Object share) {
    return share instanceof IncidentShare incident
        ? incident.getSponsor()
        : ((ReportShare) share).getSponsor();
  }
}
