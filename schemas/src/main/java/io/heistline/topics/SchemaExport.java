package io.heistline.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.SchemaFormatter;

/**
 * Writes the value schema of every topic as one self-contained .avsc file, for consumers in other
 * languages. The build packs them into the jar under avro/.
 */
public final class SchemaExport {
  private SchemaExport() {}

  /** Writes the files to the folder {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    ClusterSettings nowhere =
        new ClusterSettings("unused:9092", "mock://schema-export", "heistline", 1, (short) 1);
    for (Topic<?> topic : new Topics(nowhere).all()) {
      if (topic.schema().isPresent()) {
        Files.writeString(
            folder.resolve(topic.name() + ".avsc"),
            SchemaFormatter.format("json/pretty", topic.schema().get()) + "\n");
      }
    }
  }
}
