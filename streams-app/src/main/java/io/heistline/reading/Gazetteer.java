package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.Names;
import io.heistline.model.Alias;
import java.util.ArrayList;
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
  private final WordTable<Node> first = new WordTable<>();

  Gazetteer(Knowledge knowledge) {
    knowledge.aliases().forEach(this::add);
  }

  /** A word in a name, and what may follow it. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private long bits;
    private @Nullable Alias alias;
    private String key = "";

    Node add(String word) {
      Lexicon.Word known = Vocabulary.find(word);
      bits |= 1L << (known == null ? word.hashCode() : known.number());
      return next.computeIfAbsent(word, w -> new Node());
    }

    /** Whether a token may be one of the next: most are not, and cost no more than this. */
    boolean mayGoOn(Token token) {
      int bit = token.isKnown() ? token.number() : token.lower().hashCode();
      return (bits >>> bit & 1) != 0;
    }
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
    String[] words = key.split(" ", -1);
    Node node = first.getOrPut(words[0], Node::new);
    for (int i = 1; i < words.length; i++) {
      node = node.add(words[i]);
    }
    node.alias = alias;
    node.key = key;
  }

  private Optional<Naming> longestAt(Sentence sentence, int start) {
    Node node = begin(sentence.at(start));
    if (node == null) {
      return Optional.empty();
    }
    Naming longest = naming(sentence, start, start + 1, node);
    int i = start + 1;
    while (i < sentence.size()) {
      Token token = sentence.at(i);
      if (token.isPossessive() || isJoint(sentence, i)) {
        i++;
        continue;
      }
      node = step(node, token);
      if (node == null) {
        break;
      }
      i++;
      Naming longer = naming(sentence, start, i, node);
      longest = longer == null ? longest : longer;
    }
    return Optional.ofNullable(longest);
  }

  private static @Nullable Naming naming(Sentence sentence, int from, int to, Node node) {
    Alias alias = node.alias;
    return alias != null && isWrittenAsName(sentence, from, to)
        ? new Naming(from, to, node.key, alias)
        : null;
  }

  /** Where a token begins names; one that is several words of a name, too: "Crypto.com". */
  private @Nullable Node begin(Token token) {
    if (token.form() == Token.Form.MARK || token.isPossessive()) {
      return null;
    }
    Node whole = first.get(token);
    if (whole != null || isPlain(token.lower())) {
      return whole;
    }
    String[] words = words(token);
    return follow(first.get(words[0]), words, 1);
  }

  private static @Nullable Node step(Node from, Token token) {
    if (token.form() == Token.Form.MARK) {
      return null;
    }
    Node whole = from.mayGoOn(token) ? from.next.get(token.lower()) : null;
    return whole != null || isPlain(token.lower()) ? whole : follow(from, words(token), 0);
  }

  private static String[] words(Token token) {
    return Names.normalise(token.text()).split(" ", -1);
  }

  private static @Nullable Node follow(@Nullable Node from, String[] words, int start) {
    Node node = from;
    for (int i = start; i < words.length && node != null; i++) {
      node = node.next.get(words[i]);
    }
    return node;
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
