package io.heistline.fetching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a way in which a server may misbehave, over real sockets. */
class WebTest {
  private static final int MOST_BYTES = 3 * 1024 * 1024;
  private static final int PATIENCE_SECONDS = 60;
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final TestAlarm alarm = new TestAlarm();
  private final AtomicInteger lookUps = new AtomicInteger();
  private RoughServer server;
  private Web web;

  @BeforeEach
  void start() throws IOException {
    server = new RoughServer();
    web = web(Duration.ZERO);
  }

  /** A web in which 127.0.0.1 is public, and every other address of this machine is not. */
  private Web web(Duration gap) {
    FetchSettings settings =
        new FetchSettings(false, Optional.of("ops@heistline.example"), gap, Duration.ofSeconds(2));
    InetAddress open = address("127.0.0.1");
    return new Web(
        settings,
        host -> {
          lookUps.incrementAndGet();
          return switch (host) {
            case "inside.example" -> new InetAddress[] {address("127.0.0.2")};
            case "half.example" -> new InetAddress[] {open, address("10.0.0.1")};
            case "a.example", "b.example" -> new InetAddress[] {open};
            // answers with an open address for robots.txt and the page, and with one inside ever
            // after
            case "rebinding.example" ->
                new InetAddress[] {lookUps.get() <= 2 ? open : address("127.0.0.2")};
            default -> InetAddress.getAllByName(host);
          };
        },
        open::equals,
        Clock.systemUTC(),
        alarm,
        threads);
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @AfterEach
  void stop() throws IOException {
    web.close();
    alarm.close();
    threads.shutdownNow();
    server.close();
  }

  static List<Arguments> refusals() {
    return List.of(
        row(FetchProblem.PRIVATE_ADDRESS, "a name within", redirect("http://inside.example/")),
        row(FetchProblem.PRIVATE_ADDRESS, "a literal within", redirect("http://127.0.0.2/")),
        row(FetchProblem.PRIVATE_ADDRESS, "a number within", redirect("http://2130706434/")),
        row(FetchProblem.PRIVATE_ADDRESS, "IPv6 within", redirect("http://[::1]/")),
        row(FetchProblem.PRIVATE_ADDRESS, "mapped", redirect("http://[::ffff:127.0.0.2]/")),
        row(FetchProblem.PRIVATE_ADDRESS, "metadata", redirect("http://169.254.169.254/x")),
        row(FetchProblem.PRIVATE_ADDRESS, "one of two within", redirect("http://half.example/")),
        row(FetchProblem.SCHEME, "to a file", redirect("file:///etc/passwd")),
        row(FetchProblem.SCHEME, "to gopher", redirect("gopher://a.example/x")),
        row(FetchProblem.ADDRESS, "to nonsense", redirect("http://")),
        row(FetchProblem.BAD_REDIRECT, "to nowhere", e -> e.answer("302 Found", "")),
        row(FetchProblem.UNKNOWN_HOST, "to no host", redirect("http://nowhere.invalid/")),
        row(FetchProblem.REDIRECT_LOOP, "to itself", redirect("/x")),
        row(
            FetchProblem.TOO_MANY_REDIRECTS,
            "ever onward",
            e -> e.answer("302 Found", "", "Location: " + e.path() + "x")),
        row(FetchProblem.UNREACHABLE, "says nothing", e -> {}),
        row(FetchProblem.TIMEOUT, "never answers", e -> Thread.sleep(10_000)),
        row(FetchProblem.TIMEOUT, "drips its head", e -> drip(e, "HTTP/1.1 200 OK\r\nX: ")),
        row(
            FetchProblem.TIMEOUT,
            "drips its body",
            e -> drip(e, OK + "Content-Length: 1000000\r\n\r\n")),
        row(FetchProblem.TOO_LARGE, "without end", e -> endless(e, OK + "\r\n")),
        row(
            FetchProblem.TOO_LARGE,
            "chunks without end",
            e -> {
              e.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
              while (true) {
                e.send("8000\r\n");
                e.send(new byte[0x8000]);
                e.send("\r\n");
              }
            }),
        row(
            FetchProblem.TOO_LARGE,
            "too large when unpacked",
            e -> e.answer("200 OK", gzip(noise(4)), "Content-Encoding: gzip")),
        row(
            FetchProblem.BOMB,
            "a gzip bomb",
            e -> e.answer("200 OK", gzip(new byte[64 << 20]), "Content-Encoding: gzip")),
        row(
            FetchProblem.BOMB,
            "a bomb in a bomb",
            e ->
                e.answer("200 OK", gzip(gzip(new byte[64 << 20])), "Content-Encoding: gzip, gzip")),
        row(
            FetchProblem.BOMB,
            "a deflate bomb",
            e -> e.answer("200 OK", deflate(new byte[64 << 20]), "Content-Encoding: deflate")),
        row(
            FetchProblem.ENCODING,
            "packed seven times",
            e -> e.answer("200 OK", "x", "Content-Encoding: gzip,gzip,gzip,gzip,gzip,gzip,gzip")),
        row(
            FetchProblem.ENCODING,
            "packed unasked",
            e -> e.answer("200 OK", "x", "Content-Encoding: zstd")),
        row(
            FetchProblem.ENCODING,
            "broken brotli",
            e -> e.answer("200 OK", "\u0001nonsense", "Content-Encoding: br")),
        row(
            FetchProblem.ENCODING,
            "broken deflate",
            e -> e.answer("200 OK", "nonsense", "Content-Encoding: deflate")),
        row(
            FetchProblem.TRUNCATED,
            "broken off",
            e -> e.send(OK + "Content-Length: 100\r\n\r\nhalf")),
        row(
            FetchProblem.TRUNCATED,
            "a chunk broken off",
            e -> e.send(OK + "Transfer-Encoding: chunked\r\n\r\n64\r\nhalf")),
        row(
            FetchProblem.TRUNCATED,
            "gzip broken off",
            e ->
                e.answer(
                    "200 OK",
                    java.util.Arrays.copyOf(gzip(noise(1)), 1000),
                    "Content-Encoding: gzip")),
        row(
            FetchProblem.HEADERS,
            "headers without end",
            e -> {
              e.send(OK);
              while (true) {
                e.send("X: y\r\n");
              }
            }),
        row(FetchProblem.HEADERS, "a header without end", e -> endless(e, OK + "X: ")),
        row(FetchProblem.UNREACHABLE, "no HTTP", e -> e.send("SSH-2.0-x\r\n")),
        row(
            FetchProblem.PROTOCOL,
            "a length below zero",
            e -> e.send(OK + "Content-Length: -5\r\n\r\n")));
  }

  private static Arguments row(FetchProblem problem, String name, RoughServer.Behaviour behaviour) {
    return Arguments.of(problem, name, behaviour);
  }

  private static RoughServer.Behaviour redirect(String location) {
    return exchange -> exchange.answer("302 Found", "", "Location: " + location);
  }

  private static void drip(RoughServer.Exchange exchange, String head) throws Exception {
    exchange.send(head);
    while (true) {
      exchange.send(" ");
      Thread.sleep(100);
    }
  }

  private static void endless(RoughServer.Exchange exchange, String head) throws IOException {
    exchange.send(head);
    while (true) {
      exchange.send(" ".repeat(0x8000));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void refuses(FetchProblem problem, String name, RoughServer.Behaviour behaviour)
      throws Exception {
    server.on("/x", behaviour);
    for (String more = "x"; more.length() < 10; more += "x") {
      server.on("/x" + more, behaviour);
    }
    FetchFailure failure = failure(server.url("/x"));
    assertThat(failure.problem()).as("%s: %s", name, failure.getMessage()).isEqualTo(problem);
    assertThat(failure.reason()).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=a.example",
                "-alias",
                "a",
                "-storepass",
                "secret",
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "secret".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "secret".toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    try (RoughServer secure = new RoughServer(tls.getServerSocketFactory().createServerSocket(0))) {
      secure.on("/x", exchange -> exchange.answer("200 OK", "secret"));
      FetchFailure failure = failure("https://a.example:" + secure.port() + "/x");
      assertThat(failure.problem()).isEqualTo(FetchProblem.TLS);
      assertThat(failure.reason()).contains("a.example").contains("certification path");
      assertThat(secure.asked()).isEmpty();
    }
  }

  @Test
  void connectsToTheAddressThatWasChecked() throws Exception {
    server.on("/x", exchange -> exchange.answer("200 OK", "x"));
    String url = "http://rebinding.example:" + server.port() + "/x";
    assertThat(text(url)).isEqualTo("x");
    assertThat(failure(url).problem()).isEqualTo(FetchProblem.PRIVATE_ADDRESS);
    assertThat(server.asked()).containsExactly("/robots.txt", "/x");
    assertThat(lookUps).hasValue(3);
  }

  static List<Arguments> packings() {
    byte[] brotli = {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};
    return List.of(
        Arguments.of("gzip", gzip("hello".getBytes(UTF_8))),
        Arguments.of("x-gzip", gzip("hello".getBytes(UTF_8))),
        Arguments.of("deflate", deflate("hello".getBytes(UTF_8))),
        Arguments.of("br", brotli),
        Arguments.of("gzip", "hello".getBytes(UTF_8)),
        Arguments.of("identity", gzip("hello".getBytes(UTF_8))),
        Arguments.of("gzip, gzip", gzip(gzip("hello".getBytes(UTF_8)))));
  }

  @ParameterizedTest
  @MethodSource("packings")
  void unpacks(String encoding, byte[] body) throws Exception {
    server.on("/x", e -> e.answer("200 OK", body, "Content-Encoding: " + encoding));
    assertThat(text(server.url("/x"))).isEqualTo("hello");
  }

  @Test
  void takesTextThatPacksWell() throws Exception {
    byte[] text = "<item><title>News</title></item>\n".repeat(60_000).getBytes(UTF_8);
    byte[] packed = gzip(text);
    server.on("/noise", e -> e.answer("200 OK", gzip(noise(2)), "Content-Encoding: gzip"));
    assertThat(get(server.url("/noise")).result().body()).hasSize(2 << 20);
    assertThat(text.length / packed.length).as("a bomb by its ratio").isGreaterThan(100);
    server.on("/x", e -> e.answer("200 OK", packed, "Content-Encoding: gzip"));
    assertThat(failure(server.url("/x")).problem()).isEqualTo(FetchProblem.BOMB);
  }

  @Test
  void saysWhoAsks() throws Exception {
    List<String> agents = new ArrayList<>();
    server.on(
        "/x",
        e -> {
          agents.add(e.headers().get("user-agent"));
          e.answer("200 OK", "");
        });
    text(server.url("/x"));
    assertThat(agents).containsExactly("Heistline/0.1 (news feed reader; ops@heistline.example)");
  }

  @Test
  void remembersPermanentRedirectsAsFarAsTheyArePermanent() throws Exception {
    server.on("/a", e -> e.answer("301 Moved", "", "Location: /b"));
    server.on("/b", e -> e.answer("308 Moved", "", "Location: /c"));
    server.on("/c", e -> e.answer("302 Found", "", "Location: /d"));
    server.on("/d", e -> e.answer("301 Moved", "", "Location: /e"));
    server.on("/e", e -> e.answer("200 OK", "there"));
    Web.Visit<Answer> visit = get(server.url("/a"));
    assertThat(new String(visit.result().body(), UTF_8)).isEqualTo("there");
    assertThat(visit.result().address()).hasToString(server.url("/e"));
    assertThat(visit.movedTo()).contains(URI.create(server.url("/c")));
    assertThat(get(server.url("/e")).movedTo()).isEmpty();
  }

  @Test
  void asksWhatRobotsTxtAllows() throws Exception {
    server.on(
        "/robots.txt",
        e ->
            e.answer(
                "200 OK",
                "User-agent: heistline\nDisallow: /secret\n\nUser-agent: *\nDisallow: /\n"));
    server.on("/news", e -> e.answer("200 OK", "news"));
    server.on("/hop", redirect("/secret/x"));
    assertThat(text(server.url("/news"))).isEqualTo("news");
    assertThat(failure(server.url("/secret/x")).problem()).isEqualTo(FetchProblem.ROBOTS);
    assertThat(failure(server.url("/hop")).problem()).isEqualTo(FetchProblem.ROBOTS);
    assertThat(server.asked()).containsExactly("/robots.txt", "/news", "/hop");
  }

  @Test
  void aRobotsTxtThatLeadsNowhereForbidsNothing() throws Exception {
    server.on("/robots.txt", redirect("/robots.txt"));
    server.on("/news", e -> e.answer("200 OK", "news"));
    assertThat(text(server.url("/news"))).isEqualTo("news");
  }

  @Test
  void waitsWhileRobotsTxtCannotBeHad() throws Exception {
    server.on("/robots.txt", e -> e.answer("503 Busy", "", "Retry-After: 7200"));
    server.on("/news", e -> e.answer("200 OK", "news"));
    FetchFailure failure = failure(server.url("/news"));
    assertThat(failure.problem()).isEqualTo(FetchProblem.ROBOTS_UNAVAILABLE);
    assertThat(failure.retryAt()).isPresent();
    assertThat(server.asked()).containsExactly("/robots.txt");
  }

  @Test
  void asksAHostOneThingAtATime() throws Exception {
    server.on(
        "/slow",
        e -> {
          Thread.sleep(20);
          e.answer("200 OK", "x");
        });
    List<CompletableFuture<?>> visits = new ArrayList<>();
    for (int count = 0; count < 10; count++) {
      visits.add(web.get(request(server.url("/slow")), answer -> ""));
    }
    for (CompletableFuture<?> visit : visits) {
      visit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    assertThat(server.asked()).hasSize(11);
    assertThat(server.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void aHostWithMuchToDoHoldsUpNoOther() throws Exception {
    server.on("/x", e -> e.answer("200 OK", "x"));
    try (Web patient = web(Duration.ofMinutes(10))) {
      List<CompletableFuture<?>> waiting = new ArrayList<>();
      for (int count = 0; count < 100; count++) {
        waiting.add(patient.get(request("http://a.example:" + server.port() + "/x"), answer -> ""));
      }
      Request other =
          new Request(
              URI.create("http://b.example:" + server.port() + "/robots.txt"), Map.of(), 10);
      // the one request that a host may be sent in the first ten minutes
      assertThat(patient.get(other, answer -> "").isDone()).isFalse();
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      assertThat(text(server.url("/x"))).isEqualTo("x");
    }
  }

  private String text(String url) throws Exception {
    return new String(get(url).result().body(), UTF_8);
  }

  private Web.Visit<Answer> get(String url) throws Exception {
    return web.get(request(url), answer -> answer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private FetchFailure failure(String url) throws Exception {
    try {
      Answer answer = get(url).result();
      throw new AssertionError(
          "HTTP %d, %d bytes".formatted(answer.status(), answer.body().length));
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(FetchFailure.class);
      return (FetchFailure) e.getCause();
    }
  }

  private static Request request(String url) {
    return new Request(Address.of(url), Map.of(), MOST_BYTES);
  }

  private static byte[] noise(int megabytes) {
    byte[] noise = new byte[megabytes << 20];
    new java.util.Random(1).nextBytes(noise);
    return noise;
  }

  private static byte[] gzip(byte[] bytes) {
    return packed(bytes, GZIPOutputStream::new);
  }

  private static byte[] deflate(byte[] bytes) {
    return packed(bytes, DeflaterOutputStream::new);
  }

  private interface Packing {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] bytes, Packing packing) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packing.around(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }
}
