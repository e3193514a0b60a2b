package io.heistline.topology;

import io.heistline.model.ReportShare;
import io.heistline.model.Reported;
import io.heistline.totalling.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What others report for each actor, with the number of claims that say exactly so. */
final class ActorReports {
  private final KeyValueStore<String, Reported> store;

  /**
   * @param store actor/signature, see {@link Reports#signature}
   */
  ActorReports(KeyValueStore<String, Reported> store) {
    this.store = store;
  }

  void add(String actor, ReportShare share) {
    count(actor, share, 1);
  }

  void remove(String actor, ReportShare share) {
    count(actor, share, -1);
  }

  List<Reported> of(String actor) {
    List<Reported> found = new ArrayList<>();
    try (KeyValueIterator<String, Reported> all =
        store.prefixScan(NestedKeys.prefix(actor), new StringSerializer())) {
      all.forEachRemaining(entry -> found.add(entry.value));
    }
    return found;
  }

  private void count(String actor, ReportShare share, int by) {
    String key = NestedKeys.nested(actor, Reports.signature(share));
    Optional<Reported> known = Optional.ofNullable(store.get(key));
    store.put(key, Reports.count(known, share, by).orElse(null));
  }
}
