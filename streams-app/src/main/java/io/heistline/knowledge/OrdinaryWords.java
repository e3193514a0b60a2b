package io.heistline.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells names that anything may be called by from names that mean one thing. Immutable. */
public final class OrdinaryWords {
  private static final String FILE = "knowledge/ordinary-words.txt";

  /** Letters and digits of the shortest name that stands for itself: below, all is initials. */
  private static final int SHORTEST_NAME = 4;

  private final Set<String> words;

  private OrdinaryWords(Set<String> words) {
    this.words = words;
  }

  /** The list that is shipped with Heistline. */
  public static OrdinaryWords bundled() {
    try (InputStream in = OrdinaryWords.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path: build streams-app anew");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE + " from the class path", e);
    }
  }

  /** Words between white space; a line that begins with # says something about them. */
  static OrdinaryWords parse(String text) {
    return new OrdinaryWords(
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> java.util.stream.Stream.of(line.strip().split(" +", -1)))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a name is an ordinary word ("Reaper"), a mere number, or too short ("G7"). */
  public boolean hold(String name) {
    String key = Names.normalise(name);
    return key.codePointCount(0, key.length()) < SHORTEST_NAME
        || key.chars().allMatch(c -> Character.isDigit(c) || c == ' ')
        || words.contains(key);
  }
}
