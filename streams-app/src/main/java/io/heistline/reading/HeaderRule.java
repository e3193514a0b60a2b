package io.heistline.reading;

import io.heistline.model.ActorMention;
import java.util.List;
import java.util.Optional;

/**
 * What the sentence before a list says of each of its items: "Attacks attributed to the Night Owls:
 * the Oakmart hack, ...", "At the start of this year these were robbed: ...".
 */
final class HeaderRule {
  /** Items of a list; what stands farther below is no item of it. */
  private static final int MAX_ITEMS = 12;

  /** Tokens of an item: longer ones are prose. */
  private static final int MAX_TOKENS = 30;

  private final List<Facts> sentences;

  HeaderRule(List<Facts> sentences) {
    this.sentences = sentences;
  }

  /** Whom the list blames in which a victim stands. */
  List<ActorMention> actors(VictimFile file) {
    return header(file).map(Facts::actors).orElse(List.of());
  }

  /** When all of the list happened in which a victim stands. */
  Optional<DateMention> date(VictimFile file) {
    return header(file).flatMap(h -> DateRule.dateOf(h.sentence(), h.dates()));
  }

  private Optional<Facts> header(VictimFile file) {
    return file.statements().stream()
        .filter(s -> s.mention().isPresent())
        .findFirst()
        .flatMap(s -> above(s.index()));
  }

  private Optional<Facts> above(int item) {
    for (int i = item; i >= Math.max(1, item - MAX_ITEMS); i--) {
      Sentence above = sentences.get(i - 1).sentence();
      if (sentences.get(i).sentence().size() > MAX_TOKENS) {
        return Optional.empty();
      }
      if (above.at(above.size() - 1).is(":")) {
        return Optional.of(sentences.get(i - 1)).filter(Facts::hasDeed);
      }
    }
    return Optional.empty();
  }
}
