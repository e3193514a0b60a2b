package io.heistline.producer;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.fetching.Request;
import io.heistline.fetching.Web;
import io.heistline.model.Article;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages behind a feed's new items, one after another, and finds out which items are the
 * same article at two addresses. An item whose page cannot be had is published as the feed has it.
 */
final class FullText {
  /** Pages a poll; the rest is left for the next, so that a feed's first items are out soon. */
  static final int MOST_PAGES = 25;

  /** What a poll holds in memory until it is published. */
  static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  /** What may be over at the next poll. */
  private static final Set<FetchProblem> PASSING =
      EnumSet.of(
          FetchProblem.RATE_LIMITED,
          FetchProblem.ROBOTS_UNAVAILABLE,
          FetchProblem.TIMEOUT,
          FetchProblem.TRUNCATED,
          FetchProblem.UNKNOWN_HOST,
          FetchProblem.UNREACHABLE);

  private final Web web;

  FullText(Web web) {
    this.web = web;
  }

  /**
   * What came of it.
   *
   * @param changes what to publish, and what is left for the next poll
   * @param twins canonical addresses, by id of the item
   * @param pages fetched
   * @param problems why pages could not be fetched, by name, with their number
   * @param lastProblem of those, for people
   */
  record Fulfilled(
      FeedChanges changes,
      Map<String, String> twins,
      int pages,
      Map<String, Integer> problems,
      Optional<String> lastProblem) {}

  CompletableFuture<Fulfilled> fulfil(
      FeedChanges changes, FeedArticles.Read read, FeedMemory before) {
    return new Round(changes, read, before).next(0);
  }

  private final class Round {
    private final FeedChanges changes;
    private final FeedArticles.Read read;
    private final FeedMemory before;
    private final Map<String, String> twins;
    private final Map<String, Submission> ready = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final Set<String> later = new HashSet<>();
    private final Map<String, Integer> problems = new HashMap<>();
    private Optional<String> lastProblem = Optional.empty();
    private int pages;
    private int asked;
    private long characters;

    Round(FeedChanges changes, FeedArticles.Read read, FeedMemory before) {
      this.changes = changes;
      this.read = read;
      this.before = before;
      this.twins = new HashMap<>(before.twins());
    }

    CompletableFuture<Fulfilled> next(int from) {
      for (int at = from; at < changes.submissions().size(); at++) {
        if (changes.submissions().get(at) instanceof Submission.Version version
            && read.wanted().containsKey(version.article().getId())) {
          if (asked >= MOST_PAGES || characters >= MOST_CHARACTERS) {
            left.add(version.article().getId());
          } else {
            int following = at + 1;
            return page(version.article()).thenCompose(done -> next(following));
          }
        }
      }
      return CompletableFuture.completedFuture(fulfilled());
    }

    private FeedArticles.Wanted wanted(Article article) {
      return Objects.requireNonNull(
          read.wanted().get(article.getId()), "only pages that are wanted");
    }

    private CompletableFuture<?> page(Article summary) {
      asked++;
      Request request =
          new Request(
              wanted(summary).address(),
              Map.of("Accept", "text/html, application/xhtml+xml"),
              ArticlePage.MOST_BYTES);
      return web.get(request, ArticlePage::of)
          .handle((visit, error) -> taken(summary, visit, error));
    }

    private boolean taken(
        Article summary, Web.@Nullable Visit<ArticlePage> visit, @Nullable Throwable error) {
      if (visit != null) {
        take(summary, visit.result());
        return true;
      }
      Throwable cause =
          error instanceof CompletionException && error.getCause() != null
              ? error.getCause()
              : error;
      FetchProblem problem =
          cause instanceof FetchFailure failure ? failure.problem() : FetchProblem.INTERNAL;
      problems.merge(problem.name(), 1, Integer::sum);
      lastProblem = Optional.of("%s: %s".formatted(problem, message(cause)));
      if (mayWait(summary, problem)) {
        later.add(summary.getId());
      }
      return false;
    }

    /** What cannot be published otherwise, and what would replace a whole article by a summary. */
    private boolean mayWait(Article summary, FetchProblem problem) {
      return wanted(summary).want() == FeedArticles.Want.EVERYTHING
          || (PASSING.contains(problem)
              && FeedChanges.isWhole(before.versions().getOrDefault(summary.getId(), "")));
    }

    private static String message(@Nullable Throwable cause) {
      return cause == null ? "no answer" : String.valueOf(cause.getMessage());
    }

    private void take(Article summary, ArticlePage page) {
      pages++;
      String id = summary.getId();
      page.canonicalAddress()
          .flatMap(FullText::canonical)
          .filter(url -> !url.equals(summary.getUrl()))
          .ifPresent(url -> twins.put(id, url));
      if (wanted(summary).want() != FeedArticles.Want.ADDRESS) {
        characters += page.characters();
        ready.put(
            id, new Submission.Version(page.complete(summary, read.firstSeen().containsKey(id))));
      }
    }

    private Fulfilled fulfilled() {
      List<Submission> submissions = new ArrayList<>();
      Set<String> published = new HashSet<>();
      for (Submission submission : changes.submissions()) {
        if (!(submission instanceof Submission.Version version)) {
          submissions.add(submission);
        } else if (!left.contains(version.article().getId())
            && !later.contains(version.article().getId())) {
          own(version.article())
              .filter(article -> published.add(article.getId()))
              .ifPresent(article -> submissions.add(new Submission.Version(article)));
        }
      }
      return new Fulfilled(
          changes.leaving(left, later, ready.keySet(), before.versions(), submissions),
          twins,
          pages,
          problems,
          lastProblem);
    }

    /** The article under its own address; empty if another item of the feed is that already. */
    private Optional<Article> own(Article item) {
      String id = item.getId();
      Article article =
          ready.get(id) instanceof Submission.Version version ? version.article() : item;
      String url = twins.get(id);
      if (url == null) {
        return Optional.of(article);
      }
      String ownId = ArticleId.of(url);
      boolean isThere =
          changes.versions().containsKey(ownId)
              || before.versions().containsKey(ownId)
              || twins.entrySet().stream()
                  .anyMatch(
                      twin ->
                          twin.getValue().equals(url)
                              && before.versions().containsKey(twin.getKey())
                              && !twin.getKey().equals(id)
                              && !before.versions().containsKey(id));
      return isThere
          ? Optional.empty()
          : Optional.of(Article.newBuilder(article).setId(ownId).setUrl(url).build());
    }
  }

  private static Optional<String> canonical(String url) {
    try {
      return Optional.of(ArticleId.canonical(url));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
