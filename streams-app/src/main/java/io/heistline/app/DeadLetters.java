package io.heistline.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record that cannot be decoded, processed or written to heistline.dead-letters, with its
 * original key and bytes, and lets the stream go on. Headers: heistline.reason, heistline.stage,
 * heistline.topic, heistline.partition, heistline.offset.
 *
 * <p>Kafka Streams makes one for each role and configures it.
 */
public final class DeadLetters
    implements DeserializationExceptionHandler,
        ProcessingExceptionHandler,
        ProductionExceptionHandler {
  public static final String REASON = "heistline.reason";
  public static final String STAGE = "heistline.stage";
  public static final String TOPIC = "heistline.topic";
  public static final String PARTITION = "heistline.partition";
  public static final String OFFSET = "heistline.offset";

  /** Longest dead letter, in bytes: a larger original is cut, so that it fits its own topic. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private String topic = "";

  @Override
  public void configure(Map<String, ?> configs) {
    topic = String.valueOf(configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG));
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
    return DeserializationExceptionHandler.Response.resume(
        List.of(letter(context, record.key(), record.value(), "decoding", error)));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception error) {
    return ProcessingExceptionHandler.Response.resume(
        List.of(
            letter(
                context,
                context.sourceRawKey(),
                context.sourceRawValue(),
                context.processorNodeId(),
                error)));
  }

  /** A record too large to write is kept as a dead letter; anything else stops and starts anew. */
  @Override
  public ProductionExceptionHandler.Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception error) {
    if (!(error instanceof RecordTooLargeException)) {
      return ProductionExceptionHandler.Response.fail();
    }
    return ProductionExceptionHandler.Response.resume(
        List.of(letter(context, record.key(), record.value(), "writing " + record.topic(), error)));
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kafka declares it
  public ProductionExceptionHandler.Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception error,
      SerializationExceptionOrigin origin) {
    return ProductionExceptionHandler.Response.resume(
        List.of(
            letter(
                context,
                context.sourceRawKey(),
                context.sourceRawValue(),
                "encoding for " + record.topic(),
                error)));
  }

  private ProducerRecord<byte[], byte[]> letter(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] value,
      String stage,
      Exception error) {
    String reason = reason(error);
    log.warn(
        "{} partition {} offset {} goes to dead letters at {}: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        stage,
        reason);
    ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, key, cut(value));
    Headers headers = letter.headers();
    headers.add(REASON, reason.getBytes(UTF_8));
    headers.add(STAGE, stage.getBytes(UTF_8));
    headers.add(TOPIC, String.valueOf(context.topic()).getBytes(UTF_8));
    headers.add(PARTITION, Integer.toString(context.partition()).getBytes(UTF_8));
    headers.add(OFFSET, Long.toString(context.offset()).getBytes(UTF_8));
    return letter;
  }

  private static byte @Nullable [] cut(byte @Nullable [] value) {
    return value == null || value.length <= MOST_BYTES ? value : Arrays.copyOf(value, MOST_BYTES);
  }

  /** The innermost cause says what is wrong; the ones around it say where, which we know. */
  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName()
        + Optional.ofNullable(cause.getMessage()).map(message -> ": " + message).orElse("");
  }
}
