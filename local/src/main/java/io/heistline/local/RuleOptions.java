package io.heistline.local;

import io.heistline.app.RulingPublisher;
import io.heistline.model.Incident;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import io.heistline.resolving.Register;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who rules, why, and on which running stack. */
final class RuleOptions {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
  private String by = "";

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason, as it is to stand on record.")
  private String why = "";

  String by() {
    return by.strip();
  }

  String why() {
    return why.strip();
  }

  /** The settings of the stack, once who decides and why are told. */
  ClusterSettings settings() {
    if (by().isEmpty() || why().isEmpty()) {
      throw new StackException("--by and --why are empty; a ruling says who decided and why");
    }
    return cluster.settings();
  }

  /** A ruling on an incident, to be completed. */
  Ruling.Builder on(String subject, RulingAction action) {
    return Ruling.newBuilder()
        .setSubject(subject)
        .setAction(action)
        .setBy(by())
        .setWhy(why())
        .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * The incident with an id.
   *
   * @throws StackException if there is none
   */
  static Incident incident(ClusterSettings settings, String id) {
    Incident incident = TopicTable.read(settings, new Topics(settings).incidents()).get(id);
    if (incident == null) {
      throw new StackException(
          "no incident has the id '%s'; incidents --json shows ids".formatted(id));
    }
    return incident;
  }

  static void publish(ClusterSettings settings, Collection<Ruling> rulings, Console console) {
    new RulingPublisher(new Topics(settings)).publish(rulings);
    for (Ruling ruling : rulings) {
      console.out().println(TextTable.cleanLine("ruled " + describe(ruling)));
    }
  }

  /** "acme-2022-03: merge acme-2022-04". */
  static String describe(Ruling ruling) {
    List<String> parts =
        List.of(
            ruling.getSubject() + ":",
            Register.word(ruling.getAction()),
            ruling.getTarget().or(() -> ruling.getLossUsdCents().map(Money::of)).orElse(""));
    return String.join(" ", parts).strip();
  }
}
