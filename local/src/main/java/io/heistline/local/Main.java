package io.heistline.local;

import io.heistline.topics.ModelClasses;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The heistline command. */
@Command(
    name = "heistline",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "A live ledger of cyber thefts, from the news.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      ReplayCommand.class,
      ExtractCommand.class,
      TotalsCommand.class,
      IncidentsCommand.class,
      ClaimsCommand.class,
      AuditCommand.class,
      PublishCommand.class,
      BackfillCommand.class,
      WithdrawCommand.class,
      FeedsCommand.class,
      KnowledgeCommand.class,
      RuleCommand.class,
      TopicsCommand.class,
      TopologyCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 something failed or was refused, 2 wrong usage.",
      "heistline COMMAND --help says more."
    })
final class Main {
  /** Set to see where an unexpected error comes from. */
  static final String TRACE = "HEISTLINE_TRACE";

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    int status = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs a command line; returns its exit code. */
  static int run(PrintStream out, PrintStream err, String... args) {
    ModelClasses.trust();
    CommandLine line = new CommandLine(new Main(), new Commands(new Console(out, err)));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::explainUsage);
    line.setExecutionExceptionHandler(Main::explainFailure);
    return line.execute(args);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("heistline: " + TextTable.cleanLine(String.valueOf(e.getMessage())));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("Usage: " + line.getHelp().synopsis(0).strip());
    }
    err.println("Try: " + line.getCommandSpec().qualifiedName(" ") + " --help");
    return WRONG_USAGE;
  }

  private static int explainFailure(Exception e, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (e instanceof InterruptedException) {
      err.println("heistline: interrupted");
      return FAILED;
    }
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    err.println("heistline: " + message);
    if (System.getenv(TRACE) != null) {
      e.printStackTrace(err);
    } else if (!Failures.areExplained(e)) {
      err.println("(" + e.getClass().getName() + "; " + TRACE + "=1 shows where it comes from)");
    }
    return FAILED;
  }

  /** The version, from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"heistline " + (version == null ? "(not packaged)" : version)};
    }
  }
}
