package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests in, and sends answers out: routes, methods, validators, compression, problems. */
final class HttpDoor extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(HttpDoor.class);

  private static final String EVENTS = "/api/events";
  private static final Set<String> EVENT_PARAMETERS = Set.of("types");
  private static final List<String> OWN_PATHS = List.of("/api/", "/health/", "/feeds/");

  /** Of a posted body, in bytes. */
  private static final long MOST_POSTED = 16 * 1024;

  private static final String BEARER = "bearer ";

  private final List<Route> routes;
  private final ReadModel model;
  private final Freshness freshness;
  private final EventHub hub;
  private final Site site;
  private final BiFunction<String, Integer, Timer> timer;
  private final Set<String> hosts;
  private final AnswerCache answers = new AnswerCache();

  /**
   * @param timer of a path and a status
   * @param hosts names that the monitor may be called by; empty for any
   */
  HttpDoor(
      List<Route> routes,
      ReadModel model,
      Freshness freshness,
      EventHub hub,
      Site site,
      BiFunction<String, Integer, Timer> timer,
      Set<String> hosts) {
    super(InvocationType.BLOCKING);
    this.routes = routes;
    this.model = model;
    this.freshness = freshness;
    this.hub = hub;
    this.site = site;
    this.timer = timer;
    this.hosts = hosts;
  }

  /**
   * The names of a loopback address: a page elsewhere that has its own name point here must not
   * read. Empty for any other address, which may have any name.
   */
  static Set<String> hostsOf(String address) throws IOException {
    if (!InetAddress.getByName(address).isLoopbackAddress()) {
      return Set.of();
    }
    return Stream.of("localhost", "127.0.0.1", "[::1]", address.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    long start = System.nanoTime();
    String path = Request.getPathInContext(request);
    protect(response);
    String label = "page";
    try {
      checkHost(request);
      if (path.equals(EVENTS)) {
        listen(request, response, callback);
        return true;
      }
      Optional<Route> route = route(path, method(request));
      label = route.map(Route::path).orElse(label);
      Ready ready =
          route.map(found -> answer(request, path, found)).orElseGet(() -> file(path, request));
      send(request, response, callback, ready);
    } catch (ProblemException e) {
      send(request, response, callback, Ready.of(0, e.answer()));
    } catch (RuntimeException e) {
      log.error("{} {} failed", request.getMethod(), path, e);
      send(
          request,
          response,
          callback,
          Ready.of(
              0,
              new ProblemException(
                      ProblemException.Kind.INTERNAL, "it is in the log; tell who runs this")
                  .answer()));
    }
    timer
        .apply(label, response.getStatus())
        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    return true;
  }

  private static void protect(Response response) {
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
    response
        .getHeaders()
        .put(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
  }

  private void checkHost(Request request) {
    String host =
        Optional.ofNullable(Request.getServerName(request)).orElse("").toLowerCase(Locale.ROOT);
    if (!hosts.isEmpty() && !hosts.contains(host)) {
      throw new ProblemException(
          ProblemException.Kind.FORBIDDEN,
          "this monitor is for its own machine; call it 127.0.0.1 or localhost");
    }
  }

  /** HEAD is answered as GET; Jetty leaves the body out. */
  private static String method(Request request) {
    return HttpMethod.HEAD.is(request.getMethod()) ? "GET" : request.getMethod();
  }

  private Optional<Route> route(String path, String method) {
    List<Route> there = routes.stream().filter(route -> route.takes(path)).toList();
    Optional<Route> route = there.stream().filter(each -> each.method().equals(method)).findFirst();
    if (route.isEmpty() && !there.isEmpty()) {
      throw notAllowed(
          method, path, there.stream().map(Route::method).collect(Collectors.joining(", ")));
    }
    return route;
  }

  private static ProblemException notAllowed(String method, String path, String allowed) {
    return new ProblemException(
        ProblemException.Kind.METHOD_NOT_ALLOWED,
        "%s cannot be done with %s; use %s".formatted(method, path, allowed));
  }

  private Ready answer(Request request, String path, Route route) {
    String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    long version = model.version();
    boolean kept = route.lasting() && freshness.standing().ageMs() == 0;
    return kept
        ? answers.get(path + "?" + query, version, () -> make(request, path, query, route))
        : Ready.of(version, make(request, path, query, route));
  }

  private Answer make(Request request, String path, String query, Route route) {
    return route
        .answer()
        .apply(
            new Call(
                route.id(path),
                Params.parse(query, route.parameters()),
                route.method().equals("POST") ? body(request) : "",
                token(request),
                base(request)));
  }

  private static String body(Request request) {
    long length = request.getLength();
    if (length < 0) {
      throw new ProblemException(
          ProblemException.Kind.LENGTH_REQUIRED, "send Content-Length with the body");
    }
    if (length > MOST_POSTED) {
      throw new ProblemException(
          ProblemException.Kind.TOO_LARGE,
          "the body has %d bytes; send at most %d".formatted(length, MOST_POSTED));
    }
    try {
      return Content.Source.asString(request, UTF_8);
    } catch (IOException e) {
      throw ProblemException.badRequest("the body did not come whole: " + e.getMessage());
    }
  }

  private static Optional<String> token(Request request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(text -> text.substring(BEARER.length()).strip());
  }

  private static String base(Request request) {
    return "%s://%s:%d"
        .formatted(
            request.getHttpURI().getScheme(),
            Request.getServerName(request),
            Request.getServerPort(request));
  }

  private Ready file(String path, Request request) {
    if (OWN_PATHS.stream().anyMatch(path::startsWith)) {
      throw ProblemException.notFound("there is nothing at this path; /openapi.json tells what is");
    }
    if (!method(request).equals("GET")) {
      throw notAllowed(request.getMethod(), "a page", "GET");
    }
    return Ready.of(
        0,
        site.find(path)
            .orElseThrow(
                () -> ProblemException.notFound("there is no such page; the first one is at /")));
  }

  private static void send(Request request, Response response, Callback callback, Ready ready) {
    Answer answer = ready.answer();
    boolean good = answer.status() == 200;
    response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    answer.headers().forEach(response.getHeaders()::put);
    if (good) {
      response.getHeaders().put(HttpHeader.ETAG, ready.etag());
    }
    if (!answer.headers().containsKey("Cache-Control")) {
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, good ? "no-cache" : "no-store");
    }
    if (good && matches(request, ready.etag())) {
      response.setStatus(304);
      response.write(true, null, callback);
      return;
    }
    boolean zipped = acceptsGzip(request) && ready.zipped().length > 0;
    byte[] body = zipped ? ready.zipped() : answer.body();
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    if (zipped) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
  }

  private static boolean matches(Request request, String etag) {
    return request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true).stream()
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private static boolean acceptsGzip(Request request) {
    return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream()
        .anyMatch(coding -> coding.equalsIgnoreCase("gzip") || coding.equals("*"));
  }

  private void listen(Request request, Response response, Callback callback) {
    if (!HttpMethod.GET.is(request.getMethod())) {
      throw notAllowed(request.getMethod(), EVENTS, "GET");
    }
    Params params =
        Params.parse(
            Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""), EVENT_PARAMETERS);
    Set<Change.Type> types = types(params);
    OptionalLong lastSeen = lastSeen(request);
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Accel-Buffering", "no"); // a proxy must not hold events back
    EventClient client = hub.open(types, lastSeen, new JettyWire(response, callback));
    request.addFailureListener(failure -> client.close());
  }

  private static Set<Change.Type> types(Params params) {
    Optional<String> words = params.text("types");
    if (words.isEmpty()) {
      return EventHub.allTypes();
    }
    Set<Change.Type> types = EnumSet.noneOf(Change.Type.class);
    for (String word : words.get().split(",", -1)) {
      types.add(
          Change.Type.of(word.strip())
              .orElseThrow(() -> params.wrong("types", "give some of incident,total")));
    }
    return types;
  }

  private static OptionalLong lastSeen(Request request) {
    String id = Optional.ofNullable(request.getHeaders().get("Last-Event-ID")).orElse("").strip();
    if (id.isEmpty()) {
      return OptionalLong.empty();
    }
    // one that is none of ours is too old
    return OptionalLong.of(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
  }

  /** Writes through Jetty, which tells when it is done. */
  private static final class JettyWire implements Wire {
    private final Response response;
    private final Callback callback;

    JettyWire(Response response, Callback callback) {
      this.response = response;
      this.callback = callback;
    }

    @Override
    public void write(ByteBuffer bytes, Outcome outcome) {
      response.write(false, bytes, Callback.from(outcome::written, failure -> outcome.failed()));
    }

    @Override
    public void drop() {
      callback.failed(new IOException("the client is gone or too slow"));
    }
  }
}
