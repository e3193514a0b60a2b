package io.heistline.local;

import io.heistline.app.KnowledgePublisher;
import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.KnowledgeDesk;
import io.heistline.knowledge.NameBook;
import io.heistline.knowledge.OrdinaryWords;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;

/** The knowledge of a running stack, as it was when it was opened, to look at or to work on. */
final class KnowledgeStore {
  private final Topics topics;
  private final Knowledge bundled = Knowledge.bundled();
  private final OrdinaryWords ordinary = OrdinaryWords.bundled();
  private final NameBook book;

  private KnowledgeStore(ClusterSettings settings) {
    topics = new Topics(settings);
    book = new NameBook(TopicTable.read(settings, topics.knowledge()), bundled.aliases());
  }

  static KnowledgeStore open(ClusterOptions cluster) {
    return open(cluster.settings());
  }

  static KnowledgeStore open(ClusterSettings settings) {
    return new KnowledgeStore(settings);
  }

  NameBook book() {
    return book;
  }

  Knowledge bundled() {
    return bundled;
  }

  OrdinaryWords ordinary() {
    return ordinary;
  }

  KnowledgeDesk desk() {
    return new KnowledgeDesk(book, bundled, ordinary);
  }

  /** Publishes what has changed in the book; the claims that use its names are linked anew. */
  void publish() {
    new KnowledgePublisher(topics).publish(book);
  }
}
