package io.heistline.reading;

import io.heistline.model.AmountRole;
import io.heistline.reading.Reading.Limit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Folds what the sentences of an article say into what the article says: one file a victim, and the
 * sums.
 *
 * <p>A sentence that names no victim goes on about the one in focus: the one that the last sentence
 * named, else the article's main victim.
 */
final class ArticleFolding {
  /** Victims an article; a longer list is a database, not news. */
  static final int MAX_VICTIMS = 100;

  /** Sentences after its last mention for which a background victim stays in focus. */
  private static final int FOCUS_SENTENCES = 2;

  /** Sentences from the top within which the main victim is named. */
  private static final int LEDE_SENTENCES = 6;

  /** Sentences from the top in which an amount of which nothing is told is the loss. */
  private static final int UNTOLD_SENTENCES = 12;

  /** As if the telling word stood this far off: any amount that is told of is better. */
  private static final int UNTOLD_DISTANCE = 10;

  /** Smaller sums are prices of malware and ransoms asked of each victim: dollars, or any unit. */
  private static final BigDecimal LEAST_SUM = new BigDecimal("10000");

  private final List<Facts> sentences;
  private final List<NameGroup> groups;
  private final List<VictimFile> victims = new ArrayList<>();
  private final List<Statement> sums = new ArrayList<>();
  private final Set<Limit> limits = EnumSet.noneOf(Limit.class);
  private Optional<VictimFile> main = Optional.empty();
  private Optional<VictimFile> last = Optional.empty();
  private int lastNamed;

  /** Sentences of the lede before any victim is named: "A hospital paid $50,000." */
  private final List<Integer> unnamed = new ArrayList<>();

  private ArticleFolding(List<Facts> sentences, List<NameGroup> groups) {
    this.sentences = sentences;
    this.groups = groups;
  }

  /**
   * What an article says.
   *
   * @param victims one file each, in order of mention
   * @param main the one that the article is about
   * @param sums statements of sums
   * @param limits that were reached
   */
  record Folded(
      List<VictimFile> victims,
      Optional<VictimFile> main,
      List<Statement> sums,
      Set<Limit> limits) {}

  static Folded fold(List<Facts> sentences, List<NameGroup> groups) {
    return new ArticleFolding(sentences, groups).fold();
  }

  private Folded fold() {
    for (int i = 0; i < sentences.size(); i++) {
      Facts facts = sentences.get(i);
      if (facts.victims().isEmpty()) {
        goOn(facts, i);
      } else {
        name(facts, i);
      }
    }
    if (victims.stream().anyMatch(VictimFile::isFull)) {
      limits.add(Limit.STATEMENTS);
    }
    return new Folded(List.copyOf(victims), main, List.copyOf(sums), Set.copyOf(limits));
  }

  /** A sentence that names victims: each gets the amounts nearest to it. */
  private void name(Facts facts, int index) {
    List<VictimFile> named = new ArrayList<>();
    boolean sum = ScopeRule.isSum(facts, true) && (facts.hasLoss() || facts.vague().isPresent());
    if (sum) {
      addSum(facts, index);
    }
    for (VictimMention mention : facts.victims()) {
      Optional<VictimFile> file = file(mention);
      if (file.isEmpty()) {
        continue;
      }
      List<RoleRule.Roled> money = sum ? List.of() : nearest(facts, mention);
      if (money.isEmpty() && main.filter(file.get()::equals).isPresent()) {
        money = untold(facts, index);
      }
      Optional<DateMention> date = DateRule.dateOf(facts, mention);
      file.get().add(new Statement(facts, index, Optional.of(mention), money, date));
      named.add(file.get());
    }
    if (named.isEmpty()) {
      return;
    }
    if (main.isEmpty() && index < LEDE_SENTENCES) {
      main = Optional.of(named.get(0));
      unnamed.forEach(before -> goOn(sentences.get(before), before));
      unnamed.clear();
    }
    last = named.size() == 1 ? Optional.of(named.get(0)) : main.filter(named::contains);
    lastNamed = index;
  }

