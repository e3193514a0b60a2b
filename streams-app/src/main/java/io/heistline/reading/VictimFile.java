package io.heistline.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that an article says of one victim, in order; filled while the article is folded. */
final class VictimFile {
  /** More statements than one claim can rest on; later ones only repeat. */
  private static final int MAX_STATEMENTS = 200;

  private final NameGroup group;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Statement> dated = new ArrayList<>();
  private boolean full;

  VictimFile(NameGroup group) {
    this.group = group;
  }

  boolean isOf(Name name) {
    return group.isOf(name);
  }

  /** Whether it is a wave of attacks that is named for its malware. */
  boolean isWave() {
    return group.isWave();
  }

  void add(Statement statement) {
    if (statements.size() == MAX_STATEMENTS) {
      full = true;
      return;
    }
    statements.add(statement);
  }

  /** Takes in a sentence that names the victim and tells no more than when. */
  void addDate(Statement statement) {
    if (dated.size() < MAX_STATEMENTS) {
      dated.add(statement);
    }
  }

  /** What tells when, in order. */
  List<Statement> dated() {
    return Stream.concat(statements.stream(), dated.stream())
        .sorted(Comparator.comparingInt(Statement::index))
        .toList();
  }

  /** Whether statements were left out. */
  boolean isFull() {
    return full;
  }

  /** The clearest name. */
  String name() {
    return group.name();
  }

  /** The other names that the article uses. */
  List<String> aliases() {
    return group.aliases();
  }

  /** Whether an item of a list names it: "ZuzuMail: 12 million accounts". */
  boolean isListed() {
    return statements.stream().anyMatch(VictimFile::isItem);
  }

  private static boolean isItem(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    return statement.mention().isPresent()
        && statement.mention().get().name().from() == 0
        && sentence.size() <= ListPatterns.MAX_ITEM
        && (sentence.has(Sense.PERSONAL) || sentence.has(Sense.DATA));
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }
}
