package io.heistline.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An article's names, those of one victim together. */
final class NameGroups {
  /** Groups an article; a longer list is a database, not news. */
  static final int MAX_GROUPS = 400;

  private final List<NameGroup> groups = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();

  private boolean overflown;

  /** Names in brackets by what they are short for: "mpd" is "metropolitan police department". */
  private final Map<String, Name> shortFor = new HashMap<>();

  /**
   * @param sentences of the article
   * @param names of each sentence
   */
  NameGroups(List<Sentence> sentences, List<List<Name>> names) {
    for (int i = 0; i < sentences.size(); i++) {
      learnShortNames(sentences.get(i), names.get(i));
    }
  }

  /** "the Metropolitan Police Department (MPD)", "Oakmart (formerly Elmmart)". */
  private void learnShortNames(Sentence sentence, List<Name> names) {
    for (int i = 0; i + 1 < names.size(); i++) {
      Name full = names.get(i);
      Name other = names.get(i + 1);
      int bracket = full.to();
      boolean alias =
          sentence.at(bracket).is("(")
              && (isInitials(other.text(), full.text())
                  || (sentence.at(bracket + 1).isOneOf("formerly", "aka", "previously")
                      && other.from() <= bracket + 4));
      if (alias && !other.key().equals(full.key())) {
        shortFor.putIfAbsent(other.key(), full);
      }
    }
  }

  /** Whether letters in capitals are the initials of a name: MPD, HSE, DoH. */
  private static boolean isInitials(String letters, String name) {
    StringBuilder initials = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (String word : name.split("[\\s-]+", -1)) {
      if (!word.isEmpty()) {
        all.append(word.charAt(0));
        if (Character.isUpperCase(word.charAt(0))) {
          initials.append(word.charAt(0));
        }
      }
    }
    return letters.length() > 1
        && (letters.contentEquals(initials) || letters.equalsIgnoreCase(all.toString()));
  }

  /** The number of a name's group; a new one for a new name, none beyond {@link #MAX_GROUPS}. */
  Optional<Integer> add(Name name) {
    Integer known = byKey.get(name.key());
    if (known != null) {
      groups.get(known).add(name);
      return Optional.of(known);
    }
    Name full = shortFor.get(name.key());
    if (full != null && !full.key().equals(name.key())) {
      Optional<Integer> group = add(full);
      group.ifPresent(g -> join(name, g));
      return group;
    }
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).isOf(name)) {
        join(name, i);
        return Optional.of(i);
      }
    }
    if (groups.size() == MAX_GROUPS) {
      overflown = true;
      return Optional.empty();
    }
    groups.add(new NameGroup(name));
    byKey.put(name.key(), groups.size() - 1);
    return Optional.of(groups.size() - 1);
  }

  /** The number of a name's group, if the very name has one. */
  Optional<Integer> of(Name name) {
    return Optional.ofNullable(byKey.get(name.key()));
  }

  private void join(Name name, int group) {
    groups.get(group).add(name);
    byKey.put(name.key(), group);
  }

  NameGroup group(int number) {
    return groups.get(number);
  }

  /** Whether a name was left out. */
  boolean isFull() {
    return overflown;
  }
}
