package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The promise, by the command that everybody can run: the ledger is a function of its inputs. */
@Timeout(300)
class ReplayTest {
  private static final String SAMPLES = Home.samples().toString();

  @Test
  void samplesGiveTheSameBytesInAnyOrderAnyNumberOfTimesOverAnyPartitions() {
    String forwards = ledger("--partitions", "1", SAMPLES);

    assertThat(forwards).startsWith("{\"articles\":37,\"incidents\":[{");
    assertThat(ledger("--partitions", "6", SAMPLES)).isEqualTo(forwards);
    assertThat(ledger("--partitions", "2", "--shuffle", "1", SAMPLES)).isEqualTo(forwards);
    assertThat(ledger("--partitions", "6", "--shuffle", "20170922", SAMPLES)).isEqualTo(forwards);
    assertThat(ledger("--shuffle", "3", SAMPLES, SAMPLES)).isEqualTo(forwards);
  }

  @Test
  void theAcceptanceArticleGivesItsTotals() throws IOException {
    Path article = Home.folder().resolve("../shared/acceptance/north-korea-looted.txt");
    assumeTrue(
        Files.isRegularFile(article), "the acceptance article is not beside this repository");

    JsonNode ledger =
        JsonMapper.builder()
            .build()
            .readTree(
                ledger(
                    "--published",
                    "2022-12-23",
                    "--publisher",
                    "itechpost.com",
                    article.normalize().toString()));

    Map<String, JsonNode> totals = new HashMap<>();
    ledger.get("totals").forEach(each -> totals.put(each.at("/actor/id").asText(), each));
    assertThat(ledger.get("incidents")).hasSize(2);
    for (String actor : List.of("lazarus-group", "north-korea")) {
      assertThat(totals.get(actor).get("incidents").asInt()).isEqualTo(2);
      assertThat(totals.get(actor).get("lossUsd").asLong()).isEqualTo(625_000_000);
    }
    List<String> reported =
        Stream.of(totals.get("north-korea").get("reported"))
            .flatMap(list -> Stream.iterate(0, i -> i + 1).limit(list.size()).map(list::get))
            .map(
                each ->
                    each.get("usd").asText()
                        + " "
                        + each.get("from").asText().substring(0, 4)
                        + " "
                        + each.get("to").asText().substring(0, 4)
                        + " "
                        + each.get("by").asText())
            .toList();
    assertThat(reported)
        .containsExactly(
            "1200000000 2017 2022 National Intelligence Service",
            "626000000 2022 2022 National Intelligence Service");
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsProcessed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("empty.txt"), "");
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("binary.txt"), noise);
    Files.write(
        folder.resolve("latin.txt"), "caf\u00e9 robbed".getBytes(StandardCharsets.ISO_8859_1));
    byte[] huge = new byte[50 * 1024 * 1024];
    Arrays.fill(huge, (byte) 'x');
    Files.write(folder.resolve("huge.txt"), huge);
    Files.writeString(
        folder.resolve("broken.html"),
        "<html><body><p>Hackers stole $5 million from Fernhollow Exchange on 2 August 2023.<div");
    Files.writeString(
        folder.resolve("lines.jsonl"),
        """
        {"url": "https://a.example/1", "title": "No body", "publishedAt": "2023-08-05", "publisher": "A"}
        {"url": 7}
        not json
        {"url": "https://a.example/2", "title": "", "publishedAt": "2023-09-05", "publisher": "A", "body": "Hackers stole $3 million from Saltmarsh Exchange on 2 September 2023.", "contentType": "text/plain"}
        """);

    Command run =
        Command.run(
            "replay",
            "--json",
            "--published",
            "2023-08-05",
            folder.toString(),
            folder.resolve("missing.jsonl").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("empty.txt", "binary.txt", "latin.txt", "huge.txt", "missing.jsonl")
        .contains("lines.jsonl:2", "lines.jsonl:3");
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out())
        .contains("\"name\":\"Fernhollow Exchange\"", "\"name\":\"Saltmarsh Exchange\"");
  }

  private static String ledger(String... arguments) {
    Command run =
        Command.run(
            Stream.concat(Stream.of("replay", "--json"), Stream.of(arguments))
                .toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    return run.out();
  }
}
