package io.heistline.local;

import io.heistline.app.StreamsSettings;
import io.heistline.reading.Reading;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import io.heistline.topology.LedgerTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "topology",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Shows the parts of the topology: what each reads --> what it writes, and its steps with",
      "their [stores]. (Topics in brackets) are the program's own."
    })
final class TopologyCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw it into a file instead.")
  private @Nullable Path svg;

  TopologyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (svg == null) {
      console.print(TopologyText.lines(map()));
    } else {
      Files.writeString(svg, TopologyDrawing.svg(map()));
    }
    return 0;
  }

  /** The topology as every stack runs it. */
  static TopologyMap map() {
    ClusterSettings cluster =
        new ClusterSettings(
            ClusterSettings.DEFAULTS.bootstrapServers(),
            "mock://topology",
            ClusterSettings.DEFAULTS.topicPrefix(),
            1,
            (short) 1);
    Topics topics = new Topics(cluster);
    Set<String> names = topics.all().stream().map(Topic::name).collect(Collectors.toSet());
    Map<String, String> stages = new LinkedHashMap<>();
    stages.put(topics.claims().name(), "reading");
    stages.put(topics.linkedClaims().name(), "linking");
    stages.put(topics.incidents().name(), "resolving");
    stages.put(topics.actorTotals().name(), "totalling");
    LedgerTopology topology =
        new LedgerTopology(
            topics,
            article -> new Reading(List.of(), Set.of(), Optional.empty()),
            new StreamsSettings(cluster, Path.of("."), 1).properties());
    return new TopologyMap(topology.get().describe(), names, stages);
  }
}
