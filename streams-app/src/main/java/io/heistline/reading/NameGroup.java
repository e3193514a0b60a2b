package io.heistline.reading;

import io.heistline.knowledge.Names;
import io.heistline.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names by which an article calls one victim. */
final class NameGroup {
  private Optional<Entity> entity;
  private final List<Name> names = new ArrayList<>();

  NameGroup(Name name) {
    this.entity = name.victim();
    names.add(name);
  }

  /** Whether a name is this victim's: the same entity, the same words, or the same but longer. */
  boolean isOf(Name name) {
    if (entity.isPresent() && name.victim().isPresent()) {
      return entity.get().getId().equals(name.victim().get().getId());
    }
    String key = name.key();
    for (Name own : names) {
      if (isSame(own.key(), key)) {
        return true;
      }
    }
    return false;
  }

  /** "bank of zuzu", "bank of zuzu ltd"; "zuzu bit", "zuzubit"; "zuzus bank", "zuzu bank". */
  private static boolean isSame(String a, String b) {
    return a.equals(b)
        || isBegunBy(a, b)
        || isBegunBy(b, a)
        || isSameBut(NameGroup::behindSpaces, a, b)
        || (a.indexOf(' ') > 0 && isSameBut(NameGroup::behindPlural, a, b));
  }

  /** Whether a name goes on where a shorter one ends. */
  private static boolean isBegunBy(String name, String shorter) {
    return name.length() > shorter.length()
        && name.charAt(shorter.length()) == ' '
        && name.startsWith(shorter);
  }

  /** What is left out of a name where it is compared: the index behind it. */
  private interface LeftOut {
    int behind(String name, int from);
  }

  /** Whether two names are equal once something is left out of both. */
  private static boolean isSameBut(LeftOut leftOut, String a, String b) {
    int i = leftOut.behind(a, 0);
    int j = leftOut.behind(b, 0);
    while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
      i = leftOut.behind(a, i + 1);
      j = leftOut.behind(b, j + 1);
    }
    return i == a.length() && j == b.length();
  }

  private static int behindSpaces(String name, int from) {
    int i = from;
    while (i < name.length() && name.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** Behind the s at the end of a word that another follows. */
  private static int behindPlural(String name, int from) {
    boolean plural =
        from + 1 < name.length() && name.charAt(from) == 's' && name.charAt(from + 1) == ' ';
    return plural ? from + 1 : from;
  }

  void add(Name name) {
    if (entity.isEmpty()) {
      entity = name.victim();
    }
    if (names.stream().noneMatch(own -> own.key().equals(name.key()))) {
      names.add(name);
    }
  }

  /** Whether it is known as a victim and as what attacked it: a worm names its wave. */
  boolean isWave() {
    return names.stream().anyMatch(name -> name.victim().isPresent() && name.actor().isPresent());
  }

  boolean isKnown() {
    return entity.isPresent();
  }

  /** The clearest name: a known victim's first, else the first that a common word does not make. */
  String name() {
    return names.stream()
        .filter(name -> name.victim().isPresent())
        .findFirst()
        .or(() -> names.stream().filter(NameGroup::isTelling).findFirst())
        .orElse(names.get(0))
        .text();
  }

  /** "Zuzu Reserve", "Reserve Bank of Zuzu": not "Reserve", which a headline leaves of it. */
  private static boolean isTelling(Name name) {
    String text = name.text();
    Lexicon.Word word = Vocabulary.find(Text.lower(text));
    return word == null || !word.senses().has(Sense.NAME_PART);
  }

  /** The other names that the article uses. */
  List<String> aliases() {
    String key = Names.normalise(name());
    return names.stream()
        .map(Name::text)
        .filter(text -> !Names.normalise(text).equals(key))
        .distinct()
        .toList();
  }

  /** All the names, as the article writes them. */
  List<String> all() {
    return names.stream().map(Name::text).distinct().toList();
  }
}
