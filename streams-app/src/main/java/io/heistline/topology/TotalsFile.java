package io.heistline.topology;

import io.heistline.model.ActorFile;
import io.heistline.model.ActorTotals;
import io.heistline.model.Contribution;
import io.heistline.model.EntityRef;
import io.heistline.model.IncidentShare;
import io.heistline.model.ReportShare;
import io.heistline.model.Reported;
import io.heistline.totalling.ActorFiles;
import io.heistline.totalling.Reports;
import io.heistline.totalling.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Keeps the running sums of each actor. A contribution that changes is taken out of the sums as it
 * was and put in as it is, in one step, so that no total in between is ever seen.
 */
final class TotalsFile implements ProcessorSupplier<String, Contribution, String, ActorTotals> {
  private final StoreBuilder<KeyValueStore<String, Contribution>> contributionStore;
  private final StoreBuilder<KeyValueStore<String, ActorFile>> fileStore;
  private final StoreBuilder<KeyValueStore<String, Reported>> reportStore;

  TotalsFile(
      StoreBuilder<KeyValueStore<String, Contribution>> contributionStore,
      StoreBuilder<KeyValueStore<String, ActorFile>> fileStore,
      StoreBuilder<KeyValueStore<String, Reported>> reportStore) {
    this.contributionStore = contributionStore;
    this.fileStore = fileStore;
    this.reportStore = reportStore;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(contributionStore, fileStore, reportStore);
  }

  @Override
  public Processor<String, Contribution, String, ActorTotals> get() {
    return new Filing();
  }

  private final class Filing implements Processor<String, Contribution, String, ActorTotals> {
    private ProcessorContext<String, ActorTotals> context;
    private KeyValueStore<String, Contribution> contributions;
    private KeyValueStore<String, ActorFile> files;
    private KeyValueStore<String, Reported> reports;

    @Override
    public void init(ProcessorContext<String, ActorTotals> context) {
      this.context = context;
      this.contributions = context.getStateStore(contributionStore.name());
      this.files = context.getStateStore(fileStore.name());
      this.reports = context.getStateStore(reportStore.name());
    }

    @Override
    public void process(Record<String, Contribution> record) {
      Contribution before = contributions.get(record.key());
      Contribution now = record.value();
      if (now == null ? before == null : now.equals(before)) {
        return;
      }
      String actor = NestedKeys.parent(record.key());
      ActorFile file = Optional.ofNullable(files.get(actor)).orElseGet(ActorFiles::empty);
      if (before != null) {
        file = ActorFiles.subtract(file, before);
        count(actor, before, -1);
      }
      if (now != null) {
        file = ActorFiles.add(file, now);
        count(actor, now, 1);
      }
      contributions.put(record.key(), now);
      boolean over = file.getContributions() == 0;
      files.put(actor, over ? null : file);
      context.forward(record.withKey(actor).withValue(over ? null : totals(actor, file)));
    }

    private void count(String actor, Contribution contribution, int by) {
      if (contribution.getShare() instanceof ReportShare report) {
        String key = NestedKeys.nested(actor, Reports.signature(report));
        Optional<Reported> known = Optional.ofNullable(reports.get(key));
        reports.put(key, Reports.count(known, report, by).orElse(null));
      }
    }

    private ActorTotals totals(String actor, ActorFile file) {
      Contribution first = first(actor);
      if (first.getShare() instanceof IncidentShare share) {
        return totals(share.getActor(), share.getSponsor(), file);
      }
      ReportShare share = (ReportShare) first.getShare();
      return totals(share.getActor(), share.getSponsor(), file);
    }

    private ActorTotals totals(EntityRef actor, Optional<String> sponsor, ActorFile file) {
      return Totals.of(actor, sponsor, file, reportsOf(actor.getId()));
    }

    /** The first in order of key names the actor, so that the order of arrival does not. */
    private Contribution first(String actor) {
      try (KeyValueIterator<String, Contribution> all =
          contributions.prefixScan(NestedKeys.prefix(actor), new StringSerializer())) {
        return all.next().value;
      }
    }

    private List<Reported> reportsOf(String actor) {
      List<Reported> found = new ArrayList<>();
      try (KeyValueIterator<String, Reported> all =
          reports.prefixScan(NestedKeys.prefix(actor), new StringSerializer())) {
        all.forEachRemaining(entry -> found.add(entry.value));
      }
      return found;
    }
  }
}
