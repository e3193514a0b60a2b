package io.heistline.totalling;

import io.heistline.model.ActorFile;
import io.heistline.model.Contribution;
import io.heistline.model.IncidentShare;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds a contribution to an actor's running sums and takes it out again. Sums are immutable: each
 * step gives a new one, and adding and then subtracting gives back the one before.
 */
public final class ActorFiles {
  private ActorFiles() {}

  /** Sums of nothing. */
  public static ActorFile empty() {
    return ActorFile.newBuilder()
        .setContributions(0)
        .setIncidents(0)
        .setLossUsdCents(0)
        .setRecoveredUsdCents(0)
        .build();
  }

  public static ActorFile add(ActorFile file, Contribution contribution) {
    return change(file, contribution.getShare(), 1);
  }

  public static ActorFile subtract(ActorFile file, Contribution contribution) {
    return change(file, contribution.getShare(), -1);
  }

  private static ActorFile change(ActorFile file, Object share, int sign) {
    ActorFile.Builder changed =
        ActorFile.newBuilder(file).setContributions(file.getContributions() + sign);
    if (share instanceof IncidentShare incident) {
      long loss = incident.getLossUsdCents().orElse(0L);
      changed
          .setIncidents(file.getIncidents() + sign)
          .setLossUsdCents(file.getLossUsdCents() + sign * loss)
          .setRecoveredUsdCents(
              file.getRecoveredUsdCents() + sign * incident.getRecoveredUsdCents().orElse(0L))
          .setLossByYear(change(file.getLossByYear(), incident.getYear(), sign * loss))
          .setIncidentsByKind(
              count(file.getIncidentsByKind(), incident.getKind().toString(), sign));
    }
    return changed.build();
  }

  private static Map<String, Long> change(Map<String, Long> sums, String key, long by) {
    Map<String, Long> changed = new TreeMap<>(sums);
    changed.merge(key, by, Long::sum);
    changed.values().removeIf(sum -> sum == 0);
    return changed;
  }

  private static Map<String, Integer> count(Map<String, Integer> counts, String key, int by) {
    Map<String, Integer> changed = new TreeMap<>(counts);
    changed.merge(key, by, Integer::sum);
    changed.values().removeIf(count -> count == 0);
    return changed;
  }
}
