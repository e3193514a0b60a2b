package io.heistline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heistline.model.Article;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Articles from files and from standard input into a running stack. */
@Timeout(120)
class PublishTest {
  @TempDir private static Path brokerFolder;
  private static TestCluster cluster;
  private final InputStream input = System.in;

  @BeforeAll
  static void startBroker() throws Exception {
    cluster = new TestCluster(brokerFolder);
  }

  @AfterAll
  static void stopBroker() {
    cluster.close();
  }

  @AfterEach
  void restoreInput() {
    System.setIn(input);
  }

  @Test
  void aLineIsPublishedBeforeTheNextOneComes() throws Exception {
    Topics topics = cluster.topics("pipe", 2);
    PipedInputStream in = new PipedInputStream();
    PipedOutputStream pipe = new PipedOutputStream(in);
    System.setIn(in);
    CompletableFuture<Command> running = CompletableFuture.supplyAsync(() -> publish(topics, "-"));
    for (int i = 0; i < 3; i++) {
      String id = "line-" + i;
      pipe.write((line(id, "text") + "\n").getBytes(UTF_8));
      pipe.flush();
      await().atMost(Duration.ofSeconds(30)).until(() -> articles(topics).containsKey(id));
    }
    pipe.close();

    assertThat(running.get().status()).isZero();
    assertThat(running.get().err()).contains("published 3, known 0, outdated 0, refused 0");
  }

  @Test
  void aBadLineIsNamedKeptAndSpoilsNoOther() throws Exception {
    Topics topics = cluster.topics("bad", 2);
    System.setIn(
        new ByteArrayInputStream(
            String.join("\n", line("a", "x"), "{\"broken\"", line("b", "y"), line("a", "x"))
                .getBytes(UTF_8)));

    Command run = publish(topics, "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("standard input:2: not JSON", "published 2, known 1, outdated 0, refused 1");
    assertThat(articles(topics)).containsOnlyKeys("a", "b");
    assertThat(DeadLetterReader.read(topics.settings()))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("not JSON"));
  }

  @Test
  void foldersAndFilesGoTheSameWayAndAnOlderVersionChangesNothing(@TempDir Path folder)
      throws Exception {
    Topics topics = cluster.topics("files", 2);
    Files.writeString(folder.resolve("new.jsonl"), line("a", "2024-03-09", "new"));
    Path old = Files.writeString(folder.resolve("old.jsonl"), line("a", "2024-03-02", "old"));
    Files.writeString(folder.resolve("page.html"), "<title>T</title><p>text");

    Command run = publish(topics, "--published", "2024-03-01", folder.toString());

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("published 2, known 0, outdated 1, refused 0");
    assertThat(publish(topics, old.toString()).err()).contains("outdated 1");
    assertThat(articles(topics).get("a").getBody()).isEqualTo("new");
  }

  private static Command publish(Topics topics, String... args) {
    List<String> line = new ArrayList<>(List.of("publish"));
    line.addAll(
        List.of(
            "--bootstrap-servers",
            topics.settings().bootstrapServers(),
            "--registry",
            topics.settings().registryUrl(),
            "--topic-prefix",
            topics.settings().topicPrefix()));
    line.addAll(Arrays.asList(args));
    return Command.run(line.toArray(String[]::new));
  }

  private static Map<String, Article> articles(Topics topics) {
    return TopicTable.read(topics.settings(), topics.articles());
  }

  private static String line(String id, String body) {
    return line(id, "2024-03-01", body);
  }

  private static String line(String id, String updatedAt, String body) {
    return "{\"id\":\"%s\",\"title\":\"t\",\"body\":\"%s\",\"publishedAt\":\"2024-03-01\",\"updatedAt\":\"%s\"}"
        .formatted(id, body, updatedAt);
  }
}
