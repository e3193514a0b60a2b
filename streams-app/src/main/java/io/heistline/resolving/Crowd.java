package io.heistline.resolving;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many articles and publishers stand behind an event. */
final class Crowd {
  /** Hashes are 64 bits, so they lie evenly on a line of this length. */
  private static final double LINE = Math.pow(2, Long.SIZE);

  private static final int HEX = 16;

  private Crowd() {}

  static long claims(Collection<Statement> event) {
    return event.stream().mapToLong(statement -> statement.signature().getClaims()).sum();
  }

  /** Articles, each once, however many of the statements it makes. */
  static long articles(Collection<Statement> event) {
    Set<String> ids = event.stream().map(Statement::id).collect(Collectors.toSet());
    long articles = 0;
    for (Statement statement : event) {
      articles += statement.signature().getArticles();
    }
    return articles - repeated(event, ids);
  }

  /**
   * What summing up by statement counts too much: an article of three of them counts twice more.
   */
  private static long repeated(Collection<Statement> event, Set<String> ids) {
    long repeated = 0;
    for (Statement statement : event) {
      for (Map.Entry<String, Long> shared : statement.signature().getShared().entrySet()) {
        long here = List.of(shared.getKey().split(" ")).stream().filter(ids::contains).count();
        repeated += shared.getValue() * Math.max(0, here - 1);
      }
    }
    return repeated;
  }

  /**
   * Publishers, each once: exactly, as long as each statement has fewer than it keeps; beyond,
   * estimated by how densely the least of their hashes lie.
   */
  static long publishers(Collection<Statement> event) {
    Set<String> publishers = new HashSet<>();
    String kept = "";
    for (Statement statement : event) {
      List<String> voices = statement.signature().getVoices();
      voices.forEach(voice -> publishers.add(publisher(voice)));
      if (voices.size() == CaseFile.MOST_VOICES) {
        String last = publisher(voices.get(voices.size() - 1));
        kept = kept.isEmpty() || last.compareTo(kept) < 0 ? last : kept;
      }
    }
    return kept.isEmpty() ? publishers.size() : estimate(publishers, kept);
  }

  private static long estimate(Set<String> publishers, String kept) {
    long complete = publishers.stream().filter(each -> each.compareTo(kept) <= 0).count();
    double part = new BigInteger(kept, HEX).doubleValue() / LINE;
    return Math.max(publishers.size(), Math.round((complete - 1) / part));
  }

  private static String publisher(String voice) {
    return voice.substring(0, voice.indexOf('/'));
  }
}
