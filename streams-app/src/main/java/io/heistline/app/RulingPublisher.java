package io.heistline.app;

import io.heistline.model.Ruling;
import io.heistline.resolving.Register;
import io.heistline.topics.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes heistline.rulings. */
public final class RulingPublisher {
  private static final String BY = "heistline.by";
  private static final String WHY = "heistline.why";

  private final Topics topics;

  public RulingPublisher(Topics topics) {
    this.topics = topics;
  }

  /**
   * Publishes rulings, each in place of the last one of its kind on its subject. Returns when all
   * is written.
   *
   * @throws IllegalStateException naming the first that could not be written
   */
  public void publish(Collection<Ruling> rulings) {
    SortedMap<String, @Nullable Ruling> records = new TreeMap<>();
    rulings.forEach(ruling -> records.put(Register.key(ruling), ruling));
    publish(records, Map.of());
  }

  /**
   * Takes rulings back, by key. Who did and why stands in the headers of the tombstones.
   *
   * @throws IllegalStateException naming the first that could not be written
   */
  public void revoke(Collection<String> keys, String by, String why) {
    SortedMap<String, @Nullable Ruling> records = new TreeMap<>();
    keys.forEach(key -> records.put(key, null));
    publish(records, Map.of(BY, by, WHY, why));
  }

  private void publish(SortedMap<String, @Nullable Ruling> records, Map<String, String> headers) {
    new TablePublisher<>(topics, topics.rulings()).publish(records, headers);
  }
}
