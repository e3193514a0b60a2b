package io.heistline.reading;

import io.heistline.model.AmountRole;
import java.util.List;
import java.util.stream.Stream;

/** Who says so: the sources that a statement names, or that were named before. */
final class SourceRule {
  /** Sentences back within which "the firm said" means the source that was named. */
  private static final int SOURCE_SENTENCES = 6;

  /** Sources other than the victim that a claim names at most. */
  private static final int MOST_OTHERS = 5;

  private final List<Facts> sentences;

  SourceRule(List<Facts> sentences) {
    this.sentences = sentences;
  }

  /** Those who say what was done to a victim; the victim too, where it says what it lost. */
  List<String> ofIncident(VictimFile file) {
    Stream<String> others =
        file.statements().stream()
            .filter(s -> s.mention().isPresent() || !s.money().isEmpty())
            .flatMap(
                s -> (s.facts().sources().isEmpty() ? saidBefore(s) : s.facts().sources()).stream())
            .distinct()
            .limit(MOST_OTHERS);
    boolean own = file.statements().stream().anyMatch(statement -> isOwnWord(file, statement));
    return Stream.concat(own ? Stream.of(file.name()) : Stream.empty(), others).distinct().toList();
  }

  private static boolean isOwnWord(VictimFile file, Statement statement) {
    Facts facts = statement.facts();
    return statement.money().stream().anyMatch(money -> money.role() == AmountRole.LOSS)
        && facts.names().stream()
            .anyMatch(name -> file.isOf(name) && Attribution.speaks(facts.sentence(), name));
  }

  /** Who says a sum: its own sentence, else the source named before or right after. */
  List<String> ofSum(Statement statement) {
    List<String> own = statement.facts().sources();
    List<String> before = own.isEmpty() ? saidBefore(statement) : own;
    return (before.isEmpty() ? nextSource(statement) : before).stream().distinct().toList();
  }

  /** "..., the firm said": the source that was named last. */
  private List<String> saidBefore(Statement statement) {
    if (!Attribution.isAnaphoric(statement.facts().sentence())) {
      return List.of();
    }
    for (int i = statement.index() - 1;
        i >= Math.max(0, statement.index() - SOURCE_SENTENCES);
        i--) {
      List<String> before = sentences.get(i).sources();
      if (!before.isEmpty()) {
        return before.subList(before.size() - 1, before.size());
      }
    }
    return List.of();
  }

  /** "A spy agency has found ...": the source that the next sentence names. */
  private List<String> nextSource(Statement statement) {
    if (!statement.facts().sentence().has(Sense.SAY) || statement.index() + 1 >= sentences.size()) {
      return List.of();
    }
    return sentences.get(statement.index() + 1).sources();
  }
}
