package io.heistline.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema is compatible, both ways, with every one of its released versions: {@code
 * schemas/released/TOPIC.VERSION.avsc}. CONTRIBUTING.md says how to release one.
 */
class ReleasedSchemasTest {
  private static final Path RELEASED = Path.of("released");
  private static final ClusterSettings NOWHERE =
      new ClusterSettings("unused:9092", "mock://released-schemas", "heistline", 1, (short) 1);

  static List<Topic<?>> topics() {
    return new Topics(NOWHERE).all().stream().filter(topic -> topic.schema().isPresent()).toList();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void isFullyCompatibleWithAllThatWasReleased(Topic<?> topic) throws IOException {
    List<Path> released = released(topic);
    assertThat(released).as("released versions of %s", topic.name()).isNotEmpty();
    for (Path file : released) {
      String problem = incompatibility(topic.schema().orElseThrow(), parse(file));
      if (!problem.isEmpty()) {
        fail("%s has changed incompatibly since %s: %s".formatted(topic.name(), file, problem));
      }
    }
  }

  @Test
  void aFieldWithoutDefaultThatComesOrGoesIsFoundOut() {
    Schema before = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    Schema more =
        SchemaBuilder.record("R").fields().requiredString("a").requiredString("b").endRecord();
    assertThat(incompatibility(more, before)).contains("READER_FIELD_MISSING_DEFAULT_VALUE");
    assertThat(incompatibility(before, more)).contains("READER_FIELD_MISSING_DEFAULT_VALUE");
    assertThat(incompatibility(before, before)).isEmpty();
  }

  private static String incompatibility(Schema now, Schema then) {
    return describe("what was written then cannot be read now", now, then)
        + describe("what is written now cannot be read by then", then, now);
  }

  private static String describe(String what, Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
        ? ""
        : what + " " + result.getIncompatibilities() + " ";
  }

  private static List<Path> released(Topic<?> topic) throws IOException {
    try (Stream<Path> files = Files.list(RELEASED)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(topic.name() + "."))
          .sorted()
          .toList();
    }
  }

  private static Schema parse(Path file) throws IOException {
    return new Schema.Parser().parse(Files.readString(file));
  }
}
