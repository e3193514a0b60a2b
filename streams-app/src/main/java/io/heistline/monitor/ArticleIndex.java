package io.heistline.monitor;

import io.heistline.model.Article;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where each article lies in its topic, and its title. Texts stay in Kafka. */
final class ArticleIndex {
  private static final Logger log = LoggerFactory.getLogger(ArticleIndex.class);

  /** In characters; longer ones are cut. */
  private static final int LONGEST_TITLE = 300;

  /**
   * Where an article lies.
   *
   * @param title headline; may be empty
   */
  record Place(int partition, long offset, String title) {}

  private final int most;
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final AtomicLong leftOut = new AtomicLong();

  /**
   * @param most articles that are indexed; those beyond are left out
   */
  ArticleIndex(int most) {
    this.most = most;
  }

  void put(String id, Article article, int partition, long offset) {
    if (places.size() >= most && !places.containsKey(id)) {
      if (leftOut.getAndIncrement() == 0) {
        log.warn("articles beyond {} are not shown; the first is {}", most, id);
      }
      return;
    }
    String title = article.getTitle();
    String shown = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    places.put(id, new Place(partition, offset, shown));
  }

  void remove(String id) {
    places.remove(id);
  }

  Optional<Place> find(String id) {
    return Optional.ofNullable(places.get(id));
  }

  Collection<String> ids() {
    return places.keySet();
  }

  int size() {
    return places.size();
  }

  /** Articles that had no room. */
  long leftOut() {
    return leftOut.get();
  }
}
