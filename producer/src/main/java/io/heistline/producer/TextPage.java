package io.heistline.producer;

import java.util.Optional;

/**
 * A text file as an article.
 *
 * @param title its first line, if a blank line follows
 * @param body the rest
 */
record TextPage(Optional<String> title, String body) {
  /** A longer first line is a paragraph. */
  private static final int MOST_TITLE_CHARACTERS = 300;

  static TextPage of(String text) {
    String[] lines = text.stripLeading().split("\\R", 3);
    boolean titled =
        lines.length == 3
            && lines[1].isBlank()
            && lines[0].length() <= MOST_TITLE_CHARACTERS
            && !lines[2].isBlank();
    return titled
        ? new TextPage(Optional.of(lines[0].strip()), lines[2].strip())
        : new TextPage(Optional.empty(), text.strip());
  }
}
