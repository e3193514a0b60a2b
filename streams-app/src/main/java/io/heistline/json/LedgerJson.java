package io.heistline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heistline.model.ActorTotals;
import io.heistline.model.Article;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Ruling;
import io.heistline.reading.Reading;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes the ledger as JSON, one line an object. The same content gives the same bytes: lists are
 * sorted, money is exact. Names are a contract with other programs: fields may be added, never
 * renamed.
 */
public final class LedgerJson {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().writer();

  private LedgerJson() {}

  /**
   * An article and what it says, in the order of the text.
   *
   * @param skipped why it was not read, if so
   */
  public static String extract(
      Article article, List<LinkedClaim> claims, Optional<Reading.Skipped> skipped) {
    return write(ExtractJson.of(article, claims, skipped));
  }

  /** A claim and the article that makes it. */
  public static String claim(LinkedClaim claim) {
    return write(FiledClaimJson.of(claim));
  }

  public static String incident(Incident incident) {
    return write(IncidentJson.of(incident));
  }

  public static String totals(ActorTotals totals) {
    return write(TotalsJson.of(totals));
  }

  public static String ruling(Ruling ruling) {
    return write(IncidentJson.RulingJson.of(ruling));
  }

  /**
   * The whole ledger as one object.
   *
   * @param articles number of distinct current articles that it rests on
   */
  public static String ledger(
      long articles, Collection<Incident> incidents, Collection<ActorTotals> totals) {
    return write(
        new Ledger(
            articles,
            incidents.stream()
                .sorted(Comparator.comparing(Incident::getId))
                .map(IncidentJson::of)
                .toList(),
            totals.stream()
                .sorted(Comparator.comparing(each -> each.getActor().getId()))
                .map(TotalsJson::of)
                .toList()));
  }

  private static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Ledger(long articles, List<IncidentJson> incidents, List<TotalsJson> totals) {}
}
