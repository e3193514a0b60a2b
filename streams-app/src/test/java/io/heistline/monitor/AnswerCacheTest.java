package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static final int MANY = 16;

  private final AnswerCache cache = new AnswerCache();
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void anAnswerIsMadeOnceForAVersion() {
    assertThat(text(cache.get("/a", 1, this::make))).isEqualTo("1");
    assertThat(text(cache.get("/a", 1, this::make))).isEqualTo("1");
    assertThat(text(cache.get("/b", 1, this::make))).isEqualTo("2");
    assertThat(text(cache.get("/a", 2, this::make))).isEqualTo("3");
    assertThat(text(cache.get("/a", 1, this::make))).as("a newer one is known").isEqualTo("3");
  }

  @Test
  void ofManyWhoAskAtOnceOneMakesTheAnswer() throws Exception {
    CountDownLatch all = new CountDownLatch(MANY);
    Callable<Ready> ask =
        () -> {
          all.countDown();
          all.await();
          return cache.get("/a", 1, this::makeSlowly);
        };
    ExecutorService threads = Executors.newFixedThreadPool(MANY);
    try {
      List<Future<Ready>> answers =
          threads.invokeAll(IntStream.range(0, MANY).mapToObj(i -> ask).toList());
      for (Future<Ready> answer : answers) {
        assertThat(text(answer.get())).isEqualTo("1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void whatFailsIsTriedAgain() {
    assertThatThrownBy(
            () ->
                cache.get(
                    "/a",
                    1,
                    () -> {
                      throw ProblemException.notFound("not yet");
                    }))
        .isInstanceOf(ProblemException.class);
    assertThat(text(cache.get("/a", 1, this::make))).isEqualTo("1");
  }

  private Answer make() {
    return Answer.text("text/plain", Integer.toString(made.incrementAndGet()));
  }

  private Answer makeSlowly() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return make();
  }

  private static String text(Ready ready) {
    return new String(ready.answer().body(), UTF_8);
  }
}
