package io.heistline.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a sentence speaks of the article's victims. */
final class VictimMentions {
  private VictimMentions() {}

  /**
   * The mentions of the victims in a sentence, in order, each victim once.
   *
   * @param told the names that a wording of the sentence makes victims
   */
  static List<VictimMention> of(
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
