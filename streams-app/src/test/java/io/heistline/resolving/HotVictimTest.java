package io.heistline.resolving;

import static io.heistline.resolving.Claims.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Certainty;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Any number of articles about one victim cost as little as a few. */
class HotVictimTest {
  private static final int FEW = 1_000;
  private static final int MANY = 20_000;

  /** Different statements that the articles make: 5 days, 6 sums, 2 actors. */
  private static final int STATEMENTS = 60;

  private final TestFile file = new TestFile();

  private static LinkedClaim article(int number) {
    Claims claim =
        claim("c" + number, "publisher-" + number % 300, "2022-04-%02d".formatted(1 + number % 28))
            .text(number * 0x9E3779B97F4A7C15L)
            .when("2022-03-2" + number % 5)
            .lost(600 + 10 * (number % 6));
    return (number % 2 == 0 ? claim.actor("crew", Certainty.SUSPECTED) : claim).build();
  }

  private void fill(int from, int to) {
    for (int number = from; number < to; number++) {
      file.add(article(number));
    }
  }

  @Test
  void oneMoreTouchesAndReadsNoMoreThanBefore() {
    fill(0, FEW);
    Work few = work(() -> file.add(article(FEW)));
    fill(FEW, MANY);
    Work many = work(() -> file.add(article(MANY)));
    assertThat(many).isEqualTo(few);
    assertThat(work(() -> file.remove("c" + MANY)).reads()).isLessThan(2 * few.reads());
  }

  @Test
  void whatResolvingLooksAtIsBoundedByWhatIsSaid() {
    fill(0, MANY);
    assertThat(file.signatures.rows()).hasSizeLessThanOrEqualTo(STATEMENTS);
    file.signatures
        .rows()
        .values()
        .forEach(
            signature -> {
              assertThat(signature.getVoices()).hasSizeLessThanOrEqualTo(CaseFile.MOST_VOICES);
              assertThat(signature.getSources()).hasSizeLessThanOrEqualTo(Resolver.MOST_SOURCES);
            });
    Work work = work(file::incidents);
    assertThat(work.reads()).isLessThanOrEqualTo(STATEMENTS + Resolver.MOST_SOURCES);
  }

  @Test
  void theCountsCoverAllOfThem() {
    fill(0, MANY);
    Incident incident = file.incidents().get("acme-2022-03");
    assertThat(incident.getClaims()).isEqualTo(MANY);
    assertThat(incident.getArticles()).isEqualTo(MANY);
    assertThat(incident.getPublishers()).isEqualTo(300);
    assertThat(incident.getSources()).hasSize(Resolver.MOST_SOURCES);
  }

  @Test
  void publishersBeyondWhatAStatementKeepsAreEstimated() {
    for (int number = 0; number < MANY; number++) {
      file.add(
          claim("c" + number, "publisher-" + number, "2022-04-01").when("2022-03").lost(5).build());
    }
    assertThat(file.incidents().get("acme-2022-03").getPublishers())
        .isBetween(MANY / 2, MANY * 3 / 2);
  }

  @Test
  void takingAllBackLeavesNothing() {
    fill(0, FEW);
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < FEW; number++) {
      numbers.add(number);
    }
    Collections.reverse(numbers);
    numbers.forEach(number -> file.remove("c" + number));
    assertThat(file.content()).isEqualTo(new TestFile().content());
    assertThat(file.incidents()).isEmpty();
  }

  private Work work(Supplier<?> what) {
    file.startCounting();
    what.get();
    return new Work(file.reads(), file.writes());
  }

  /** Rows that something reads and writes. */
  private record Work(long reads, long writes) {}
}
