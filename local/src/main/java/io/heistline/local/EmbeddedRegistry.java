package io.heistline.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A real schema registry (Apicurio, with Confluent's API) in a process of its own, reachable from
 * this machine only. It keeps its schemas and their ids in a database file, written through before
 * it answers, so that old records stay readable whatever happens. It ends with its parent.
 */
final class EmbeddedRegistry implements AutoCloseable {
  private static final String API = "/apis/ccompat/v7";
  private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";
  private static final String COMPATIBILITY = "{\"compatibility\":\"FULL_TRANSITIVE\"}";

  /** It starts in 3 s where there is a processor to spare, in 20 s on a very busy machine. */
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  private static final Duration START_POLL = Duration.ofMillis(50);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

  /** It closes its database in well under a second; after this it is killed, which is safe too. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  /** Heap of the process; it holds a dozen schemas, in 60 MB. */
  private static final String HEAP = "-Xmx160m";

  private final ChildProcess process;
  private final String url;
  private final Path log;

  private EmbeddedRegistry(ChildProcess process, String url, Path log) {
    this.process = process;
    this.url = url;
    this.log = log;
  }

  /**
   * Starts a registry; returns when it answers.
   *
   * @param folder where it keeps its data
   * @param log file for what it says
   * @param port loopback port to listen on; 0 for any free one
   * @throws IOException if it does not start; the message names its log
   */
  static EmbeddedRegistry start(Path folder, Path log, int port)
      throws IOException, InterruptedException {
    int chosen = port == 0 ? Ports.free() : port;
    Files.createDirectories(folder);
    ChildProcess process = launch(folder, log, chosen);
    EmbeddedRegistry registry = new EmbeddedRegistry(process, url(Ports.LOOPBACK, chosen), log);
    try {
      registry.awaitAnswer();
      registry.requireCompatibility();
    } catch (IOException | InterruptedException | RuntimeException e) {
      registry.close();
      throw e;
    }
    return registry;
  }

  /** Base URL of Confluent's API at a host and port. */
  static String url(String host, int port) {
    return "http://" + host + ":" + port + API;
  }

  /** Base URL of Confluent's API. */
  String url() {
    return url;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The process, for its memory and its end. */
  ProcessHandle handle() {
    return process.handle();
  }

  @Override
  public void close() {
    process.stop();
  }

  private static ChildProcess launch(Path folder, Path log, int port) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(folder));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(EmbeddedRegistry::wouldConfigure);
    environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put(
        "REGISTRY_DATASOURCE_URL",
        "jdbc:h2:file:" + folder.resolve("schemas").toAbsolutePath() + ";WRITE_DELAY=0");
    return ChildProcess.start(builder, log, STOP_TIMEOUT);
  }

  /** Variables for another registry on this machine are not meant for this one. */
  private static boolean wouldConfigure(String variable) {
    return variable.startsWith("REGISTRY_") || variable.startsWith("QUARKUS_");
  }

  /**
   * The command line. Ctrl-C reaches every process of a terminal; the shell's trap keeps it from
   * the registry, which the topology needs until it has stopped.
   */
  private static List<String> command(Path folder) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "heistline-registry"));
    command.add(ChildProcess.java());
    command.addAll(List.of(HEAP, "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-cp");
    command.add(Home.registryJar() + java.io.File.pathSeparator + copyOfMain(folder));
    command.add(RegistryProcess.class.getName());
    command.add(MAIN_CLASS);
    return command;
  }

  /** Puts the main class alone into a folder, without everything else on our class path. */
  private static Path copyOfMain(Path folder) throws IOException {
    Path root = folder.resolve("main");
    String name = RegistryProcess.class.getName().replace('.', '/') + ".class";
    Path target = root.resolve(name);
    Files.createDirectories(target.getParent());
    try (InputStream in =
        Objects.requireNonNull(
            RegistryProcess.class.getClassLoader().getResourceAsStream(name), name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return root;
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (!answers()) {
      if (!process.isAlive()) {
        throw new IOException("the schema registry ended at its start; see " + log);
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "the schema registry does not answer after %d s; see %s"
                .formatted(START_TIMEOUT.toSeconds(), log));
      }
      Thread.sleep(START_POLL.toMillis());
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return send(request("/subjects").GET().build()) == 200;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  private void requireCompatibility() throws IOException, InterruptedException {
    int status =
        send(
            request("/config")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(COMPATIBILITY))
                .build());
    if (status != 200) {
      throw new IOException(
          "the schema registry answered %d when its compatibility was set; see %s"
              .formatted(status, log));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(REQUEST_TIMEOUT);
  }

  private static int send(HttpRequest request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
