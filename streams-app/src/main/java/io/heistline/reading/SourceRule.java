package io.heistline.reading;

import java.util.List;

/** Who says so: the sources that a statement names, or that were named before. */
final class SourceRule {
  /** Sentences back within which "the firm said" means the source that was named. */
  private static final int SOURCE_SENTENCES = 6;

  private final List<Facts> sentences;

  SourceRule(List<Facts> sentences) {
    this.sentences = sentences;
  }

  List<String> ofIncident(List<Statement> statements) {
    return statements.stream()
        .filter(s -> s.mention().isPresent() || !s.money().isEmpty())
        .flatMap(
            s -> (s.facts().sources().isEmpty() ? saidBefore(s) : s.facts().sources()).stream())
        .distinct()
        .limit(5)
        .toList();
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
