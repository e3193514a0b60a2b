package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.Names;
import io.heistline.model.Alias;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The known names over tokens, longest first: in "the Harmony Horizon Bridge exploit" it finds the
 * bridge, not Harmony. Linear in the sentence times the longest name.
 */
final class Gazetteer {
  /**
   * Bits to tell by that no name begins with a word: enough that most stay 0, few for the cache.
   */
  private static final int FIRST_WORD_BITS = 1 << 16;

  private final Node root = new Node();
  private final BitSet firstWords = new BitSet(FIRST_WORD_BITS);

  Gazetteer(Knowledge knowledge) {
    knowledge.aliases().forEach(this::add);
  }

  /** A word in a name, and what may follow it. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private @Nullable Alias alias;
    private String key = "";
  }

  /** The names of a sentence, in order, none overlapping. */
  List<Naming> in(Sentence sentence) {
    List<Naming> found = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      Optional<Naming> naming = longestAt(sentence, i);
      naming.ifPresent(found::add);
      i = naming.isPresent() ? naming.get().to() : i + 1;
    }
    return found;
  }

  private void add(String key, Alias alias) {
    Node node = root;
    firstWords.set(bit(key.split(" ", -1)[0]));
    for (String word : key.split(" ", -1)) {
      node = node.next.computeIfAbsent(word, w -> new Node());
    }
    node.alias = alias;
    node.key = key;
  }

  private Optional<Naming> longestAt(Sentence sentence, int start) {
    if (sentence.at(start).form() == Token.Form.MARK || sentence.at(start).isPossessive()) {
      return Optional.empty();
    }
    Node node = root;
    Naming longest = null;
    int i = start;
    while (i < sentence.size()) {
      Token token = sentence.at(i);
      if (token.isPossessive() || (i > start && isJoint(sentence, i))) {
        i++;
        continue;
      }
      Node next = step(node, token);
      if (next == null) {
        break;
      }
      node = next;
      i++;
      Alias alias = node.alias;
      if (alias != null && isWrittenAsName(sentence, start, i)) {
        longest = new Naming(start, i, node.key, alias);
      }
    }
    return Optional.ofNullable(longest);
  }

  /** A token is one word of a name, or several: "Crypto.com". */
  private @Nullable Node step(Node from, Token token) {
    if (token.form() == Token.Form.MARK) {
      return null;
    }
    boolean known = from != root || firstWords.get(bit(token.lower()));
    Node whole = known ? from.next.get(token.lower()) : null;
    if (whole != null || isPlain(token.lower())) {
      return whole;
    }
    Node node = from;
    for (String word : Names.normalise(token.text()).split(" ", -1)) {
      Node next = node.next.get(word);
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  private static int bit(String word) {
    int hash = word.hashCode();
    return (hash ^ (hash >>> 16)) & (FIRST_WORD_BITS - 1);
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /**
   * A mark within a name: the hyphen of "APT-38", the dot of "Mt. Gox", the & of "Marks & Spencer".
   */
  private static boolean isJoint(Sentence sentence, int i) {
    Token mark = sentence.at(i);
    return mark.form() == Token.Form.MARK
        && i + 1 < sentence.size()
        && mark.isOneOf("-", ".", "&", "/", "!", "@")
        && !sentence.at(i + 1).lower().isEmpty();
  }

  /** Names have a capital or a digit somewhere, or quotes around: "Target", not "target". */
  private static boolean isWrittenAsName(Sentence sentence, int from, int to) {
    if (sentence.at(from - 1).isOneOf("\"", "\u201C") && sentence.at(to).isOneOf("\"", "\u201D")) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (sentence.at(i).isCapitalised()) {
        return true;
      }
    }
    return false;
  }
}
