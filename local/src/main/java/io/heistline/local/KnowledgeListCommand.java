package io.heistline.local;

import io.heistline.knowledge.NameBook;
import io.heistline.knowledge.Names;
import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows the known actors, victims and sources.")
final class KnowledgeListCommand implements Runnable {
  private static final List<TextTable.Column> COLUMNS =
      List.of(
          TextTable.Column.left("NAME"),
          TextTable.Column.left("ID"),
          TextTable.Column.left("TYPE"),
          TextTable.Column.left("SPONSOR"),
          TextTable.Column.right("NAMES"),
          TextTable.Column.left("BY"));

  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private @Nullable EntityType type;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Only those of whose names one holds this.")
  private @Nullable String text;

  @Option(
      names = "--below",
      paramLabel = "ID",
      description = "Only this actor and those below it: north-korea ...")
  private @Nullable String above;

  @Option(names = "--added", description = "Only those with a name that is not bundled.")
  private boolean added;

  KnowledgeListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    TextTable table = new TextTable(COLUMNS);
    rows(KnowledgeStore.open(cluster).book()).stream()
        .filter(this::isWanted)
        .sorted(
            Comparator.comparing((Row row) -> row.entity().getType())
                .thenComparing(row -> row.entity().getId()))
        .forEach(row -> table.add(row.cells()));
    console.print(table.lines());
  }

  private boolean isWanted(Row row) {
    Entity entity = row.entity();
    boolean ofType = type == null || entity.getType() == type;
    boolean below =
        above == null
            || Stream.concat(
                    Stream.of(entity.getId()), entity.getLineage().stream().map(EntityRef::getId))
                .anyMatch(above::equals);
    boolean named =
        text == null
            || row.names().stream()
                .map(Names::normalise)
                .anyMatch(key -> key.contains(Names.normalise(text)));
    return ofType && below && named && (!added || !row.origins().equals(List.of(NameBook.BUNDLED)));
  }

  private static List<Row> rows(NameBook book) {
    Map<String, Row> rows = new TreeMap<>();
    for (EntityType each : EntityType.values()) {
      for (Map.Entry<String, Alias> name : book.names().entrySet()) {
        book.named(name.getKey(), each)
            .ifPresent(
                entity ->
                    rows.computeIfAbsent(each + "/" + entity.getId(), id -> new Row(entity))
                        .add(name.getValue().getName(), entity.getOrigin()));
      }
    }
    return List.copyOf(rows.values());
  }

  /** An entity, its names, and who gave them. */
  private record Row(Entity entity, List<String> names, TreeSet<String> by) {
    Row(Entity entity) {
      this(entity, new ArrayList<>(), new TreeSet<>());
    }

    void add(String name, String origin) {
      names.add(name);
      by.add(origin);
    }

    List<String> origins() {
      return List.copyOf(by);
    }

    List<String> cells() {
      return List.of(
          entity.getName(),
          entity.getId(),
          entity.getType().name().toLowerCase(Locale.ROOT),
          entity.getSponsor().orElse(""),
          Integer.toString(names.size()),
          String.join(", ", by));
    }
  }
}
