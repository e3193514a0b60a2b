package io.heistline.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is refused, and the words in which. */
class RefusalsTest {
  private static final String REST = "\"publishedAt\": \"2024-03-01\", \"body\": \"T\"}";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource({"jsonLines", "pages"})
  void isRefusedWithAReason(String name, byte[] content, String reason) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    try (Stream<Submission> read = new ArticleFiles().read(List.of(file), FileDefaults.NONE)) {
      assertThat(read.toList())
          .singleElement()
          .isInstanceOfSatisfying(
              Submission.Refused.class,
              refused -> {
                assertThat(refused.origin()).startsWith(file.toString());
                assertThat(refused.reason()).contains(reason);
              });
    }
  }

  static Stream<Arguments> jsonLines() {
    String body = "{\"id\": \"a\", \"publishedAt\": \"2024-03-01\", \"body\": \"";
    return Stream.of(
        json("{\"id\": \"a\", \"body\": \"T\"}", "no \"publishedAt\"; give the date"),
        json("{\"id\": \"a\", \"publishedAt\": \"2024-03-01\"}", "no \"body\"; give the article"),
        json(body + " \"}", "title and body are empty"),
        json("{" + REST, "no \"url\" and no \"id\"; give one of them"),
        json("{\"withdrawn\": true}", "no \"url\" and no \"id\"; give one of them"),
        json("{\"id\": 7, " + REST, "\"id\" is not a text; put it in quotes"),
        json("{\"id\": \"a\", \"title\": [], " + REST, "\"title\" is not a text"),
        json("{\"id\": \"a\", \"withdrawn\": \"yes\", " + REST, "\"withdrawn\" is not true or"),
        json("{\"id\": \"a b\", " + REST, "id is not 1 to 200 of A-Z"),
        json("{\"id\": \"" + "a".repeat(201) + "\", " + REST, "id is not 1 to 200 of A-Z"),
        json("{\"url\": \"news.example/a\", " + REST, "it has no scheme"),
        json("{\"id\": \"a\", \"contentType\": \"application/pdf\", " + REST, "give text/plain or"),
        json(
            "{\"id\": \"a\", \"publishedAt\": \"yesterday\", \"body\": \"T\"}",
            "publishedAt is 'yesterday'; give an ISO-8601 date"),
        json(
            "{\"id\": \"a\", \"publishedAt\": \"2023-02-29\", \"body\": \"T\"}",
            "publishedAt is '2023-02-29'; give an ISO-8601 date"),
        json(
            "{\"id\": \"a\", \"publishedAt\": \"0001-01-01\", \"body\": \"T\"}",
            "not between 1900 and 2199"),
        json(
            "{\"id\": \"a\", \"updatedAt\": \"soon\", " + REST,
            "updatedAt is 'soon'; give an ISO-8601 date"),
        json(
            body + "a".repeat(ArticleDraft.MOST_BODY_CHARACTERS + 1) + "\"}",
            "the body has 4194305 characters; the limit is 4194304"),
        json(
            body + "\u20AC".repeat(3 * 1024 * 1024) + "\"}",
            "the body has 9437184 bytes in UTF-8; the limit is 7340032"),
        json("{\"id\": \"a\", \"title\": \"" + "a".repeat(10_001) + "\", " + REST, "the title has"),
        json(
            "{\"id\": \"a\", \"publisher\": \"" + "a".repeat(1_001) + "\", " + REST,
            "the publisher has"),
        json("[]", "not a JSON object; give one object on each line"),
        json("7", "not a JSON object"),
        json("{\"id\": ", "not JSON (Unexpected end-of-input"),
        json("{} {}", "not JSON (Trailing token"),
        json("{\"id\": \"a\", \"id\": \"b\", " + REST, "not JSON (Duplicate"),
        json("[".repeat(100_000), "not JSON (Document nesting depth"),
        json(" ".repeat(JsonLines.MOST_LINE_BYTES + 1), "the line has 33554433 bytes; the limit"),
        json("\n \n", "the file is empty"),
        arguments("a.jsonl", new byte[] {'"', (byte) 0xC3, '"'}, "invalid UTF-8 at byte 1"),
        arguments("a.jsonl", new byte[] {'{', 0, '}'}, "binary content (a NUL byte at 1)"),
        arguments("a.jsonl.gz", Arrays.copyOf(gzip("{}"), 12), "cannot be read any further"));
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        page("a.txt", "Text", "no publication date; give --published YYYY-MM-DD"),
        page("a.html", "<p>Text</p>", "no publication date; give --published YYYY-MM-DD"),
        page("a.html", "<time datetime='P1D'>", "no publication date; give --published"),
        page("a.txt", "", "the file is empty"),
        page("a.txt.gz", "", "the file is empty"),
        page("a.jsonl.gz", "", "the file is empty"),
        page("a.txt", "a\0b", "binary content (a NUL byte at 1)"),
        arguments("a.html", new byte[] {'a', (byte) 0xFF}, "invalid UTF-8 at byte 1"),
        arguments("a.txt", new byte[PageFile.MOST_BYTES + 1], "the file is larger than 7340032"),
        arguments("a.txt.gz", gzip("a".repeat(50_000_000)), "the file is larger than 7340032"),
        page("a.html.gz", "not gzip", "cannot be read: java.util.zip.ZipException"),
        page("a.pdf", "%PDF", "unknown type of file; use .jsonl, .json, .txt, .html"),
        page("README", "text", "unknown type of file"));
  }

  private static Arguments json(String content, String reason) {
    return page("a.jsonl", content, reason);
  }

  private static Arguments page(String name, String content, String reason) {
    return arguments(name, content.getBytes(UTF_8), reason);
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
