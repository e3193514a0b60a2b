package io.heistline.monitor;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A topic that the read model follows.
 *
 * @param topic its name
 * @param sink takes each record, in the order of its partition
 */
record Followed(String topic, Consumer<ConsumerRecord<String, byte[]>> sink) {}
