package io.heistline.monitor;

import io.heistline.model.LinkedClaim;
import io.heistline.topics.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims by id, as the bytes that they came in: a third of what they take as objects. A claim whose
 * subject changes moves to another key, maybe in another partition, so that the old key may go
 * after the new one came.
 */
final class ClaimFile {
  private static final Logger log = LoggerFactory.getLogger(ClaimFile.class);

  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Filed(String subject, byte[] bytes) {}

  private final Topic<LinkedClaim> topic;
  private final long mostBytes;
  private final ConcurrentSkipListMap<String, Filed> claims = new ConcurrentSkipListMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();

  /**
   * @param mostBytes what all claims together may take; those beyond it are left out
   */
  ClaimFile(Topic<LinkedClaim> topic, long mostBytes) {
    this.topic = topic;
    this.mostBytes = mostBytes;
  }

  void apply(ConsumerRecord<String, byte[]> record) {
    int slash = record.key().indexOf('/');
    String subject = record.key().substring(0, Math.max(0, slash));
    String id = record.key().substring(slash + 1);
    byte[] value = record.value();
    if (value == null) {
      remove(id, subject);
    } else {
      put(id, new Filed(subject, value));
    }
  }

  private void put(String id, Filed claim) {
    Filed before = claims.get(id);
    long after = bytes.get() + claim.bytes().length - (before == null ? 0 : before.bytes().length);
    if (before == null && after > mostBytes) {
      if (leftOut.getAndIncrement() == 0) {
        log.warn("claims beyond {} bytes are not shown; the first is {}", mostBytes, id);
      }
      return;
    }
    claims.put(id, claim);
    bytes.set(after);
  }

  private void remove(String id, String subject) {
    Filed there = claims.get(id);
    if (there != null && there.subject().equals(subject)) {
      claims.remove(id);
      bytes.addAndGet(-there.bytes().length);
    }
  }

  Optional<LinkedClaim> find(String id) {
    return Optional.ofNullable(claims.get(id)).map(this::decoded);
  }

  /** The claims of an article, by id, which begins with the article's. */
  List<LinkedClaim> of(String articleId) {
    return claims.subMap(articleId + "-", articleId + ".").values().stream()
        .map(this::decoded)
        .filter(claim -> claim.getClaim().getArticleId().equals(articleId))
        .toList();
  }

  private LinkedClaim decoded(Filed claim) {
    return topic.values().deserializer().deserialize(topic.name(), claim.bytes());
  }

  /** As the topic has them. */
  Collection<String> keys() {
    return claims.entrySet().stream()
        .map(claim -> claim.getValue().subject() + "/" + claim.getKey())
        .toList();
  }

  int size() {
    return claims.size();
  }

  /** Claims that had no room. */
  long leftOut() {
    return leftOut.get();
  }
}
