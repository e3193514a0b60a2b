package io.heistline.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows the incidents of the ledger.")
final class IncidentsCommand implements Runnable {
  private final Console console;

  @Mixin private ViewOptions options = new ViewOptions();

  IncidentsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    options.show(console, View::incidents);
  }
}
