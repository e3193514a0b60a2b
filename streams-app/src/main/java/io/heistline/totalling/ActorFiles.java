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
    return share instanceof IncidentShare incident
        ? change(file, incident, sign)
        : with(file, 0, 0, 0, 0, sign, file.getMonths(), file.getKinds(), file.getCertainties());
  }

  private static ActorFile change(ActorFile file, IncidentShare share, int sign) {
    long loss = share.getIncident().getLossUsdCents().orElse(0L);
    long recovered = share.getRecoveredUsdCents().orElse(0L);
    return with(
        file,
        sign,
        sign * loss,
        sign * recovered,
        sign * net(loss, recovered),
        sign,
        change(file.getMonths(), Months.of(share.getIncident()), sign, loss),
        change(file.getKinds(), share.getKind().name(), sign, loss),
        share
            .getCertainty()
            .map(certainty -> change(file.getCertainties(), certainty.name(), sign, loss))
            .orElse(file.getCertainties()));
  }

  /** By the constructor: a builder would copy every map, entry by entry, just to replace it. */
  private static ActorFile with(
      ActorFile file,
      int incidents,
      long loss,
      long recovered,
      long net,
      int contributions,
      Map<String, Tally> months,
      Map<String, Tally> kinds,
      Map<String, Tally> certainties) {
    return new ActorFile(
        file.getContributions() + contributions,
        file.getIncidents() + incidents,
        file.getLossUsdCents() + loss,
        file.getRecoveredUsdCents() + recovered,
        file.getNetUsdCents() + net,
        months,
        kinds,
        certainties);
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
