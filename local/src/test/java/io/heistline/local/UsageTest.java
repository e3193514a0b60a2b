package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "                                 | Missing required subcommand",
        "reply                            | Did you mean: heistline replay",
        "replay                           | Missing required parameter: 'PATH'",
        "replay --partitions many x       | --partitions",
        "replay --partitions 0 x          | --partitions is 0",
        "extract                          | Missing required parameter: 'FILE'",
        "extract --published tomorrow a   | 'tomorrow' is no date; give YYYY-MM-DD",
        "extract --url https://x/ a b     | --url and --title are for one file",
        "demo --pace -1                   | --pace is -1",
        "totals --bootstrap-servers ''    | HEISTLINE_BOOTSTRAP_SERVERS is empty",
        "feeds                            | Missing required subcommand",
        "feeds add                        | Missing required parameter: 'URL'",
        "feeds add example.com/feed       | is no feed; give an http:, https: or file: URL",
        "feeds add http://x/ --interval 0 | --interval is 0",
        "knowledge                        | Missing required subcommand",
        "knowledge import                 | Missing required option: '--misp=FILE'",
        "knowledge add                    | Missing required parameters: 'TYPE', 'NAME'",
        "knowledge add source X           | but was 'source'",
        "knowledge add victim X --parent Y | --parent and --sponsor are for actors",
        "knowledge add actor X --by ''    | --by needs a name",
        "knowledge show                   | Missing required parameter: 'NAME'",
        "knowledge list --type gang       | --type",
        "rule                             | Missing required subcommand",
        "rule dismiss                     | Missing required",
        "rule dismiss a-2022-03 --by Ada  | Missing required option: '--why=TEXT'",
        "rule merge a --by A --why b      | Missing required parameter: 'INTO'",
        "rule split a --by A --why b      | Missing required parameter: 'CLAIM'",
        "rule set-loss a 0.001 --by A --why b | '0.001' is no loss",
        "rule set-loss a x --by A --why b | Invalid value for positional parameter",
        "withdraw                         | Missing required parameter: 'ARTICLE_ID'",
        "up --kafka-port 99999            | --kafka-port is 99999",
        "up --partitions 0                | --partitions is 0",
        "bench --articles 0               | --articles is 0",
        "topology --svg                   | Missing required parameter",
        "totals --jsno                    | --json"
      })
  void wrongUsageExitsWith2AndAHint(String line, String hint) {
    Command run = Command.run(split(line));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(hint).contains("Try: heistline").contains("--help");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "replay",
        "extract",
        "totals",
        "incidents",
        "claims",
        "withdraw",
        "feeds",
        "feeds add",
        "feeds remove",
        "feeds list",
        "knowledge",
        "knowledge import",
        "knowledge add",
        "knowledge remove",
        "knowledge show",
        "knowledge list",
        "rule",
        "rule dismiss",
        "rule confirm",
        "rule merge",
        "rule split",
        "rule set-loss",
        "rule set-actor",
        "rule revoke",
        "rule list",
        "topics",
        "topology",
        "audit",
        "bench"
      })
  void everyCommandHasHelp(String command) {
    Command run = Command.run(split(command + " --help"));

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: heistline " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpListsTheCommands() {
    assertThat(Command.run("--help").out()).contains("demo", "up", "replay", "extract", "feeds");
    assertThat(Command.run("--version").out()).startsWith("heistline ");
  }

  @Test
  void withoutAStackACommandSaysHowToStartOne() throws IOException {
    Command run = Command.run("totals", "--bootstrap-servers", "127.0.0.1:" + Ports.free());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no Kafka at 127.0.0.1:").contains("./heistline up");
  }

  @Test
  void anImportSaysWhatIsWrongWithItsFileBeforeItLooksForAStack(@TempDir Path folder)
      throws IOException {
    Path text = Files.writeString(folder.resolve("text.json"), "Lazarus, APT38");
    Path list = Files.writeString(folder.resolve("list.json"), "[1, 2]");
    Path tools =
        Files.writeString(folder.resolve("tools.json"), "{\"category\":\"tool\",\"values\":[]}");
    Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});

    assertThat(importing(folder.resolve("missing.json"))).contains("no file", "missing.json");
    assertThat(importing(text)).contains("text.json is not JSON", "give a MISP galaxy cluster");
    assertThat(importing(list)).contains("list.json is no MISP galaxy cluster", "misp-galaxy");
    assertThat(importing(tools)).contains("category 'tool'", "only actors are imported");
    assertThat(importing(latin)).contains("latin.json is not UTF-8");
  }

  private static String importing(Path file) {
    Command run =
        Command.run(
            "knowledge", "import", "--misp", file.toString(), "--bootstrap-servers", "localhost:1");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    return run.err();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show X", "add actor X", "remove actor X"})
  void withoutAStackTheKnowledgeCommandsSayHowToStartOne(String line) throws IOException {
    Command run =
        Command.run(split("knowledge " + line + " --bootstrap-servers 127.0.0.1:" + Ports.free()));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no Kafka at 127.0.0.1:").contains("./heistline up");
  }

  @Test
  void aTakenPortIsNamedWithTheOptionThatChoosesAnother(@TempDir Path data) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Command run = Command.run("up", "--kafka-port", port, "--data", data.toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("port " + port).contains("--kafka-port");
    }
  }

  @Test
  void onlyOneStackUsesAFolder(@TempDir Path data) throws IOException {
    try (DataFolder used = DataFolder.at(data)) {
      Command run =
          Command.run(
              "up",
              "--port",
              "0",
              "--kafka-port",
              "0",
              "--registry-port",
              "0",
              "--data",
              used.path().toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("another Heistline runs on").contains("--data");
    }
  }

  @Test
  void extractTellsOfEachFileThatItRefusesAndReadsTheRest(@TempDir Path folder) throws IOException {
    Path good = Files.writeString(folder.resolve("good.txt"), "Nothing was stolen today.");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");

    Command run =
        Command.run(
            "extract",
            "--json",
            "--published",
            "2022-12-23",
            empty.toString(),
            folder.resolve("missing.txt").toString(),
            good.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("empty.txt: ").contains("missing.txt: ");
    assertThat(run.out().lines()).hasSize(1).first().asString().contains("\"claims\":[]");
  }

  @Test
  void extractAsksForTheDateThatATextDoesNotGive(@TempDir Path folder) throws IOException {
    Path undated = Files.writeString(folder.resolve("undated.txt"), "Thieves took $5 million.");

    Command run = Command.run("extract", undated.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("--published");
  }

  private static String[] split(String line) {
    if (line == null) {
      return new String[0];
    }
    List<String> words = List.of(line.strip().split(" +", -1));
    return words.stream()
        .filter(word -> !word.isEmpty())
        .map(word -> word.equals("''") ? "" : word)
        .toArray(String[]::new);
  }
}
