package io.heistline.local;

import io.heistline.app.RulingPublisher;
import io.heistline.knowledge.Names;
import io.heistline.linking.Linker;
import io.heistline.model.EntityType;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import io.heistline.resolving.Register;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rule",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Decides on incidents, over whatever articles say, and takes decisions back.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RuleCommand.Dismiss.class,
      RuleCommand.Confirm.class,
      RuleCommand.Merge.class,
      RuleCommand.Split.class,
      RuleCommand.SetLoss.class,
      RuleCommand.SetActor.class,
      RuleCommand.Revoke.class,
      RuleListCommand.class
    })
final class RuleCommand {
  private RuleCommand() {}

  @Command(
      name = "dismiss",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "There is no such incident: it leaves the ledger.")
  static final class Dismiss implements Runnable {
    private final Console console;

    @Mixin private RuleOptions options = new RuleOptions();

    @Parameters(paramLabel = "INCIDENT", description = "Its id.")
    private String subject = "";

    Dismiss(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      ClusterSettings settings = options.settings();
      RuleOptions.incident(settings, subject);
      RuleOptions.publish(
          settings, List.of(options.on(subject, RulingAction.DISMISS).build()), console);
    }
  }

  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "The incident was looked into, and is real.")
  static final class Confirm implements Runnable {
    private final Console console;

    @Mixin private RuleOptions options = new RuleOptions();

    @Parameters(paramLabel = "INCIDENT", description = "Its id.")
    private String subject = "";

    Confirm(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      ClusterSettings settings = options.settings();
      RuleOptions.incident(settings, subject);
      RuleOptions.publish(
          settings, List.of(options.on(subject, RulingAction.CONFIRM).build()), console);
    }
  }

  @Command(
      name = "merge",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Two incidents of one victim are one; the second one's id stays.")
  static final class Merge implements Runnable {
    private final Console console;

    @Mixin private RuleOptions options = new RuleOptions();

    @Parameters(index = "0", paramLabel = "INCIDENT", description = "Id of the one that goes.")
    private String subject = "";

    @Parameters(index = "1", paramLabel = "INTO", description = "Id of the one that stays.")
    private String target = "";

    Merge(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      ClusterSettings settings = options.settings();
      String one = RuleOptions.incident(settings, subject).getVictim().getId();
      String other = RuleOptions.incident(settings, target).getVictim().getId();
      if (!one.equals(other)) {
        throw new StackException(
            ("'%s' and '%s' are two victims; if they are one, teach the name:"
                    + " ./heistline knowledge add victim NAME --alias OTHER")
                .formatted(one, other));
      }
      RuleOptions.publish(
          settings,
          List.of(options.on(subject, RulingAction.MERGE).setTarget(target).build()),
          console);
    }
  }

  @Command(
      name = "split",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Claims that were taken for an incident are about another one.")
  static final class Split implements Runnable {
    private final Console console;

    @Mixin private RuleOptions options = new RuleOptions();

    @Parameters(index = "0", paramLabel = "INCIDENT", description = "Its id.")
    private String subject = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "CLAIM",
        description = "Ids of the claims about the other one, as claims --json shows them.")
    private List<String> claims = new ArrayList<>();

    Split(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      ClusterSettings settings = options.settings();
      String victim = RuleOptions.incident(settings, subject).getVictim().getId();
      SortedMap<String, LinkedClaim> known =
          TopicTable.read(settings, new Topics(settings).linkedClaims());
      List<Ruling> rulings = new ArrayList<>();
      for (String claim : claims) {
        if (!known.containsKey(victim + "/" + claim)) {
          throw new StackException(
              "no claim '%s' is about %s; claims --json shows ids".formatted(claim, victim));
        }
        rulings.add(options.on(subject, RulingAction.SPLIT).setTarget(claim).build());
      }
      RuleOptions.publish(settings, rulings, console);
    }
  }

  @Command(
      name = "set-loss",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "The loss is this and no other.")
  static final class SetLoss implements Runnable {
    /** In dollars; more than that nobody can lose. */
    private static final BigDecimal MOST = new BigDecimal("100000000000000");

    private static final int CENTS = 2;

    private final Console console;

    @Mixin private RuleOptions options = new RuleOptions();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INCIDENT", description = "Its id.")
    private String subject = "";

    @Parameters(index = "1", paramLabel = "DOLLARS", description = "For example 625000000.")
    private BigDecimal dollars = BigDecimal.ZERO;

    SetLoss(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      boolean isSum =
          dollars.signum() >= 0
              && dollars.compareTo(MOST) <= 0
              && dollars.stripTrailingZeros().scale() <= CENTS;
      if (!isSum && spec != null) {
        throw new ParameterException(
            spec.commandLine(),
            "'%s' is no loss; give dollars from 0 to %s, cents behind a point"
                .formatted(dollars.toPlainString(), MOST.toPlainString()));
      }
      ClusterSettings settings = options.settings();
      RuleOptions.incident(settings, subject);
      RuleOptions.publish(
          settings,
          List.of(
              options
                  .on(subject, RulingAction.SET_LOSS)
                  .setLossUsdCents(dollars.movePointRight(CENTS).longValueExact())
                  .build()),
          console);
    }
  }

  @Command(
      name = "set-actor",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "It was this actor and no other.")
  static final class SetActor implements Runnable {
    private final Console console;

    @Mixin private RuleOptions options = new RuleOptions();

    @Parameters(index = "0", paramLabel = "INCIDENT", description = "Its id.")
    private String subject = "";

    @Parameters(
        index = "1",
        paramLabel = "ACTOR",
        description = "Any known name; 'unattributed' for nobody.")
    private String actor = "";

    SetActor(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      ClusterSettings settings = options.settings();
      RuleOptions.incident(settings, subject);
      boolean known =
          KnowledgeStore.open(settings)
              .book()
              .named(Names.normalise(actor), EntityType.ACTOR)
              .isPresent();
      if (!known && !actor.equals(Linker.UNATTRIBUTED.getId())) {
        throw new StackException(
            "no actor is known as '%s'; knowledge list --type actor shows them, knowledge add actor adds one"
                .formatted(actor));
      }
      RuleOptions.publish(
          settings,
          List.of(options.on(subject, RulingAction.SET_ACTOR).setTarget(actor).build()),
          console);
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      versionProvider = Main.Version.class,
      description = "Takes rulings back; the ledger is then as if they had never been.")
  static final class Revoke implements Runnable {
    private final Console console;

    @Mixin private RuleOptions options = new RuleOptions();

    @Parameters(paramLabel = "INCIDENT", description = "Its id, as rule list shows it.")
    private String subject = "";

    @Option(
        names = "--action",
        paramLabel = "ACTION",
        description = "Only the ruling of this kind: set-loss ... (default: all).")
    private @Nullable String action;

    Revoke(Console console) {
      this.console = console;
    }

    @Override
    public void run() {
      ClusterSettings settings = options.settings();
      List<String> keys =
          TopicTable.read(settings, new Topics(settings).rulings()).entrySet().stream()
              .filter(entry -> isMeant(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (keys.isEmpty()) {
        throw new StackException("no such ruling on '%s'; rule list shows them".formatted(subject));
      }
      new RulingPublisher(new Topics(settings)).revoke(keys, options.by(), options.why());
      keys.forEach(key -> console.out().println("revoked " + TextTable.cleanLine(key)));
    }

    private boolean isMeant(Ruling ruling) {
      return ruling.getSubject().equals(subject)
          && (action == null || Register.word(ruling.getAction()).equals(action));
    }
  }
}
