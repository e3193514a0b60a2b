package io.heistline.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Takes back a name that was added; with its own name, an actor or victim and all its names.",
      "What is bundled stays, and counts again where it was covered."
    })
final class KnowledgeRemoveCommand implements Runnable {
  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(index = "0", paramLabel = "TYPE", description = "${COMPLETION-CANDIDATES}")
  private AddedType type = AddedType.ACTOR;

  @Parameters(index = "1", paramLabel = "NAME")
  private String name = "";

  KnowledgeRemoveCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    KnowledgeStore store = KnowledgeStore.open(cluster);
    var gone = store.desk().remove(type.type(), name);
    store.publish();
    gone.forEach(each -> console.out().println("removed " + TextTable.cleanLine(each)));
  }
}
