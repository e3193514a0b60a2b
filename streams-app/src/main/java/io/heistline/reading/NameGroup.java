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
        || isSameBut(" ", a, b)
        || (a.indexOf(' ') > 0 && isSameBut("s ", a, b));
  }

  /** Whether a name goes on where a shorter one ends. */
  private static boolean isBegunBy(String name, String shorter) {
    return name.length() > shorter.length()
        && name.charAt(shorter.length()) == ' '
        && name.startsWith(shorter);
  }

  /** Whether two names are equal once a part is taken out: most begin with unlike letters. */
  private static boolean isSameBut(String part, String a, String b) {
    if (a.isEmpty() || b.isEmpty() || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    String rest = part.equals(" ") ? "" : " ";
    return a.replace(part, rest).equals(b.replace(part, rest));
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
