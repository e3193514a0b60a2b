package io.heistline.topology;

import io.heistline.model.Alias;
import io.heistline.model.AliasLink;
import io.heistline.model.Ruling;
import io.heistline.resolving.Register;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of the one task that holds what concerns all victims. */
final class RegisterStores {
  private final StoreBuilder<KeyValueStore<String, AliasLink>> links;
  private final StoreBuilder<KeyValueStore<String, Alias>> known;
  private final StoreBuilder<KeyValueStore<String, Ruling>> rulings;
  private final StoreBuilder<KeyValueStore<String, Alias>> names;
  private final StoreBuilder<KeyValueStore<String, Ruling>> current;

  RegisterStores(Stores stores) {
    links = stores.table("register-links");
    known = stores.table("register-known");
    rulings = stores.table("register-rulings");
    names = stores.table("register-names-out");
    current = stores.table("register-rulings-out");
  }

  Set<StoreBuilder<?>> all() {
    return Set.of(links, known, rulings, names, current);
  }

  Register register(ProcessorContext<?, ?> context) {
    return new Register(
        new StoreTable<>(context.getStateStore(links.name())),
        new StoreTable<>(context.getStateStore(known.name())),
        new StoreTable<>(context.getStateStore(rulings.name())));
  }

  /** The learned names that were emitted. */
  KeyValueStore<String, Alias> names(ProcessorContext<?, ?> context) {
    return context.getStateStore(names.name());
  }

  /** The rulings that were emitted. */
  KeyValueStore<String, Ruling> current(ProcessorContext<?, ?> context) {
    return context.getStateStore(current.name());
  }
}