  /** A sentence that names none: a sum, or more about the victim in focus. */
  private void goOn(Facts facts, int index) {
    Optional<VictimFile> focus = speaksOfMain(facts) ? main : focus(index);
    List<RoleRule.Roled> amounts =
        facts.money().isEmpty() && focus.isPresent() && focus.equals(main)
            ? untold(facts, index)
            : facts.money();
    boolean money = !amounts.isEmpty();
    boolean loss = facts.hasLoss() || facts.vague().isPresent();
    if (loss && ScopeRule.isSum(facts, focus.isPresent())) {
      addSum(facts, index);
      return;
    }
    boolean more =
        money
            || (index == 0 && facts.hasDeed())
            || facts.records().isPresent()
            || (facts.hasDeed() && (!facts.dates().isEmpty() || !facts.actors().isEmpty()));
    if (more && focus.isEmpty() && index < LEDE_SENTENCES) {
      unnamed.add(index);
    }
    if (focus.isEmpty() || isAboutAnother(facts, focus.get())) {
      return;
    }
    Optional<DateMention> date =
        facts.hasDeed() || facts.sentence().has(Sense.INTRUDE)
            ? DateRule.dateOf(facts.sentence(), facts.dates())
            : Optional.empty();
    if (more) {
      focus.get().add(new Statement(facts, index, Optional.empty(), amounts, date));
    } else if (date.isPresent() || facts.sentence().has(Sense.DISCOVER)) {
      focus.get().addDate(new Statement(facts, index, Optional.empty(), List.of(), date));
    }
  }

  /** Amounts near the top of which nothing is told: what the article is about was lost. */
  private List<RoleRule.Roled> untold(Facts facts, int index) {
    boolean titled = sentences.get(0).victims().stream().anyMatch(VictimMention::firm);
    if (!titled
        || sentences.get(0).sentence().has(Sense.RANSOM)
        || index >= UNTOLD_SENTENCES
        || facts.sentence().has(Sense.OTHER_MONEY)) {
      return List.of();
    }
    return facts.untold().stream()
        .map(amount -> new RoleRule.Roled(amount, AmountRole.LOSS, UNTOLD_DISTANCE))
        .toList();
  }

  /** Whether a sentence names a known victim other than the one in focus, and not that one. */
  private static boolean isAboutAnother(Facts facts, VictimFile focus) {
    boolean another = false;
    for (Name name : facts.names()) {
      if (focus.isOf(name)) {
        return false;
      }
      another |= name.victim().isPresent() && name.source().isEmpty();
    }
    return another;
  }

  /** "Freedonia has recovered some of it", where the main victim is the Freedonia Bank. */
  private boolean speaksOfMain(Facts facts) {
    if (main.isEmpty()) {
      return false;
    }
    String name = main.get().name();
    int space = name.indexOf(' ');
    return space > 3
        && facts.sentence().at(0).isCapitalised()
        && facts.sentence().tokens().stream()
            .anyMatch(token -> token.text().equals(name.substring(0, space)));
  }

  private Optional<VictimFile> focus(int index) {
    return last.isPresent() && index - lastNamed <= FOCUS_SENTENCES ? last : main;
  }

  private void addSum(Facts facts, int index) {
    List<RoleRule.Roled> losses = losses(facts);
    if (!losses.isEmpty() || facts.vague().isPresent()) {
      sums.add(new Statement(facts, index, Optional.empty(), losses, sumDate(facts)));
    }
  }

  private static List<RoleRule.Roled> losses(Facts facts) {
    return facts.money().stream()
        .filter(m -> m.role() == AmountRole.LOSS)
        .filter(m -> m.money().size().compareTo(LEAST_SUM) >= 0)
        .toList();
  }

  private static Optional<DateMention> sumDate(Facts facts) {
    Optional<DateMention> span = facts.dates().stream().filter(DateMention::span).findFirst();
    return span.isPresent() ? span : DateRule.dateOf(facts.sentence(), facts.dates());
  }

  /** The amounts of a sentence that stand nearer to this victim than to another. */
  private static List<RoleRule.Roled> nearest(Facts facts, VictimMention mention) {
    if (facts.victims().size() == 1) {
      return facts.money();
    }
    return facts.money().stream()
        .filter(roled -> owner(facts, roled.money()).equals(mention))
        .toList();
  }

  private static VictimMention owner(Facts facts, Money money) {
    VictimMention owner = facts.victims().get(0);
    int closest = Integer.MAX_VALUE;
    for (VictimMention mention : facts.victims()) {
      int behind = mention.name().from() - money.to();
      int before = money.from() - mention.name().to();
      int distance = behind >= 0 ? behind : before;
      for (int i = Math.min(mention.name().to(), money.to());
          i < Math.max(mention.name().from(), money.from());
          i++) {
        Token between = facts.sentence().at(i);
        distance += between.isOneOf(",", "and", ";") ? 5 : 0;
      }
      if (distance < closest) {
        closest = distance;
        owner = mention;
      }
    }
    return owner;
  }

  private Optional<VictimFile> file(VictimMention mention) {
    for (VictimFile file : victims) {
      if (file.isOf(mention.name())) {
        return Optional.of(file);
      }
    }
    if (victims.size() >= MAX_VICTIMS) {
      limits.add(Limit.VICTIMS);
      return Optional.empty();
    }
    Optional<VictimFile> file =
        groups.stream()
            .filter(group -> group.isOf(mention.name()))
            .findFirst()
            .map(VictimFile::new);
    file.ifPresent(victims::add);
    return file;
  }
}
