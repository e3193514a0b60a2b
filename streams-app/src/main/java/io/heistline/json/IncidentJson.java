package io.heistline.json;

import io.heistline.model.Incident;
import io.heistline.model.Loss;
import io.heistline.model.Ruling;
import io.heistline.model.Source;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One real event.
 *
 * @param lossReason why the best figure is the best
 * @param lossValued whether nobody states dollars, and the figures were worked out at a rate
 * @param recoveredValued the same of what came back
 * @param articles number of articles behind it
 * @param publishers number of publishers behind it
 * @param sources a bounded sample of the statements behind it
 * @param rulings the analysts' decisions that hold for it
 */
record IncidentJson(
    String id,
    String kind,
    VictimJson victim,
    List<ActorJson> actors,
    @Nullable LossJson lossUsd,
    @Nullable String lossReason,
    boolean lossValued,
    @Nullable BigDecimal recoveredUsd,
    boolean recoveredValued,
    @Nullable Long records,
    @Nullable PeriodJson period,
    int articles,
    int publishers,
    List<SourceJson> sources,
    List<RulingJson> rulings) {
  static IncidentJson of(Incident incident) {
    return new IncidentJson(
        incident.getId(),
        incident.getKind().name(),
        VictimJson.of(incident.getVictim(), incident.getKnownAs()),
        ActorJson.of(incident.getActors()),
        incident.getLoss().map(LossJson::of).orElse(null),
        incident.getLoss().map(Loss::getReason).orElse(null),
        incident.getLoss().map(Loss::getValued).orElse(false),
        incident.getRecoveredUsdCents().map(Dollars::ofCents).orElse(null),
        incident.getRecoveredValued(),
        incident.getRecords().orElse(null),
        incident.getPeriod().map(PeriodJson::of).orElse(null),
        incident.getArticles(),
        incident.getPublishers(),
        incident.getSources().stream().map(SourceJson::of).toList(),
        incident.getRulings().stream().map(RulingJson::of).toList());
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

  /** One statement behind an incident. */
  record SourceJson(
      String claimId,
      String articleId,
      String url,
      String publisher,
      String publishedAt,
      String sentence) {
    static SourceJson of(Source source) {
      return new SourceJson(
          source.getClaimId(),
          source.getArticleId(),
          source.getUrl(),
          source.getPublisher(),
          source.getPublishedAt().toString(),
          source.getSentence());
    }
  }

  /** One decision. */
  record RulingJson(
      String action,
      String subject,
      @Nullable String target,
      @Nullable BigDecimal lossUsd,
      String by,
      String why,
      String at) {
    static RulingJson of(Ruling ruling) {
      return new RulingJson(
          ruling.getAction().name(),
          ruling.getSubject(),
          ruling.getTarget().orElse(null),
          ruling.getLossUsdCents().map(Dollars::ofCents).orElse(null),
          ruling.getBy(),
          ruling.getWhy(),
          ruling.getAt().toString());
    }
  }
}
