package io.heistline.local;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/** Tells people where to consume the topics from. */
final class TopicGuide {
  private static final List<TextTable.Column> COLUMNS =
      List.of(
          TextTable.Column.left("TOPIC"),
          TextTable.Column.left("KEY"),
          TextTable.Column.left("VALUE"),
          TextTable.Column.left("KEPT"));

  private TopicGuide() {}

  static List<String> lines(ClusterSettings settings) {
    Topics topics = new Topics(settings);
    List<String> lines = new ArrayList<>();
    lines.add("Kafka            " + settings.bootstrapServers());
    lines.add("Schema registry  " + settings.registryUrl() + " (Confluent's API)");
    lines.add("");
    TextTable table = new TextTable(COLUMNS);
    topics.all().forEach(topic -> table.add(row(topic)));
    lines.addAll(table.lines());
    lines.add("");
    lines.add("Read them at isolation.level=read_committed. For example:");
    lines.add("  ./heistline totals --follow" + elsewhere(settings));
    lines.add(
        "  kcat -b %s -t %s -C -e -f '%%k %%S bytes\\n'"
            .formatted(settings.bootstrapServers(), topics.actorTotals().name()));
    return lines;
  }

  private static List<String> row(Topic<?> topic) {
    return List.of(
        topic.name(),
        topic.keys(),
        topic.schema().map(schema -> "Avro " + schema.getName()).orElse("bytes"),
        topic.config().getOrDefault("cleanup.policy", ""));
  }

  /** The options that a command needs to find this stack; none for the usual ports. */
  private static String elsewhere(ClusterSettings settings) {
    boolean usual =
        settings.bootstrapServers().endsWith(":" + ClusterOptions.KAFKA_PORT)
            && settings.registryUrl().contains(":" + ClusterOptions.REGISTRY_PORT + "/");
    return usual
        ? ""
        : " --bootstrap-servers %s --registry %s"
            .formatted(settings.bootstrapServers(), settings.registryUrl());
  }
}
