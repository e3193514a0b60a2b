package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.json.LedgerJson;
import io.heistline.model.Article;
import io.heistline.producer.ArticlePublisher;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stack on disk that is stopped and started again has lost nothing. */
@Timeout(180)
class RestartTest {
  private static final EmbeddedStack.Plan PLAN =
      new EmbeddedStack.Plan(0, Optional.of(0), 2, Optional.empty(), Optional.empty());

  @Test
  void everythingIsThereAfterARestartAndWorkGoesOn(@TempDir Path data) throws Exception {
    Article first =
        News.article(
            "first",
            "The Gazette",
            "2023-05-05",
            "Hackers stole $40 million from Marlinspoon Exchange on 3 May 2023.");
    String before;
    try (EmbeddedStack stack = EmbeddedStack.start(DataFolder.at(data), PLAN)) {
      publish(stack, first);
      know(stack, "add", "victim", "Sky Mavis", "--alias", "Marlinspoon Exchange");
      know(stack, "add", "victim", "Lazarus Group");
      stack.awaitDrained(left -> {});
      before = ledger(stack.settings());
      assertThat(before).contains("axie-infinity").doesNotContain("marlinspoon-exchange");
    }

    try (EmbeddedStack stack = EmbeddedStack.start(DataFolder.at(data), PLAN)) {
      stack.awaitDrained(left -> {});
      assertThat(ledger(stack.settings())).isEqualTo(before);
      Map<String, Article> articles = TopicTable.read(stack.settings(), stack.topics().articles());
      assertThat(articles).containsExactly(Map.entry("first", first));
      assertThat(know(stack, "show", "Lazarus Group"))
          .contains("Lazarus Group (actor, lazarus-group)", "Lazarus Group (victim, lazarus-group)")
          .contains("Hidden Cobra");

      publish(
          stack,
          News.article(
              "second",
              "The Courier",
              "2023-05-06",
              "Hackers stole $40 million from Marlinspoon Exchange on 3 May 2023."));
      assertThat(ledger(stack.settings())).contains("\"articles\":2");
    }
  }

  @Test
  void theRegistrysProcessEndsWithItsParent() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path", "") + File.pathSeparator,
                RegistryProcess.class.getName(),
                Sleeper.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();

    process.getOutputStream().close(); // what the system does when a process ends

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static String know(EmbeddedStack stack, String... words) {
    ClusterSettings settings = stack.settings();
    Command run =
        Command.run(
            Stream.of(
                    Stream.of("knowledge"),
                    Stream.of(words),
                    Stream.of("--bootstrap-servers", settings.bootstrapServers()),
                    Stream.of("--registry", settings.registryUrl()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  private static void publish(EmbeddedStack stack, Article article) throws InterruptedException {
    try (ArticlePublisher publisher = new ArticlePublisher(stack.topics())) {
      publisher.publish(article);
    }
    stack.awaitDrained(left -> {});
  }

  private static String ledger(ClusterSettings settings) {
    Topics topics = new Topics(settings);
    return LedgerJson.ledger(
        0,
        TopicTable.read(settings, topics.incidents()).values(),
        TopicTable.read(settings, topics.actorTotals()).values());
  }

  /** A program that would run for ever. */
  public static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
