package io.heistline.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "totals",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows what each actor took, and what others report.")
final class TotalsCommand implements Runnable {
  private final Console console;

  @Mixin private ViewOptions options = new ViewOptions();

  TotalsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    options.show(console, View::totals);
  }
}
