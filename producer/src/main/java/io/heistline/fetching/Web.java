package io.heistline.fetching;

import io.heistline.addresses.NameLookup;
import io.heistline.addresses.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gets documents, politely: only what robots.txt allows, one request at a time to a host, with a
 * gap between two. Follows redirects by the same rules.
 */
public final class Web implements AutoCloseable {
  /** Chains of three are seen; of more, nobody would notice if one broke. */
  static final int MOST_REDIRECTS = 5;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PERMANENT = Set.of(301, 308);

  private final Fetcher fetcher;
  private final HostQueues hosts;
  private final Robots robots;
  private final Duration gap;

  /**
   * The web.
   *
   * @param threads where requests are made and answers handled; each may block until the time-out
   */
  public Web(
      FetchSettings settings, NameLookup lookup, Clock clock, Alarm alarm, Executor threads) {
    this(
        settings,
        lookup,
        address -> settings.allowPrivate() || PublicAddresses.isPublic(address),
        clock,
        alarm,
        threads);
  }

  Web(
      FetchSettings settings,
      NameLookup lookup,
      Predicate<InetAddress> allowed,
      Clock clock,
      Alarm alarm,
      Executor threads) {
    this.fetcher = new Fetcher(settings, lookup, allowed);
    this.hosts = new HostQueues(clock, alarm, threads);
    this.robots = new Robots(clock, this::robotsTxt);
    this.gap = settings.gap();
  }

  /**
   * What a visit has led to.
   *
   * @param movedTo where permanent redirects lead to, if there were any
   * @param result what the handler made of the answer
   */
  public record Visit<T>(Optional<URI> movedTo, T result) {}

  /**
   * Gets a document.
   *
   * @param handler is given the answer, which is no redirect; whatever it throws fails the visit
   * @return fails with a {@link FetchFailure} if there is no answer, or none may be asked for
   */
  public <T> CompletableFuture<Visit<T>> get(Request request, Function<Answer, T> handler) {
    return new Journey<>(request, handler, true).begin();
  }

  private CompletableFuture<Answer> robotsTxt(URI address) {
    Request request = new Request(address, Map.of(), Robots.MOST_BYTES);
    return new Journey<>(request, answer -> answer, false).begin().thenApply(Visit::result);
  }

  /** A request and the redirects that follow. */
  private final class Journey<T> {
    private final Request request;
    private final Function<Answer, T> handler;
    private final boolean asksRobots;
    private final Set<URI> passed = new LinkedHashSet<>();
    private Optional<URI> movedTo = Optional.empty();
    private boolean permanent = true;

    Journey(Request request, Function<Answer, T> handler, boolean asksRobots) {
      this.request = request;
      this.handler = handler;
      this.asksRobots = asksRobots;
    }

    CompletableFuture<Visit<T>> begin() {
      return go(request.address());
    }

    private CompletableFuture<Visit<T>> go(URI address) {
      passed.add(address);
      if (!asksRobots) {
        return go(address, gap);
      }
      return robots
          .of(address)
          .thenCompose(
              rules -> {
                if (!rules.allows(address)) {
                  throw new FetchFailure(
                      FetchProblem.ROBOTS,
                      "robots.txt of %s does not allow %s"
                          .formatted(address.getHost(), address.getRawPath()));
                }
                Duration asked = rules.crawlDelay();
                return go(address, asked.compareTo(gap) > 0 ? asked : gap);
              });
    }

    private CompletableFuture<Visit<T>> go(URI address, Duration gapHere) {
      return hosts
          .inTurn(
              String.valueOf(address.getHost()),
              gapHere,
              () -> fetcher.send(request.at(address), this::step))
          .thenCompose(step -> step.map(this::go, result -> new Visit<>(movedTo, result)));
    }

    private Step<T> step(Answer answer) {
      if (!REDIRECTS.contains(answer.status())) {
        return new Step.Arrived<>(handler.apply(answer));
      }
      URI next = next(answer);
      permanent &= PERMANENT.contains(answer.status());
      if (permanent) {
        movedTo = Optional.of(next);
      }
      return new Step.Onward<>(next);
    }

    private URI next(Answer answer) {
      URI here = answer.address();
      String location =
          answer
              .header("location")
              .orElseThrow(
                  () ->
                      new FetchFailure(
                          FetchProblem.BAD_REDIRECT,
                          "HTTP %d says not where to".formatted(answer.status())));
      URI next = Address.within(here, location);
      if (passed.contains(next)) {
        throw new FetchFailure(
            FetchProblem.REDIRECT_LOOP, "%s leads back to %s".formatted(here, next));
      }
      if (passed.size() > MOST_REDIRECTS) {
        throw new FetchFailure(
            FetchProblem.TOO_MANY_REDIRECTS,
            "more than %d redirects, the last to %s".formatted(MOST_REDIRECTS, next));
      }
      if (here.getScheme().equals("https") && next.getScheme().equals("http")) {
        throw new FetchFailure(
            FetchProblem.INSECURE_REDIRECT, "%s leads from https to %s".formatted(here, next));
      }
      return next;
    }
  }

  private sealed interface Step<T> {
    record Arrived<T>(T result) implements Step<T> {}

    record Onward<T>(URI next) implements Step<T> {}

    default <R> CompletableFuture<R> map(
        Function<URI, CompletableFuture<R>> onward, Function<T, R> arrived) {
      if (this instanceof Onward<T> step) {
        return onward.apply(step.next());
      }
      return CompletableFuture.completedFuture(arrived.apply(((Arrived<T>) this).result()));
    }
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
