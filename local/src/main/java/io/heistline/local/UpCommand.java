package io.heistline.local;

import io.heistline.fetching.FetchSettings;
import io.heistline.logging.LogFormat;
import io.heistline.producer.EndpointSettings;
import io.heistline.producer.ProducerSettings;
import io.heistline.webhooks.Webhook;
import io.heistline.webhooks.WebhookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Runs the whole stack, kept on disk, until it is stopped.",
      "Started again on the same folder, it goes on where it was."
    })
final class UpCommand implements Callable<Integer> {
  /** Time between two looks at whether all parts still run. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Name of the only producer: it takes up its own unfinished transaction after a crash. */
  private static final String PRODUCER = "up";

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PortOptions ports = new PortOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that keeps everything (default: data, in Heistline's own folder).")
  private @Nullable Path data;

  @Option(
      names = "--feed-folder",
      paramLabel = "DIR",
      description =
          "Folder below which file: feeds may lie; may be repeated (also: $HEISTLINE_FEED_FOLDERS).")
  private List<Path> feedFolders = new ArrayList<>();

  @Option(
      names = "--producers",
      paramLabel = "N",
      description = {
        "Producers that share the feeds (default: ${DEFAULT-VALUE}). More than one are processes of",
        "their own; if one is killed, the others take its feeds over."
      })
  private int producers = 1;

  @Option(
      names = "--articles-port",
      paramLabel = "PORT",
      description =
          "Loopback port that takes articles over HTTP, if there is a token (default:"
              + " $HEISTLINE_ARTICLES_PORT or 8085).")
  private @Nullable Integer articlesPort;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "File with the token that clients of --articles-port have to show (also:"
              + " $HEISTLINE_ARTICLES_TOKEN_FILE, $HEISTLINE_ARTICLES_TOKEN).")
  private @Nullable Path tokenFile;

  @Option(
      names = "--webhooks",
      paramLabel = "FILE",
      description = {
        "YAML file that lists who is told of new and changed incidents (also: $HEISTLINE_WEBHOOKS);",
        "docs/webhooks.md has its fields."
      })
  private @Nullable Path webhooks;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description =
          "How the log is written: text or json (default: $HEISTLINE_LOG_FORMAT or text).")
  private @Nullable LogFormat logFormat;

  @Mixin private FetchOptions fetching = new FetchOptions();

  UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ports.requireFree();
    Range.require(spec, "--producers", producers, 1, EmbeddedStack.Producers.MOST);
    LogFormat format = logFormat();
    EmbeddedStack.Producers plan =
        new EmbeddedStack.Producers(producer(), endpoint(), producers, format);
    List<Webhook> hooks = hooks();
    DataFolder folder = DataFolder.at(data == null ? Home.folder().resolve("data") : data);
    LogFile.open(folder.log(), format);
    console.say("starting broker, schema registry and topology ...");
    try (EmbeddedStack stack = EmbeddedStack.start(folder, ports.plan(plan, hooks))) {
      console.print(TopicGuide.lines(stack.settings()));
      console.out().println();
      stack.address().ifPresent(address -> console.out().println("Monitor: " + address));
      plan.endpoint().ifPresent(taken -> console.out().println("Articles are taken at " + taken));
      hooks.forEach(hook -> console.out().println("Changes are told to " + hook));
      stack.producers().forEach(producer -> console.out().println("Started " + producer));
      console.out().println("Data and logs are in " + folder.path());
      console.out().println("Heistline is up. Ctrl-C stops it; nothing is lost.");
      return untilItFails(stack);
    }
  }

  private ProducerSettings producer() {
    FetchSettings settings = fetching.settings();
    List<Path> folders =
        new ArrayList<>(ProducerSettings.fromEnvironment(System.getenv()).feedFolders());
    feedFolders.forEach(folder -> folders.add(folder.toAbsolutePath()));
    return new ProducerSettings(folders, settings, Optional.of(PRODUCER));
  }

  private Optional<EndpointSettings> endpoint() throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (articlesPort != null) {
      environment.put(EndpointSettings.PORT, articlesPort.toString());
    }
    if (tokenFile != null) {
      environment.put(EndpointSettings.TOKEN_FILE, tokenFile.toString());
      environment.remove(EndpointSettings.TOKEN);
    }
    Optional<EndpointSettings> endpoint;
    try {
      endpoint = EndpointSettings.fromEnvironment(environment);
    } catch (IllegalArgumentException e) {
      throw new StackException(String.valueOf(e.getMessage()), e);
    }
    if (endpoint.isEmpty() && articlesPort != null) {
      throw new StackException(
          "--articles-port needs a token; give a file of it with --token-file");
    }
    if (endpoint.isPresent()) {
      Ports.requireFree(endpoint.get().port(), "articles over HTTP", "--articles-port");
    }
    return endpoint;
  }

  private LogFormat logFormat() {
    try {
      return logFormat == null ? LogFormat.fromEnvironment(System.getenv()) : logFormat;
    } catch (IllegalArgumentException e) {
      throw new StackException(String.valueOf(e.getMessage()), e);
    }
  }

  private List<Webhook> hooks() {
    try {
      return webhooks == null
          ? WebhookFile.fromEnvironment(System.getenv())
          : WebhookFile.read(webhooks);
    } catch (IllegalArgumentException e) {
      throw new StackException(String.valueOf(e.getMessage()), e);
    }
  }

  private int untilItFails(EmbeddedStack stack) throws InterruptedException {
    List<ProducerProcess> alive = new ArrayList<>(stack.producers());
    Optional<String> failure = stack.failure();
    while (failure.isEmpty()) {
      Thread.sleep(LOOK.toMillis());
      failure = stack.failure();
      for (ProducerProcess producer : List.copyOf(alive)) {
        if (!producer.isAlive()) {
          alive.remove(producer);
          console.say("heistline: " + producer + " has ended; the others take its feeds over");
        }
      }
    }
    console.say("heistline: stopped by itself: " + failure.get());
    return 1;
  }
}
