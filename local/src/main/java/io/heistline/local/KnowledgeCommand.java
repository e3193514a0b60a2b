package io.heistline.local;

import picocli.CommandLine.Command;

@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows and adds to the known actors and victims and their names.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      KnowledgeListCommand.class,
      KnowledgeShowCommand.class,
      KnowledgeAddCommand.class,
      KnowledgeRemoveCommand.class,
      KnowledgeImportCommand.class
    })
final class KnowledgeCommand {
  private KnowledgeCommand() {}
}
