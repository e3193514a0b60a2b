package io.heistline.local;

import io.heistline.knowledge.NameBook;
import io.heistline.knowledge.Names;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Says what a name stands for: who it is, who stands above it, its other names.")
final class KnowledgeShowCommand implements Runnable {
  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "NAME", description = "A name or an id.")
  private String name = "";

  KnowledgeShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    KnowledgeStore store = KnowledgeStore.open(cluster);
    List<Entity> entities =
        Stream.of(EntityType.values()).flatMap(type -> named(store.book(), type)).toList();
    if (entities.isEmpty()) {
      throw new StackException(
          "'%s' stands for nothing known; knowledge list --name shows similar names, knowledge add"
                  .formatted(TextTable.cleanLine(name))
              + " adds it");
    }
    entities.forEach(entity -> print(store, entity));
  }

  private Stream<Entity> named(NameBook book, EntityType type) {
    return book.named(name, type).or(() -> book.find(name, type)).stream();
  }

  private void print(KnowledgeStore store, Entity entity) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s, %s)"
            .formatted(
                entity.getName(),
                entity.getType().name().toLowerCase(Locale.ROOT),
                entity.getId()));
    if (!entity.getLineage().isEmpty()) {
      lines.add(
          "  below      "
              + String.join(", ", entity.getLineage().stream().map(EntityRef::getName).toList()));
    }
    entity.getSponsor().ifPresent(sponsor -> lines.add("  sponsor    " + sponsor));
    store
        .book()
        .namesOf(entity)
        .forEach(
            (key, named) ->
                lines.add(
                    "  name       %s%s"
                        .formatted(named.getKey(), remarks(store, key, named.getValue()))));
    entity.getReferences().forEach(address -> lines.add("  reference  " + address));
    lines.forEach(line -> console.out().println(TextTable.cleanLine(line)));
  }

  /** What sets a name apart: whose it is, and whether it is a word, too. */
  private static String remarks(KnowledgeStore store, String key, Entity named) {
    List<String> remarks = new ArrayList<>();
    if (!named.getOrigin().equals(NameBook.BUNDLED)) {
      remarks.add("by " + named.getOrigin());
    }
    if (named.getAmbiguous()
        || store.bundled().isAmbiguous(Names.normalise(key), named.getType())) {
      remarks.add("in context only");
    }
    return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
  }
}
