package io.heistline.local;

import io.heistline.model.Ruling;
import io.heistline.resolving.Register;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows the rulings that stand, and whether the ledger shows their incident.")
final class RuleListCommand implements Runnable {
  private static final List<TextTable.Column> COLUMNS =
      List.of(
          TextTable.Column.left("INCIDENT"),
          TextTable.Column.left("RULING"),
          TextTable.Column.left("IS"),
          TextTable.Column.left("BY"),
          TextTable.Column.left("AT"),
          TextTable.Column.left("WHY"),
          TextTable.Column.left("IN THE LEDGER"));

  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  RuleListCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    ClusterSettings settings = cluster.settings();
    Topics topics = new Topics(settings);
    Set<String> shown =
        TopicTable.read(settings, topics.incidents()).values().stream()
            .flatMap(incident -> incident.getRulings().stream())
            .map(Register::key)
            .collect(Collectors.toSet());
    TextTable table = new TextTable(COLUMNS);
    TopicTable.read(settings, topics.rulings())
        .forEach((key, ruling) -> table.add(row(ruling, shown.contains(key))));
    console.print(table.lines());
  }

  private static List<String> row(Ruling ruling, boolean shown) {
    return List.of(
        ruling.getSubject(),
        Register.word(ruling.getAction()),
        ruling.getTarget().or(() -> ruling.getLossUsdCents().map(Money::of)).orElse(""),
        ruling.getBy(),
        ruling.getAt().toString(),
        ruling.getWhy(),
        shown ? "yes" : "no");
  }
}
