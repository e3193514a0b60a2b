package io.heistline.local;

import io.heistline.knowledge.Addition;
import io.heistline.knowledge.KnowledgeDesk.Added;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Adds an actor or a victim, or aliases to a known one.",
      "Claims already seen that use the names are linked anew."
    })
final class KnowledgeAddCommand implements Runnable {
  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TYPE", description = "${COMPLETION-CANDIDATES}")
  private AddedType type = AddedType.ACTOR;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "Its name; any known name if it is known already.")
  private String name = "";

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description = "Another name of it; may be repeated.")
  private List<String> aliases = new ArrayList<>();

  @Option(
      names = "--parent",
      paramLabel = "ACTOR",
      description = "Known actor that it is a part of.")
  private @Nullable String parent;

  @Option(names = "--sponsor", paramLabel = "STATE", description = "Known state behind it.")
  private @Nullable String sponsor;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description = "Who adds it (default: ${DEFAULT-VALUE}).")
  private String origin = System.getProperty("user.name", "unknown");

  KnowledgeAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    require(
        type == AddedType.ACTOR || (parent == null && sponsor == null),
        "--parent and --sponsor are for actors");
    require(!isReserved(), "--by needs a name, and not that of the bundle");
    KnowledgeStore store = KnowledgeStore.open(cluster);
    Added added =
        store
            .desk()
            .add(
                new Addition(
                    type.type(),
                    name.strip(),
                    aliases.stream().map(String::strip).toList(),
                    Optional.ofNullable(parent),
                    Optional.ofNullable(sponsor),
                    origin.strip()));
    boolean changed = !store.book().changes().isEmpty();
    store.publish();
    say(added, changed);
  }

  private boolean isReserved() {
    return origin.isBlank() || origin.strip().equals(io.heistline.knowledge.NameBook.BUNDLED);
  }

  private void say(Added added, boolean changed) {
    String entity = "%s (%s)".formatted(added.entity().getName(), added.entity().getId());
    String verb = added.fresh() ? "added" : changed ? "extended" : "unchanged:";
    console.out().println(TextTable.cleanLine("%s %s %s".formatted(verb, type, entity)));
    added.names().stream()
        .filter(each -> !each.equals(added.entity().getName()))
        .forEach(each -> console.out().println("  also " + TextTable.cleanLine(each)));
    added
        .ambiguous()
        .forEach(
            each ->
                console.say(
                    "'%s' is also an ordinary word, initials or another's name: it counts only where"
                            .formatted(TextTable.cleanLine(each))
                        + " the text calls it a gang or group"));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds && spec != null) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
