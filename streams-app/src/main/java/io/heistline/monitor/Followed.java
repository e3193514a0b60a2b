package io.heistline.monitor;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A topic that the read model follows.
 *
 * @param topic its name
 * @param sink takes each record, in the order of its partition
 * @param keys of what the model holds of a table; empty for a topic that is no table
 */
record Followed(
    String topic,
    Consumer<ConsumerRecord<String, byte[]>> sink,
    Optional<Supplier<Collection<String>>> keys) {}
