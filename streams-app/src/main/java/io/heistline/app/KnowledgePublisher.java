package io.heistline.app;

import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.NameBook;
import io.heistline.model.Alias;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes heistline.knowledge. At the start of a stack it brings in the bundled knowledge: what is
 * new or changed since the version that published it last, and tombstones for what it no longer
 * holds. Names that somebody else gave stay.
 */
public final class KnowledgePublisher {
  private static final Logger log = LoggerFactory.getLogger(KnowledgePublisher.class);

  private final Topics topics;

  public KnowledgePublisher(Topics topics) {
    this.topics = topics;
  }

  void publish(Knowledge knowledge) {
    Map<String, Alias> published = TopicTable.read(topics.settings(), topics.knowledge());
    SortedMap<String, @Nullable Alias> changes = NameBook.merge(published, knowledge.aliases());
    publish(changes);
    log.info("{} of {} bundled names were published", changes.size(), knowledge.aliases().size());
  }

  /**
   * Publishes what has changed in a book. Returns when all is written.
   *
   * @throws IllegalStateException naming the first name that could not be written
   */
  public void publish(NameBook book) {
    publish(book.changes());
  }

  private void publish(SortedMap<String, @Nullable Alias> changes) {
    new TablePublisher<>(topics, topics.knowledge()).publish(changes);
  }
}
