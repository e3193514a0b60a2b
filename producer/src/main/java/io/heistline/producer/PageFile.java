package io.heistline.producer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Makes an article of a file that holds one: text or HTML. */
final class PageFile {
  /** A larger file cannot be an article. */
  static final int MOST_BYTES = ArticleDraft.MOST_BODY_BYTES;

  private final FileUrls urls;
  private final FileDefaults defaults;

  PageFile(FileUrls urls, FileDefaults defaults) {
    this.urls = urls;
    this.defaults = defaults;
  }

  Submission read(FileTree.Found found, FileFormat.Kind kind, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    try {
      return draft(found, kind, text(bytes)).version();
    } catch (RefusalException e) {
      return new Submission.Refused(found.origin(), e.reason(), Original.of(bytes));
    }
  }

  private static String text(byte[] bytes) {
    if (bytes.length == 0) {
      throw new RefusalException("the file is empty");
    }
    if (bytes.length > MOST_BYTES) {
      throw new RefusalException(
          "the file is larger than %d bytes, the limit of an article".formatted(MOST_BYTES));
    }
    return Utf8.decode(bytes);
  }

  private ArticleDraft draft(FileTree.Found found, FileFormat.Kind kind, String text) {
    return switch (kind) {
      case HTML -> htmlDraft(found, text);
      case TEXT -> textDraft(found, text);
      case JSON_LINES -> throw new IllegalArgumentException(found + " holds many articles");
    };
  }

  private ArticleDraft htmlDraft(FileTree.Found found, String html) {
    HtmlPage page = HtmlPage.of(html);
    return new ArticleDraft(
        Optional.empty(),
        Optional.of(defaults.url().or(page::url).orElseGet(() -> urls.of(found))),
        defaults.publisher().or(page::publisher),
        defaults.title().or(page::title).orElseGet(() -> nameOf(found)),
        html,
        "text/html",
        dated(defaults.publishedAt().or(page::publishedAt)),
        page.updatedAt());
  }

  private ArticleDraft textDraft(FileTree.Found found, String text) {
    TextPage page =
        defaults.title().isPresent()
            ? new TextPage(defaults.title(), text.strip())
            : TextPage.of(text);
    return new ArticleDraft(
        Optional.empty(),
        Optional.of(defaults.url().orElseGet(() -> urls.of(found))),
        defaults.publisher(),
        page.title().orElseGet(() -> nameOf(found)),
        page.body(),
        "text/plain",
        dated(defaults.publishedAt()),
        Optional.empty());
  }

  private static Instant dated(Optional<Instant> publishedAt) {
    return publishedAt.orElseThrow(
        () -> new RefusalException("no publication date; give --published YYYY-MM-DD"));
  }

  private static String nameOf(FileTree.Found found) {
    String name = String.valueOf(Path.of(found.name()).getFileName());
    return name.replaceFirst("(?i)\\.(txt|html?)(\\.gz)?$", "");
  }
}
