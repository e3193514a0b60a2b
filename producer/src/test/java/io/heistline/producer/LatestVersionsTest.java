package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LatestVersionsTest {
  private final LatestVersions latest = new LatestVersions();

  @Property
  void anyOrderAndAnyRepetitionEndInTheSameSet(
      @ForAll("histories") List<Submission> history, @ForAll Random random) {
    List<Submission> other = new ArrayList<>(history);
    other.addAll(history.subList(0, history.size() / 2));
    java.util.Collections.shuffle(other, random);
    assertThat(current(other)).isEqualTo(current(history));
  }

  @Property
  void whatIsOfferedAgainIsNotPublishedAgain(@ForAll("histories") List<Submission> history) {
    LatestVersions versions = new LatestVersions();
    history.forEach(versions::offer);
    assertThat(history).allSatisfy(known -> assertThat(versions.offer(known)).isEmpty());
  }

  /** What a topic holds once all that was given back is published. */
  private static Map<String, Submission> current(List<Submission> history) {
    LatestVersions versions = new LatestVersions();
    Map<String, Submission> topic = new TreeMap<>();
    for (Submission submission : history) {
      versions.offer(submission).ifPresent(published -> topic.put(id(published), published));
    }
    return topic;
  }

  private static String id(Submission submission) {
    return submission instanceof Submission.Version version
        ? version.article().getId()
        : ((Submission.Withdrawal) submission).id();
  }

  @Provide
  Arbitrary<List<Submission>> histories() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of("", "x", "y", "z"))
        .as(LatestVersionsTest::submission)
        .list()
        .ofMaxSize(12);
  }

  /** Without a body it is a withdrawal. */
  private static Submission submission(String id, int day, String body) {
    var at = Articles.DAY.plus(Duration.ofDays(day));
    return body.isEmpty()
        ? new Submission.Withdrawal(id, "https://news.example/" + id, at)
        : new Submission.Version(
            Articles.article(id, body, day == 0 ? Optional.empty() : Optional.of(at)));
  }

  @Test
  void anEditWinsAndAStaleVersionDoesNot() {
    Submission first = submission("a", 0, "x");
    Submission edited = submission("a", 1, "y");
    assertThat(latest.offer(edited)).contains(edited);
    assertThat(latest.offer(first)).isEmpty();
  }

  @Test
  void aWithdrawalCountsAtItsTime() {
    assertThat(latest.offer(submission("a", 1, ""))).isPresent();
    assertThat(latest.offer(submission("a", 0, "x"))).isEmpty();
    assertThat(latest.offer(submission("a", 1, "x"))).isEmpty();
    assertThat(latest.offer(submission("a", 2, "x"))).isPresent();
  }

  @Test
  void aRefusalAlwaysComesBack() {
    Submission refused = new Submission.Refused("a.jsonl:1", "not JSON");
    assertThat(latest.offer(refused)).contains(refused);
    assertThat(latest.offer(refused)).contains(refused);
  }

  @Test
  void ratherThrowsThanForgets() {
    LatestVersions small = new LatestVersions(1);
    small.offer(submission("a", 0, "x"));
    assertThat(small.offer(submission("a", 1, "y"))).isPresent();
    assertThatIllegalStateException()
        .isThrownBy(() -> small.offer(submission("b", 0, "x")))
        .withMessage("more than 1 articles in one run; feed them in parts");
  }
}
