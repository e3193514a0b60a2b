package io.heistline.fetching;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each site's robots.txt allows, as RFC 9309 says; kept for a day. */
final class Robots {
  private static final Logger log = LoggerFactory.getLogger(Robots.class);

  private static final Duration KEPT = Duration.ofHours(24);

  /** How long a site is left alone whose robots.txt cannot be had. */
  private static final Duration KEPT_AFTER_ERROR = Duration.ofMinutes(10);

  /** Sites whose rules are in memory, some 3 KB each; the one longest unused goes first. */
  private static final int MOST_SITES = 5_000;

  /** A longer delay would let a feed's pages wait for days. */
  static final Duration LONGEST_CRAWL_DELAY = Duration.ofMinutes(10);

  /** The least that a reader of robots.txt must take; rules beyond do not count. */
  static final int MOST_BYTES = 500 * 1024;

  private static final Set<FetchProblem> NOWHERE =
      EnumSet.of(
          FetchProblem.BAD_REDIRECT,
          FetchProblem.INSECURE_REDIRECT,
          FetchProblem.REDIRECT_LOOP,
          FetchProblem.TOO_MANY_REDIRECTS);

  private final Clock clock;
  private final Function<URI, CompletableFuture<Answer>> fetch;
  private final Map<String, Known> sites =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST_SITES;
        }
      };

  /**
   * Rules by site.
   *
   * @param fetch gets a robots.txt, redirects followed; fails with a FetchFailure
   */
  Robots(Clock clock, Function<URI, CompletableFuture<Answer>> fetch) {
    this.clock = clock;
    this.fetch = fetch;
  }

  /**
   * Rules of a site.
   *
   * @param crawlDelay zero if it asks for none
   */
  record Rules(BaseRobotRules rules, Duration crawlDelay) {
    boolean allows(URI address) {
      return rules.isAllowed(address.toString());
    }
  }

  private record Known(CompletableFuture<Rules> rules, Instant asked) {
    boolean holds(Instant now) {
      if (!rules.isDone()) {
        return true;
      }
      Duration kept = rules.isCompletedExceptionally() ? KEPT_AFTER_ERROR : KEPT;
      return asked.plus(kept).isAfter(now);
    }
  }

  /** The rules for an address; fails with why they cannot be had, which forbids everything. */
  CompletableFuture<Rules> of(URI address) {
    String site = address.getScheme() + "://" + address.getRawAuthority();
    CompletableFuture<Rules> rules;
    synchronized (sites) {
      Known known = sites.get(site);
      if (known != null && known.holds(clock.instant())) {
        return known.rules();
      }
      rules = new CompletableFuture<>();
      sites.put(site, new Known(rules, clock.instant()));
    }
    var unused =
        fetch
            .apply(URI.create(site + "/robots.txt"))
            .handle(this::rules)
            .whenComplete((found, error) -> settle(rules, found, error));
    return rules;
  }

  private static void settle(
      CompletableFuture<Rules> rules, @Nullable Rules found, @Nullable Throwable error) {
    if (found != null) {
      rules.complete(found);
    } else if (error != null) {
      Throwable cause = error.getCause();
      rules.completeExceptionally(
          error instanceof CompletionException && cause != null ? cause : error);
    }
  }

  /** Redirects that lead nowhere are as good as no robots.txt, says RFC 9309. */
  private Rules rules(@Nullable Answer answer, @Nullable Throwable error) {
    if (answer != null) {
      return rules(answer);
    }
    if (unwrapped(error) instanceof FetchFailure failure && NOWHERE.contains(failure.problem())) {
      return new Rules(new SimpleRobotRulesParser().failedFetch(404), Duration.ZERO);
    }
    throw new CompletionException(unwrapped(error));
  }

  private static @Nullable Throwable unwrapped(@Nullable Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }

  private Rules rules(Answer answer) {
    if (answer.status() == 429 || answer.status() >= 500) {
      throw new FetchFailure(
          FetchProblem.ROBOTS_UNAVAILABLE,
          "%s answers HTTP %d; until it says what is allowed, nothing is"
              .formatted(answer.address(), answer.status()),
          Freshness.retryAt(answer, clock.instant()));
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    String name = answer.address().toString();
    BaseRobotRules rules =
        answer.status() == 200
            ? parser.parseContent(name, answer.body(), "text/plain", List.of(FetchSettings.ROBOT))
            : parser.failedFetch(404);
    return new Rules(rules, crawlDelay(name, rules.getCrawlDelay()));
  }

  private static Duration crawlDelay(String name, long milliseconds) {
    if (milliseconds <= 0) {
      return Duration.ZERO;
    }
    if (milliseconds > LONGEST_CRAWL_DELAY.toMillis()) {
      log.warn(
          "{} asks for a delay of {} ms between requests; {} is as long as is waited",
          name,
          milliseconds,
          LONGEST_CRAWL_DELAY);
      return LONGEST_CRAWL_DELAY;
    }
    return Duration.ofMillis(milliseconds);
  }
}
