package io.heistline.totalling;

import io.heistline.model.ActorFile;
import io.heistline.model.Contribution;
import io.heistline.model.IncidentShare;
import io.heistline.model.Tally;
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
        .setNetUsdCents(0)
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
      long loss = incident.getIncident().getLossUsdCents().orElse(0L);
      long recovered = incident.getRecoveredUsdCents().orElse(0L);
      changed
          .setIncidents(file.getIncidents() + sign)
          .setLossUsdCents(file.getLossUsdCents() + sign * loss)
          .setRecoveredUsdCents(file.getRecoveredUsdCents() + sign * recovered)
          .setNetUsdCents(file.getNetUsdCents() + sign * net(loss, recovered))
          .setMonths(change(file.getMonths(), Months.of(incident.getIncident()), sign, loss))
          .setKinds(change(file.getKinds(), incident.getKind().name(), sign, loss));
      incident
          .getCertainty()
          .ifPresent(
              certainty ->
                  changed.setCertainties(
                      change(file.getCertainties(), certainty.name(), sign, loss)));
    }
    return changed.build();
  }

  /**
   * Coins that come back years later may be worth more than all that was taken; that leaves nothing
   * missing here, and makes up for nothing elsewhere.
   */
  private static long net(long loss, long recovered) {
    return Math.max(0, loss - recovered);
  }

  private static Map<String, Tally> change(
      Map<String, Tally> tallies, String key, int sign, long loss) {
    Map<String, Tally> changed = new TreeMap<>(tallies);
    Tally before = changed.getOrDefault(key, new Tally(0, 0L));
    Tally after = new Tally(before.getIncidents() + sign, before.getLossUsdCents() + sign * loss);
    if (after.getIncidents() == 0) {
      changed.remove(key);
    } else {
      changed.put(key, after);
    }
    return changed;
  }
}
