package io.heistline.knowledge;

import io.heistline.model.ActorMention;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Names, as keys and as ids. */
public final class Names {
  /** Hex digits of the hash in the id of a name that has no letter or digit to make an id of. */
  private static final int UNNAMED_HASH_DIGITS = 8;

  /** What the ids of persons begin with. */
  private static final String PERSON = "person:";

  private Names() {}

  /**
   * The key under which a name is looked up: "The Ronin Network's" and "ronin network" are one.
   *
   * <p>NFKC, lower case, possessive 's and a leading "the" dropped, punctuation and white space
   * folded to single spaces. Empty if the name has no letter or digit.
   */
  public static String normalise(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      if (isPossessive(folded, i)) {
        i += 2;
        continue;
      }
      if (isNameCharacter(c)) {
        key.appendCodePoint(c);
      } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
      i += Character.charCount(c);
    }
    String words = key.toString().strip();
    return words.startsWith("the ") ? words.substring("the ".length()) : words;
  }

  /**
   * An id in kebab-case for a name that no entry knows: "Crypto.com" is crypto-com. Never empty: a
   * name without a Latin letter or digit becomes "unnamed-" and a short hash of it.
   */
  public static String slug(String name) {
    String key = normalise(name);
    String plain = Normalizer.normalize(key, Normalizer.Form.NFD);
    StringBuilder slug = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (c == ' ' && slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.length() > 0 ? slug.toString() : "unnamed-" + shortHash(key.isEmpty() ? name : key);
  }

  /**
   * The id of an actor that no entry knows: "Night Owls" is night-owls, the person "Jane Doe" is
   * person:jane-doe. A person and a group of one name are two actors.
   */
  public static String coinedId(ActorMention mention) {
    String slug = slug(mention.getName());
    return mention.getPerson() ? PERSON + slug : slug;
  }

  /** Whether an id is a person's. */
  public static boolean isPersonId(String id) {
    return id.startsWith(PERSON);
  }

  private static boolean isNameCharacter(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Whether an 's stands here, behind a word and before none: "Axie's", not "'sup". */
  private static boolean isPossessive(String text, int at) {
    return (text.charAt(at) == '\'' || text.charAt(at) == '\u2019')
        && at > 0
        && isNameCharacter(text.codePointBefore(at))
        && at + 1 < text.length()
        && text.charAt(at + 1) == 's'
        && (at + 2 == text.length() || !isNameCharacter(text.codePointAt(at + 2)));
  }

  private static String shortHash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, UNNAMED_HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
