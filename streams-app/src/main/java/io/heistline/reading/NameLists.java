package io.heistline.reading;

import java.util.ArrayList;
import java.util.List;

/** The lists of names in a sentence: "Zuzubit, the bank Oakmart and Pinemart". */
final class NameLists {
  /** Words between two names of a list: ", the mining company". */
  private static final int MAX_BETWEEN = 5;

  private NameLists() {}

  /** Lists of two names and more, in order. */
  static List<List<Name>> in(Sentence sentence, List<Name> names) {
    List<List<Name>> lists = new ArrayList<>();
    List<Name> list = new ArrayList<>();
    for (Name name : names) {
      if (!list.isEmpty() && !isNext(sentence, list.get(list.size() - 1), name)) {
        close(list, lists);
        list = new ArrayList<>();
      }
      list.add(name);
    }
    close(list, lists);
    return lists;
  }

  private static void close(List<Name> list, List<List<Name>> lists) {
    if (list.size() > 1) {
      lists.add(list);
    }
  }

  /** Whether only a comma, a conjunction and a description stand between two names. */
  private static boolean isNext(Sentence sentence, Name first, Name second) {
    int i = first.to();
    if (sentence.at(i).isPossessive()) {
      i++;
    }
    if (second.from() - i > MAX_BETWEEN + 2) {
      return isCounted(sentence, i, second.from());
    }
    boolean linked = false;
    for (i = behindBracket(sentence, i); i < second.from(); i++) {
      Token token = sentence.at(i);
      boolean link = token.isOneOf(",", "and", "&", "or", "/");
      linked |= link;
      boolean between = link || token.isOneOf("as", "well") || (linked && isDescription(token));
      if (!between) {
        return isCounted(sentence, first.to(), second.from());
      }
    }
    return linked;
  }

  /** "Zuzubit (twice), Oakmart": behind what stands in brackets. */
  private static int behindBracket(Sentence sentence, int start) {
    if (!sentence.at(start).is("(")) {
      return start;
    }
    for (int i = start + 1; i < start + MAX_BETWEEN; i++) {
      if (sentence.at(i).is(")")) {
        return i + 1;
      }
    }
    return start;
  }

  private static boolean isDescription(Token token) {
    return token.is(Sense.DETERMINER)
        || token.is(Sense.ORG)
        || token.is(Sense.PLACE)
        || token.isOneOf("\"", "\u201C", "\u201D")
        || (token.isWord() && token.senses().isEmpty());
  }

  /** "Zuzubit - 57 million accounts, Oakmart - 40 million accounts". */
  private static boolean isCounted(Sentence sentence, int from, int to) {
    return to - from < 9
        && sentence.at(from).isOneOf("-", "\u2013", "\u2014", ":", "(")
        && sentence.at(from + 1).isNumber();
  }
}
