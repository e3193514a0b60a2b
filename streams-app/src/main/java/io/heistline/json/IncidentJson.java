package io.heistline.json;

import io.heistline.model.Incident;
import io.heistline.model.Loss;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real event.
 *
 * @param articles number of articles behind it
 * @param publishers number of publishers behind it
 */
record IncidentJson(
    String id,
    String kind,
    VictimJson victim,
    List<ActorJson> actors,
    @Nullable LossJson lossUsd,
    @Nullable BigDecimal recoveredUsd,
    @Nullable Long records,
    @Nullable PeriodJson period,
    int articles,
    int publishers) {
  static IncidentJson of(Incident incident) {
    return new IncidentJson(
        incident.getId(),
        incident.getKind().name(),
        VictimJson.of(incident.getVictim(), incident.getKnownAs()),
        ActorJson.of(incident.getActors()),
        incident.getLoss().map(LossJson::of).orElse(null),
        incident.getRecoveredUsdCents().map(Dollars::ofCents).orElse(null),
        incident.getRecords().orElse(null),
        incident.getPeriod().map(PeriodJson::of).orElse(null),
        incident.getArticles(),
        incident.getPublishers());
  }

  /** The range of what is reported, and the figure that counts. */
  record LossJson(BigDecimal low, BigDecimal best, BigDecimal high) {
    static LossJson of(Loss loss) {
      return new LossJson(
          Dollars.ofCents(loss.getLowUsdCents()),
          Dollars.ofCents(loss.getBestUsdCents()),
          Dollars.ofCents(loss.getHighUsdCents()));
    }
  }
}
