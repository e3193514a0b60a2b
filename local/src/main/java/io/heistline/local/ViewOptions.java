package io.heistline.local;

import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that show a topic of the ledger, and the showing. */
final class ViewOptions {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--json", description = "One JSON object a line, sorted by id.")
  private boolean json;

  @Option(names = "--follow", description = "Go on with every change, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--actor",
      paramLabel = "ID",
      description = "Only what concerns this actor: lazarus-group, north-korea, unattributed ...")
  private @Nullable String actor;

  /** Shows a topic as it is; with --follow, every change after that. */
  <V> void show(Console console, Function<Topics, View<V>> views) {
    ClusterSettings settings = cluster.settings();
    View<V> view = views.apply(new Topics(settings));
    try (TopicTable<V> table = new TopicTable<>(settings, view.topic())) {
      List<V> entries = table.readToEnd().values().stream().filter(v -> isWanted(view, v)).toList();
      print(console, view, entries);
      if (follow) {
        table.follow(
            (key, value) -> change(console, view, key, value), () -> !console.out().checkError());
      }
    }
  }

  private <V> boolean isWanted(View<V> view, V entry) {
    return actor == null || view.concerns().test(entry, actor);
  }

  private <V> void print(Console console, View<V> view, Collection<V> entries) {
    if (json) {
      entries.forEach(entry -> console.out().println(view.json().apply(entry)));
    } else {
      console.print(view.text().apply(entries));
    }
    console.out().flush();
  }

  private <V> void change(Console console, View<V> view, String key, Optional<V> value) {
    if (value.isEmpty()) {
      console
          .out()
          .println(
              json
                  ? "{\"deleted\":\"" + TextTable.cleanLine(key).replaceAll("[\"\\\\]", "?") + "\"}"
                  : "gone: " + TextTable.clean(key));
    } else if (isWanted(view, value.get())) {
      console
          .out()
          .println(
              json
                  ? view.json().apply(value.get())
                  : view.text().apply(List.of(value.get())).get(1));
    }
  }
}
