package io.heistline.topology;

import io.heistline.model.ActorFile;
import io.heistline.model.ActorTotals;
import io.heistline.model.Contribution;
import io.heistline.model.EntityRef;
import io.heistline.model.IncidentRef;
import io.heistline.model.IncidentShare;
import io.heistline.model.ReportShare;
import io.heistline.model.Reported;
import io.heistline.totalling.ActorFiles;
import io.heistline.totalling.Totals;
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
  private final StoreBuilder<KeyValueStore<String, IncidentRef>> landmarkStore;
  private final StoreBuilder<KeyValueStore<String, Reported>> reportStore;

  TotalsFile(Stores stores) {
    contributionStore = stores.table("actor-contributions");
    fileStore = stores.hotTable("actor-sums");
    landmarkStore = stores.table("actor-landmarks");
    reportStore = stores.table("actor-reports");
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(contributionStore, fileStore, landmarkStore, reportStore);
  }

  @Override
  public Processor<String, Contribution, String, ActorTotals> get() {
    return new Filing();
  }

  private final class Filing implements Processor<String, Contribution, String, ActorTotals> {
    private ProcessorContext<String, ActorTotals> context;
    private KeyValueStore<String, Contribution> contributions;
    private KeyValueStore<String, ActorFile> files;
    private ActorLandmarks landmarks;
    private ActorReports reports;

    @Override
    public void init(ProcessorContext<String, ActorTotals> context) {
      this.context = context;
      this.contributions = context.getStateStore(contributionStore.name());
      this.files = context.getStateStore(fileStore.name());
      this.landmarks = new ActorLandmarks(context.getStateStore(landmarkStore.name()));
      this.reports = new ActorReports(context.getStateStore(reportStore.name()));
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
        takeOut(actor, before);
      }
      if (now != null) {
        file = ActorFiles.add(file, now);
        putIn(actor, now);
      }
      contributions.put(record.key(), now);
      boolean over = file.getContributions() == 0;
      files.put(actor, over ? null : file);
      context.forward(record.withKey(actor).withValue(over ? null : totals(actor, file)));
    }

    private void takeOut(String actor, Contribution contribution) {
      if (contribution.getShare() instanceof IncidentShare share) {
        landmarks.remove(actor, share.getIncident());
      } else if (contribution.getShare() instanceof ReportShare share) {
        reports.remove(actor, share);
      }
    }

    private void putIn(String actor, Contribution contribution) {
      if (contribution.getShare() instanceof IncidentShare share) {
        landmarks.add(actor, share.getIncident());
      } else if (contribution.getShare() instanceof ReportShare share) {
        reports.add(actor, share);
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
      return Totals.of(
          actor, sponsor, file, landmarks.of(actor.getId()), reports.of(actor.getId()));
    }

    /** The first in order of key names the actor, so that the order of arrival does not. */
    private Contribution first(String actor) {
      try (KeyValueIterator<String, Contribution> all =
          contributions.prefixScan(NestedKeys.prefix(actor), new StringSerializer())) {
        return all.next().value;
      }
    }
  }
}
