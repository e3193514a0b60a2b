package io.heistline.producer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests to /articles and /articles/ID; errors as application/problem+json. */
final class ArticlesHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(ArticlesHandler.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ADDRESS = Pattern.compile("/articles(?:/([^/]{1,200}))?");
  private static final String BEARER = "Bearer ";

  private final ArticleRequests requests;
  private final RequestBodies bodies;
  private final byte[] tokenDigest;
  private final IntConsumer answered;

  ArticlesHandler(
      ArticleRequests requests, RequestBodies bodies, String token, IntConsumer answered) {
    this.requests = requests;
    this.bodies = bodies;
    this.tokenDigest = digest(token);
    this.answered = answered;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    try {
      ArticleRequests.Done done = answer(request);
      ObjectNode answer = JSON.createObjectNode();
      answer.put("id", done.id()).put("changed", done.changed());
      write(response, 202, "application/json", answer, callback);
    } catch (ProblemException e) {
      log.info(
          "{} {}: {} {}",
          request.getMethod(),
          request.getHttpURI().getPath(),
          e.status(),
          e.detail());
      explain(e, response, callback);
    }
    return true;
  }

  private ArticleRequests.Done answer(Request request) {
    String path = Request.getPathInContext(request);
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches()) {
      throw new ProblemException(
          404, "Nothing here", "POST to /articles, PUT or DELETE at /articles/ID");
    }
    requireToken(request);
    return address.group(1) == null ? onAll(request) : onOne(request, address.group(1));
  }

  private ArticleRequests.Done onAll(Request request) {
    requireMethod(request, Set.of("POST"));
    return requests.post(bodies.read(request));
  }

  private ArticleRequests.Done onOne(Request request, String id) {
    requireMethod(request, Set.of("PUT", "DELETE"));
    return request.getMethod().equals("PUT")
        ? requests.put(id, bodies.read(request))
        : requests.delete(id);
  }

  private static void requireMethod(Request request, Set<String> methods) {
    if (!methods.contains(request.getMethod())) {
      String allowed = String.join(", ", methods.stream().sorted().toList());
      throw new ProblemException(
          405, "Wrong method", "use " + allowed + " here", Map.of("Allow", allowed));
    }
  }

  /** Before a byte of the body is read: only who has the token may take up time. */
  private void requireToken(Request request) {
    Optional<String> shown =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
            .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(header -> header.substring(BEARER.length()).strip());
    if (shown.isEmpty() || !MessageDigest.isEqual(tokenDigest, digest(shown.get()))) {
      throw new ProblemException(
          401,
          "Who are you?",
          "send the header Authorization: Bearer TOKEN, with the token of this producer",
          Map.of("WWW-Authenticate", "Bearer"));
    }
  }

  /** Of the same length whatever the token's, so that comparing takes the same time. */
  private static byte[] digest(String token) {
    return Digest.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
  }

  void explain(ProblemException problem, Response response, Callback callback) {
    ObjectNode body = JSON.createObjectNode();
    body.put("type", "about:blank")
        .put("title", problem.title())
        .put("status", problem.status())
        .put("detail", problem.detail());
    problem.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response
        .getHeaders()
        .put(HttpHeader.CONNECTION, "close"); // what is left of its body is not read
    write(response, problem.status(), "application/problem+json", body, callback);
  }

  private void write(
      Response response, int status, String type, ObjectNode body, Callback callback) {
    answered.accept(status);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap((body + "\n").getBytes(StandardCharsets.UTF_8)), callback);
  }
}
