package io.heistline.monitor;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.heistline.model.Incident;
import io.heistline.model.Loss;
import io.heistline.model.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

/** The incidents that articles told of last, as an Atom feed. */
final class IncidentFeed {
  static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final int MOST_ENTRIES = 50;
  private static final int CENT_PLACES = 2;

  private IncidentFeed() {}

  /**
   * Newest first, by when the first quoted article told of it.
   *
   * @param base address of the monitor, without a slash at the end
   */
  static String of(Collection<FiledIncident> incidents, String base) {
    List<FiledIncident> newest =
        incidents.stream()
            .sorted(
                Comparator.comparing((FiledIncident filed) -> told(filed.incident()))
                    .reversed()
                    .thenComparing(FiledIncident::id))
            .limit(MOST_ENTRIES)
            .toList();
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("atom_1.0");
    feed.setTitle("Heistline: new incidents");
    feed.setUri("tag:heistline.io,2026:incidents");
    feed.setLink(base + "/feeds/incidents.atom");
    feed.setAuthor("Heistline");
    feed.setPublishedDate(
        Date.from(
            newest.stream()
                .map(filed -> Instant.ofEpochMilli(filed.changedAt()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)));
    feed.setEntries(newest.stream().map(filed -> entry(filed, base)).toList());
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("the feed of incidents cannot be written", e);
    }
  }

  private static SyndEntry entry(FiledIncident filed, String base) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri("tag:heistline.io,2026:incident/" + filed.id());
    entry.setLink(base + "/api/incidents/" + filed.id());
    entry.setTitle(clean(title(filed.incident())));
    entry.setPublishedDate(Date.from(told(filed.incident())));
    entry.setUpdatedDate(Date.from(Instant.ofEpochMilli(filed.changedAt())));
    SyndContentImpl summary = new SyndContentImpl();
    summary.setType("text/plain");
    summary.setValue(
        clean(
            filed.incident().getSources().stream()
                .findFirst()
                .map(Source::getSentence)
                .orElse("")));
    entry.setDescription(summary);
    return entry;
  }

  private static String title(Incident incident) {
    String loss =
        incident
            .getLoss()
            .map(Loss::getBestUsdCents)
            .map(cents -> "US$ " + BigDecimal.valueOf(cents, CENT_PLACES).toPlainString())
            .orElse("loss not known");
    return "%s: %s (%s)".formatted(incident.getVictim().getName(), loss, incident.getKind());
  }

  private static Instant told(Incident incident) {
    return incident.getSources().stream()
        .map(Source::getPublishedAt)
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** Without the characters that XML cannot hold. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
  }
}
