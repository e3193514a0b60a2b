package io.heistline.topology;

import io.heistline.resolving.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Registers what concerns all victims and emits what follows and has changed: learned names under
 * {@link #NAME}/name, rulings under {@link #RULING}/victim id/key.
 */
final class Registration<V> implements ProcessorSupplier<String, V, String, SpecificRecord> {
  static final String NAME = "name";
  static final String RULING = "ruling";

  private final RegisterStores stores;
  private final Clerk<V> clerk;

  /** Registers one kind of record. */
  interface Clerk<V> {
    /** Registers a record, empty if it is gone; true if that changes what follows. */
    boolean register(Register register, String key, Optional<V> value);
  }

  Registration(RegisterStores stores, Clerk<V> clerk) {
    this.stores = stores;
    this.clerk = clerk;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return stores.all();
  }

  @Override
  public Processor<String, V, String, SpecificRecord> get() {
    return new Registering();
  }

  private final class Registering implements Processor<String, V, String, SpecificRecord> {
    private ProcessorContext<String, SpecificRecord> context;
    private Register register;

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
      this.context = context;
      this.register = stores.register(context);
    }

    @Override
    public void process(Record<String, V> record) {
      if (clerk.register(register, record.key(), Optional.ofNullable(record.value()))) {
        emit(NAME, register.names(), stores.names(context), record);
        emit(RULING, register.rulings(), stores.current(context), record);
      }
    }

    private <W extends SpecificRecord> void emit(
        String kind,
        SortedMap<String, W> now,
        KeyValueStore<String, W> emitted,
        Record<?, ?> record) {
      List<KeyValue<String, W>> before = new ArrayList<>();
      try (KeyValueIterator<String, W> all = emitted.all()) {
        all.forEachRemaining(before::add);
      }
      for (KeyValue<String, W> each : before) {
        if (!now.containsKey(each.key)) {
          emitted.delete(each.key);
          forward(kind, each.key, null, record);
        }
      }
      now.forEach(
          (key, value) -> {
            if (!value.equals(emitted.get(key))) {
              emitted.put(key, value);
              forward(kind, key, value, record);
            }
          });
    }

    private void forward(
        String kind, String key, @Nullable SpecificRecord value, Record<?, ?> record) {
      context.forward(
          new Record<>(NestedKeys.nested(kind, key), value, record.timestamp(), record.headers()));
    }
  }
}
