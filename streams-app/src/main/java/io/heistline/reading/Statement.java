package io.heistline.reading;

import java.util.List;
import java.util.Optional;

/**
 * What one sentence adds to what an article says of a victim.
 *
 * @param facts of the sentence
 * @param index of the sentence in the article
 * @param mention of the victim in it; none where it only goes on about the victim
 * @param money the amounts in it that are this victim's
 * @param date when it says that it happened
 */
record Statement(
    Facts facts,
    int index,
    Optional<VictimMention> mention,
    List<RoleRule.Roled> money,
    Optional<DateMention> date) {

  boolean isTitle() {
    return facts.sentence().style() == Sentence.Style.TITLE;
  }
}
