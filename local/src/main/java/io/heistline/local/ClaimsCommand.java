package io.heistline.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows what the articles say, names resolved.")
final class ClaimsCommand implements Runnable {
  private final Console console;

  @Mixin private ViewOptions options = new ViewOptions();

  ClaimsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    options.show(console, View::claims);
  }
}
