package io.heistline.local;

import io.heistline.model.ActorTotals;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Scope;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import io.heistline.totalling.Difference;
import io.heistline.totalling.Recount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Adds the totals of a running stack up anew from its incidents and reported sums,",
      "and prints every field that differs. Exit code 1 if any does."
    })
final class AuditCommand implements Callable<Integer> {
  private static final List<TextTable.Column> COLUMNS =
      List.of(
          TextTable.Column.left("ACTOR"),
          TextTable.Column.left("FIELD"),
          TextTable.Column.right("IS"),
          TextTable.Column.right("SHOULD BE"));

  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ClusterSettings settings = cluster.settings();
    Topics topics = new Topics(settings);
    Map<String, ActorTotals> are = TopicTable.read(settings, topics.actorTotals());
    Map<String, Incident> incidents =
        TopicTable.read(settings, topics.incidents(), AuditCommand::withoutSources);
    Map<String, LinkedClaim> reported =
        TopicTable.read(settings, topics.linkedClaims(), AuditCommand::reported);
    List<Difference> differences =
        Difference.between(are, Recount.of(incidents.values(), reported));
    if (differences.isEmpty()) {
      console
          .out()
          .println(
              "the totals of %d actors are what %d incidents and %d reported sums add up to"
                  .formatted(are.size(), incidents.size(), reported.size()));
      return 0;
    }
    print(differences);
    return 1;
  }

  private void print(List<Difference> differences) {
    TextTable table = new TextTable(COLUMNS);
    differences.forEach(each -> table.add(row(each)));
    console.print(table.lines());
    console.say(
        "heistline: %d fields differ; while articles come in, totals are a moment behind:"
                .formatted(differences.size())
            + " audit again when nothing moves");
  }

  private static List<String> row(Difference difference) {
    return List.of(difference.actor(), difference.field(), difference.is(), difference.should());
  }

  /** The larger part of an incident, and none that counts in totals. */
  private static Optional<Incident> withoutSources(Incident incident) {
    return Optional.of(Incident.newBuilder(incident).setSources(List.of()).build());
  }

  private static Optional<LinkedClaim> reported(LinkedClaim claim) {
    return Optional.of(claim).filter(each -> each.getClaim().getScope() == Scope.PERIOD);
  }
}
