package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.fetching.FetchFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedChangesTest {
  private static final Submission.Version A = Articles.version("a", "x");
  private static final Submission.Version EDITED = Articles.version("a", "y");
  private static final Submission.Version B = Articles.version("b", "x");
  private static final Submission REFUSED = new Submission.Refused("feed 7", "no date");

  @Test
  void publishesWhatIsNewOrEditedOnce() {
    FeedChanges first = FeedChanges.between(Map.of(), Stream.of(A, B));
    assertThat(first.submissions()).containsExactly(A, B);
    assertThat(first.articles()).isEqualTo(2);
    FeedChanges again = FeedChanges.between(first.versions(), Stream.of(B, A));
    assertThat(again.submissions()).isEmpty();
    assertThat(again.versions()).isEqualTo(first.versions());
    assertThat(FeedChanges.between(first.versions(), Stream.of(EDITED, B)).submissions())
        .containsExactly(EDITED);
  }

  @Test
  void refusesABadItemOnce() {
    FeedChanges first = FeedChanges.between(Map.of(), Stream.of(REFUSED, A));
    assertThat(first.submissions()).containsExactly(REFUSED, A);
    assertThat(FeedChanges.between(first.versions(), Stream.of(REFUSED, A)).submissions())
        .isEmpty();
    Submission worse = new Submission.Refused("feed 7", "no link");
    assertThat(FeedChanges.between(first.versions(), Stream.of(worse, A)).submissions())
        .containsExactly(worse);
  }

  @Test
  void ofSeveralVersionsOnlyTheLatestCounts() {
    Submission.Version later =
        new Submission.Version(
            Articles.article("a", "z", Optional.of(Articles.DAY.plus(Duration.ofDays(1)))));
    FeedChanges first = FeedChanges.between(Map.of(), Stream.of(A, later, B));
    assertThat(first.submissions()).containsExactly(later, B);
    assertThat(FeedChanges.between(first.versions(), Stream.of(A, B, later)).submissions())
        .isEmpty();
    assertThat(FeedChanges.between(first.versions(), Stream.of(later, A, B)).submissions())
        .isEmpty();
  }

  @Test
  void withdrawsOnce() {
    Submission gone = new Submission.Withdrawal("a", "https://news.example/a", Articles.DAY);
    FeedChanges first = FeedChanges.between(Map.of("a", "known"), Stream.of(A, gone));
    assertThat(first.submissions()).containsExactly(gone);
    assertThat(FeedChanges.between(first.versions(), Stream.of(A, gone)).submissions()).isEmpty();
  }

  @Test
  void leavesTheRestForTheNextTime() {
    List<Submission> many =
        IntStream.range(0, 2_500)
            .mapToObj(number -> (Submission) Articles.version("a" + number, "x"))
            .toList();
    Map<String, String> versions = new HashMap<>();
    int[] published = new int[4];
    for (int round = 0; round < 4; round++) {
      FeedChanges changes = FeedChanges.between(versions, many.stream());
      published[round] = changes.submissions().size();
      assertThat(changes.complete()).isEqualTo(round >= 2);
      versions = changes.versions();
    }
    assertThat(published).containsExactly(1_000, 1_000, 500, 0);
  }

  @Test
  void refusesAFeedWithoutEnd() {
    Stream<Submission> endless =
        Stream.iterate(0, number -> number + 1).map(number -> Articles.version("a" + number, "x"));
    assertThatThrownBy(() -> FeedChanges.between(Map.of(), endless))
        .isInstanceOf(FetchFailure.class)
        .hasMessage("the feed holds more than 50000 articles; split it into several");
  }
}
