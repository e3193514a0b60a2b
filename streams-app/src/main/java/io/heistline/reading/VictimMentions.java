package io.heistline.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a sentence speaks of the article's victims. */
final class VictimMentions {
  private VictimMentions() {}

  /**
   * The mentions of the victims in each sentence, in order, each victim once: where a deed is told
   * of, or else where it is named first ("the list goes on with names like Zuzubit").
   *
   * @param names of each sentence
   * @param told the names that a wording of each sentence makes victims
   */
  static List<List<VictimMention>> of(
      List<NameGroup> victims,
      List<Sentence> sentences,
      List<List<Name>> names,
      List<List<VictimMention>> told) {
    List<List<VictimMention>> mentions = new ArrayList<>();
    Set<NameGroup> rest = new LinkedHashSet<>(victims);
    for (int i = 0; i < sentences.size(); i++) {
      List<VictimMention> own = of(victims, sentences.get(i), names.get(i), told.get(i));
      own.forEach(mention -> groupOf(victims, mention.name()).ifPresent(rest::remove));
      mentions.add(own);
    }
    for (int i = 0; i < sentences.size() && !rest.isEmpty(); i++) {
      for (Name name : names.get(i)) {
        Optional<NameGroup> group = rest.stream().filter(g -> g.isOf(name)).findFirst();
        if (group.isPresent()) {
          rest.remove(group.get());
          mentions.get(i).add(new VictimMention(name, name.from(), false, Wording.NAMED));
        }
      }
      mentions.get(i).sort(Comparator.comparingInt(mention -> mention.name().from()));
    }
    return mentions;
  }

  private static List<VictimMention> of(
      List<NameGroup> victims, Sentence sentence, List<Name> names, List<VictimMention> told) {
    List<VictimMention> mentions = new ArrayList<>();
    List<NameGroup> named = new ArrayList<>();
    for (VictimMention mention : told) {
      groupOf(victims, mention.name())
          .ifPresent(
              group -> {
                mentions.add(mention);
                named.add(group);
              });
    }
    Optional<Integer> deed = deed(sentence);
    if (deed.isPresent()) {
      for (Name name : names) {
        groupOf(victims, name)
            .filter(group -> !named.contains(group))
            .ifPresent(
                group -> {
                  mentions.add(new VictimMention(name, deed.get(), false, Wording.NAMED));
                  named.add(group);
                });
      }
    }
    mentions.sort(Comparator.comparingInt(mention -> mention.name().from()));
    return mentions;
  }

  private static Optional<NameGroup> groupOf(List<NameGroup> victims, Name name) {
    return victims.stream().filter(group -> group.isOf(name)).findFirst();
  }

  /** The first word of a deed in a sentence. */
  private static Optional<Integer> deed(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (token.is(Sense.HACK)
          || token.is(Sense.TAKE)
          || token.is(Sense.EVENT)
          || token.is(Sense.LEAK)
          || token.is(Sense.RANSOM)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
