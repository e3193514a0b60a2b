package io.heistline.resolving;

import io.heistline.model.AliasLink;
import io.heistline.model.AliasMention;
import java.util.List;
import java.util.Optional;

/**
 * Counts who gives one victim two names. Two names are linked once so many publishers say so that
 * do not copy each other, and no more once they do not.
 */
public final class LinkFile {
  /** One publisher may be mistaken, or tell a part from the whole loosely; two are believed. */
  static final int FEWEST_VOICES = 2;

  /** Publishers that are looked at for a pair of names: enough to find two that do not copy. */
  static final int MOST_VOICES = 16;

  private final Table<AliasMention> mentions;
  private final Table<AliasLink> links;
  private final Table<Long> counts;

  /**
   * A file over its tables.
   *
   * @param mentions by pair of names/claim id
   * @param links by pair of names
   * @param counts how often each voice and spelling is there, by pair of names/...
   */
  public LinkFile(Table<AliasMention> mentions, Table<AliasLink> links, Table<Long> counts) {
    this.mentions = mentions;
    this.links = links;
    this.counts = counts;
  }

  /**
   * Files what a claim says of a pair of names in place of what it said.
   *
   * @param mention empty if it is gone
   */
  public void file(String pair, String claimId, Optional<AliasMention> mention) {
    String key = pair + "/" + claimId;
    Optional<AliasMention> before = mentions.get(key);
    if (before.equals(mention)) {
      return;
    }
    before.ifPresent(gone -> count(pair, gone, -1));
    mention.ifPresentOrElse(
        now -> {
          mentions.put(key, now);
          count(pair, now, 1);
        },
        () -> mentions.remove(key));
  }

  /** The link between a pair of names, with one spelling of each; empty if too few say so. */
  public Optional<AliasLink> link(String pair) {
    return links
        .get(pair)
        .filter(link -> voices(link) >= FEWEST_VOICES)
        .map(link -> AliasLink.newBuilder(link).setVoices(List.of()).build());
  }

  private static int voices(AliasLink link) {
    return Choir.independent(link.getVoices().stream().map(Voice::parse).toList());
  }

  private void count(String pair, AliasMention mention, int by) {
    AliasLink before =
        links.get(pair).orElseGet(() -> new AliasLink(List.of(), List.of(), List.of()));
    AliasLink now =
        new AliasLink(
            spelling(pair + "/1/").count(before.getFirst(), mention.getNames().get(0), by),
            spelling(pair + "/2/").count(before.getSecond(), mention.getNames().get(1), by),
            new Firsts(counts, pair + "/v/", true, MOST_VOICES)
                .count(before.getVoices(), mention.getVoice(), by));
    if (now.getVoices().isEmpty()) {
      links.remove(pair);
    } else {
      links.put(pair, now);
    }
  }

  private Firsts spelling(String prefix) {
    return new Firsts(counts, prefix, false, 1);
  }
}
