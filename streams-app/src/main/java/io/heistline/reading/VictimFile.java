package io.heistline.reading;

import io.heistline.knowledge.Names;
import io.heistline.model.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that an article says of one victim, in order; filled while the article is folded. */
final class VictimFile {
  /** More statements than one claim can rest on; later ones only repeat. */
  private static final int MAX_STATEMENTS = 200;

  private final Optional<Entity> entity;
  private final List<Name> names = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Statement> dated = new ArrayList<>();
  private boolean full;

  VictimFile(Name name) {
    this.entity = name.victim();
    names.add(name);
  }

  /** The same victim, of whom only some statements are made. */
  VictimFile with(Predicate<Statement> wanted) {
    VictimFile some = new VictimFile(names.get(0));
    some.names.addAll(names.subList(1, names.size()));
    statements.stream().filter(wanted).forEach(some.statements::add);
    dated.stream().filter(wanted).forEach(some.dated::add);
    return some;
  }

  /** Whether a name is this victim's: the same entity, the same words, or the same but longer. */
  boolean isOf(Name name) {
    if (entity.isPresent() && name.victim().isPresent()) {
      return entity.get().getId().equals(name.victim().get().getId());
    }
    String key = name.key();
    return names.stream().map(Name::key).anyMatch(own -> isSame(own, key));
  }

  private static boolean isSame(String a, String b) {
    return isSameWords(a, b)
        || (a.indexOf(' ') > 0 && a.replace("s ", " ").equals(b.replace("s ", " ")));
  }

  private static boolean isSameWords(String a, String b) {
    return a.equals(b)
        || a.startsWith(b + " ")
        || b.startsWith(a + " ")
        || a.replace(" ", "").equals(b.replace(" ", ""));
  }

  void add(Statement statement) {
    if (statements.size() == MAX_STATEMENTS) {
      full = true;
      return;
    }
    statements.add(statement);
    statement.mention().map(VictimMention::name).ifPresent(this::addName);
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

  private void addName(Name name) {
    boolean known = names.stream().anyMatch(own -> own.key().equals(name.key()));
    if (!known) {
      names.add(name);
    }
  }

  /** The clearest name: a known victim's first, else the first. */
  String name() {
    return names.stream()
        .filter(name -> name.victim().isPresent())
        .findFirst()
        .orElse(names.get(0))
        .text();
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

  boolean isKnown() {
    return entity.isPresent() || names.stream().anyMatch(name -> name.victim().isPresent());
  }

  /**
   * Whether an unknown name may be taken for a victim's: it stands in the title, is named twice as
   * a victim, is called what victims are ("the exchange X"), or a loss goes with it.
   */
  boolean isTellable() {
    List<Statement> named =
        statements.stream()
            .filter(s -> s.mention().isPresent() && s.mention().get().firm())
            .toList();
    return named.size() > 1 || named.stream().anyMatch(s -> tells(s) || isPlain(s) || isOfList(s));
  }

  /** Whether an item of a list names it: "ZuzuMail: 12 million accounts". */
  boolean isListed() {
    return statements.stream().anyMatch(VictimFile::isItem);
  }

  private static boolean isItem(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    return statement.mention().isPresent()
        && statement.mention().get().name().from() == 0
        && sentence.size() <= VictimPatterns.MAX_ITEM
        && (sentence.has(Sense.PERSONAL) || sentence.has(Sense.DATA));
  }

  private static boolean tells(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    Name name = statement.mention().orElseThrow().name();
    return statement.isTitle()
        || isItem(statement)
        || sentence.at(name.from() - 1).is(Sense.ORG)
        || sentence.at(name.to()).is(Sense.ORG)
        || sentence.at(name.to() - 1).is(Sense.NAME_PART)
        || !statement.money().isEmpty()
        || statement.facts().records().isPresent();
  }

  /** "X was hacked", "X disclosed a data breach": said outright, once is enough. */
  private static boolean isPlain(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    VictimMention mention = statement.mention().orElseThrow();
    int trigger = mention.trigger();
    if (mention.name().to() > trigger || sentence.has(Sense.FLAW)) {
      return false;
    }
    Token verb = sentence.at(trigger);
    boolean was =
        sentence.at(trigger - 1).isOneOf("was", "were", "been")
            || sentence.at(trigger - 2).isOneOf("was", "were", "been");
    boolean done = verb.isOneOf("hacked", "breached", "robbed", "defrauded", "looted", "hit");
    boolean own = verb.is(Sense.OWN_UP) && !verb.isOneOf("detected", "discovered", "revealed");
    boolean breach = false;
    for (int i = trigger + 1; i < Math.min(sentence.size(), trigger + 9); i++) {
      breach |=
          sentence
              .at(i)
              .isOneOf("breach", "ransomware", "cyberattack", "hacked", "breached", "stolen");
    }
    boolean paid = verb.is(Sense.PAY) && sentence.has(Sense.RANSOM) && !verb.is("pay");
    boolean fell = verb.is("victim") && sentence.at(trigger + 1).isOneOf("to", "of");
    return (done && was) || (own && breach) || paid || fell;
  }

  /** "breaches at Oakmart, Pinemart and X": named beside those that are known. */
  private static boolean isOfList(Statement statement) {
    VictimMention mention = statement.mention().orElseThrow();
    return statement.facts().victims().stream()
        .filter(other -> other.trigger() == mention.trigger())
        .anyMatch(other -> other.name().victim().isPresent());
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }
}
