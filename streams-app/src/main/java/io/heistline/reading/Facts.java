package io.heistline.reading;

import io.heistline.model.ActorMention;
import io.heistline.model.AmountRole;
import java.util.List;
import java.util.Optional;

/**
 * What one sentence says, each rule by itself.
 *
 * @param sentence the sentence
 * @param names the proper names in it
 * @param victims those that it makes victims
 * @param money its amounts that have a role
 * @param untold its amounts that nothing tells the role of
 * @param vague an amount without a figure
 * @param dates its dates
 * @param actors whom it blames
 * @param sources who says so
 * @param records how many people or records
 */
record Facts(
    Sentence sentence,
    List<Name> names,
    List<VictimMention> victims,
    List<RoleRule.Roled> money,
    List<Money> untold,
    Optional<VagueMoney> vague,
    List<DateMention> dates,
    List<ActorMention> actors,
    List<String> sources,
    Optional<Long> records) {

  /** The same, of these victims. */
  Facts of(List<VictimMention> mentions) {
    return new Facts(
        sentence, names, mentions, money, untold, vague, dates, actors, sources, records);
  }

  boolean hasLoss() {
    return money.stream().anyMatch(m -> m.role() == AmountRole.LOSS);
  }

  /** Whether it speaks of a deed at all. */
  boolean hasDeed() {
    return sentence.has(Sense.TAKE)
        || sentence.has(Sense.HACK)
        || sentence.has(Sense.EVENT)
        || sentence.has(Sense.LEAK)
        || sentence.has(Sense.LOSE)
        || sentence.has(Sense.RANSOM);
  }
}
