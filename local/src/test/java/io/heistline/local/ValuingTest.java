package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A loss in bitcoin alone is worth the bundled rate of its month, with a stack and without. */
@Timeout(120)
class ValuingTest {
  /** 850,000 at the 666.35 of blockchain-com.csv. */
  private static final long WORTH = 566_397_500;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private Path article = Path.of("");

  @BeforeEach
  void write() throws IOException {
    article =
        Files.writeString(
            folder.resolve("gox.txt"),
            """
            Hackers steal bitcoins from Mt. Gox

            Hackers stole 850,000 bitcoins from the exchange Mt. Gox in February 2014.
            """);
  }

  @Test
  void extractValuesByTheBundledTable() throws IOException {
    JsonNode amount = JSON.readTree(run("extract", "--json")).at("/claims/0/amounts").get(0);
    assertThat(amount.get("usd").asLong()).isEqualTo(WORTH);
    assertThat(amount.get("currency").asText()).isEqualTo("BTC");
    assertThat(amount.at("/rate/month").asText()).isEqualTo("2014-02");
    assertThat(amount.at("/rate/source").asText()).isEqualTo("blockchain.com");
    assertThat(run("extract")).contains("850000 BTC (~$566,397,500)");
  }

  @Test
  void aStackValuesByTheTopic() throws IOException {
    JsonNode ledger = JSON.readTree(run("replay", "--json"));
    JsonNode incident = ledger.get("incidents").get(0);
    assertThat(incident.get("id").asText()).isEqualTo("mt-gox-2014-02");
    assertThat(incident.at("/lossUsd/best").asLong()).isEqualTo(WORTH);
    assertThat(incident.get("lossValued").asBoolean()).isTrue();
    assertThat(ledger.at("/totals/0/lossUsd").asLong()).isEqualTo(WORTH);
  }

  private String run(String command, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = command;
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 3] = "--published";
    args[args.length - 2] = "2014-03-01";
    args[args.length - 1] = article.toString();
    Command run = Command.run(args);
    assertThat(run.err()).isEmpty();
    return run.out();
  }
}
