package io.heistline.topology;

import io.heistline.model.AliasLink;
import io.heistline.model.AliasMention;
import io.heistline.resolving.LinkFile;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Counts who links two names, and emits the link when there are enough, or no more. */
final class LinkCount implements ProcessorSupplier<String, AliasMention, String, AliasLink> {
  private final StoreBuilder<KeyValueStore<String, AliasMention>> mentions;
  private final StoreBuilder<KeyValueStore<String, AliasLink>> links;
  private final StoreBuilder<KeyValueStore<String, Long>> counts;

  LinkCount(Stores stores) {
    mentions = stores.table("link-mentions");
    links = stores.table("links");
    counts = stores.table("link-counts", Serdes.Long());
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(mentions, links, counts);
  }

  @Override
  public Processor<String, AliasMention, String, AliasLink> get() {
    return new Counting();
  }

  private final class Counting implements Processor<String, AliasMention, String, AliasLink> {
    private ProcessorContext<String, AliasLink> context;
    private LinkFile file;

    @Override
    public void init(ProcessorContext<String, AliasLink> context) {
      this.context = context;
      this.file =
          new LinkFile(
              new StoreTable<>(context.getStateStore(mentions.name())),
              new StoreTable<>(context.getStateStore(links.name())),
              new StoreTable<>(context.getStateStore(counts.name())));
    }

    @Override
    public void process(Record<String, AliasMention> record) {
      String pair = NestedKeys.parent(record.key());
      Optional<AliasLink> before = file.link(pair);
      file.file(pair, NestedKeys.rest(record.key()), Optional.ofNullable(record.value()));
      Optional<AliasLink> now = file.link(pair);
      if (!now.equals(before)) {
        context.forward(record.withKey(pair).withValue(now.orElse(null)));
      }
    }
  }
}
