package io.heistline.reading;

import io.heistline.model.AmountRole;
import io.heistline.reading.Reading.Limit;
import java.math.BigDecimal;
import java.time.LocalDate;
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
  private static final int UNTOLD_SENTENCES = 25;

  /** Sentences from the top beyond which it is only where it is a total, or beside loot. */
  private static final int UNTOLD_LEDE = 12;

  /** As if the telling word stood this far off: any amount that is told of is better. */
  private static final int UNTOLD_DISTANCE = 10;

  /** Smaller sums are prices of malware and ransoms asked of each victim: dollars, or any unit. */
  private static final BigDecimal LEAST_SUM = new BigDecimal("10000");

  /** Days before publication beyond which the first date of a victim is no news of it. */
  private static final int LONG_AGO_DAYS = 200;

  /** Sums a sentence: "took $6 million and caused $30 million in damage". */
  private static final int MAX_SUMS = 3;

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

  /** Amounts of no victim in focus: whoever their sentence names may turn out to be one. */
  private final List<Statement> untaken = new ArrayList<>();

  private final LocalDate published;

  private ArticleFolding(List<Facts> sentences, List<NameGroup> groups, LocalDate published) {
    this.sentences = sentences;
    this.groups = groups;
    this.published = published;
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

  static Folded fold(List<Facts> sentences, List<NameGroup> groups, LocalDate published) {
    return new ArticleFolding(sentences, groups, published).fold();
  }

  private Folded fold() {
    for (int i = 0; i < sentences.size(); i++) {
      Facts facts = withoutCoins(sentences.get(i));
      if (facts.victims().isEmpty()) {
        goOn(facts, i);
      } else {
        name(facts, i);
      }
    }
    untaken.forEach(this::take);
    main.filter(VictimFile::isWave).ifPresent(this::paidTo);
    if (victims.stream().anyMatch(VictimFile::isFull)) {
      limits.add(Limit.STATEMENTS);
    }
    return new Folded(List.copyOf(victims), main, List.copyOf(sums), Set.copyOf(limits));
  }

  /** A sentence without the victims that are its loot: "Oakmart lost $9 million in ZUZU". */
  private Facts withoutCoins(Facts facts) {
    if (facts.victims().isEmpty()) {
      return facts;
    }
    List<VictimMention> robbed =
        facts.victims().stream()
            .filter(mention -> !CoinRule.isCoin(facts.sentence(), mention.name()))
            .toList();
    return robbed.isEmpty() && main.isEmpty()
        ? facts
        : facts.of(
            facts.victims().stream()
                .filter(mention -> robbed.contains(mention) || isMain(mention.name()))
                .toList());
  }

  private boolean isMain(Name name) {
    return main.filter(file -> file.isOf(name)).isPresent();
  }

  /** "Oakmart's staff bargained and paid $9,000": of the one victim that the sentence names. */
  private void take(Statement statement) {
    Facts facts = statement.facts();
    List<VictimFile> named =
        victims.stream()
            .filter(
                file ->
                    facts.names().stream()
                        .anyMatch(
                            name -> file.isOf(name) && !OwnerRule.isWhere(facts.sentence(), name)))
            .toList();
    boolean told =
        named.size() == 1
            && named.get(0).statements().stream()
                .anyMatch(s -> s.index() == statement.index() || isLossTold(s));
    if (named.size() == 1 && !told && facts.sentence().has(Sense.PAY)) {
      named.get(0).add(statement);
    }
  }

  private static boolean isLossTold(Statement statement) {
    return statement.money().stream().anyMatch(m -> m.role() == AmountRole.LOSS);
  }

  /** What was paid to a worm is its own, where the article is about it. */
  private void paidTo(VictimFile wave) {
    List<Statement> payments = sums.stream().filter(PayerRule::isPaidToOneWave).toList();
    payments.forEach(wave::add);
    sums.removeAll(payments);
  }

  /** A sentence that names victims: each gets the amounts nearest to it. */
  private void name(Facts facts, int index) {
    List<VictimFile> named = new ArrayList<>();
    boolean bracketed =
        facts.victims().stream().anyMatch(mention -> OwnerRule.hasBracketed(facts, mention));
    boolean sum =
        !bracketed
            && ScopeRule.isSum(facts, true)
            && (facts.hasLoss() || facts.vague().isPresent());
    if (sum) {
      addSum(facts, index);
    }
    for (VictimMention mention : facts.victims()) {
      Optional<VictimFile> file = file(mention);
      if (file.isEmpty()) {
        continue;
      }
      List<RoleRule.Roled> money = sum ? List.of() : OwnerRule.nearest(facts, mention);
      if (money.isEmpty() && main.filter(file.get()::equals).isPresent()) {
        money = untold(facts, index);
      }
      Optional<DateMention> date = DateRule.dateOf(facts, mention);
      file.get().add(new Statement(facts, index, Optional.of(mention), money, date));
      named.add(file.get());
    }
    if (!sum) {
      addItems(facts, index);
    }
    if (named.isEmpty()) {
      return;
    }
    main.filter(file -> !named.contains(file))
        .ifPresent(file -> dateOfTheEvent(file, facts, index));
    if (main.isEmpty() && index < LEDE_SENTENCES && !isLookedBackTo(facts, named.get(0), index)) {
      main = Optional.of(named.get(0));
      unnamed.forEach(before -> goOn(sentences.get(before), before));
      unnamed.clear();
    }
    last = named.size() == 1 ? Optional.of(named.get(0)) : main.filter(named::contains);
    lastNamed = index;
  }

  /** "the gang behind the 2014 Oakmart hack": named first, but for what is long over. */
  private boolean isLookedBackTo(Facts facts, VictimFile file, int index) {
    boolean titled = sentences.get(0).names().stream().anyMatch(file::isOf);
    Optional<DateMention> date =
        file.statements().stream()
            .filter(s -> s.index() == index)
            .findFirst()
            .flatMap(Statement::date);
    boolean past =
        date.map(this::isLongAgo)
            .orElseGet(
                () -> !facts.dates().isEmpty() && facts.dates().stream().allMatch(this::isLongAgo));
    return index > 0 && !titled && past;
  }

  private boolean isLongAgo(DateMention date) {
    boolean year = date.isYear() && date.first().getYear() < published.getYear();
    return year || date.last().isBefore(published.minusDays(LONG_AGO_DAYS));
  }

  /** "The breach occurred in May, and hit Pinemart too": the one that the article tells. */
  private static void dateOfTheEvent(VictimFile main, Facts facts, int index) {
    Sentence sentence = facts.sentence();
    int start = sentence.at(0).isOneOf("\"", "\u201c") ? 1 : 0;
    boolean theEvent =
        sentence.at(start).isOneOf("the", "this")
            && sentence.has(Sense.EVENT, start + 1, start + 4);
    Optional<DateMention> date =
        facts.dates().stream()
            .filter(d -> DateBearing.of(sentence, d) == DateBearing.EVENT)
            .findFirst();
    if (theEvent && date.isPresent()) {
      main.addDate(new Statement(facts, index, Optional.empty(), List.of(), date));
    }
  }

  /** A sentence that names none: a sum, or more about the victim in focus. */
  private void goOn(Facts facts, int index) {
    Optional<VictimFile> focus = speaksOfMain(facts) ? main : focus(index);
    List<RoleRule.Roled> amounts =
        facts.money().isEmpty() && focus.isPresent() && focus.equals(main)
            ? untold(facts, index)
            : facts.money();
    boolean money = !amounts.isEmpty() || facts.vague().isPresent();
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
    if (focus.isPresent() && !focus.equals(main) && !OwnerRule.isAboutTheSame(facts.sentence())) {
      amounts = amounts.stream().filter(roled -> roled.role() != AmountRole.LOSS).toList();
    }
    boolean unnamedOther = last.isPresent() && PayerRule.isUnnamed(facts.sentence());
    if (focus.isEmpty()
        || unnamedOther
        || PayerRule.isOfOtherKind(facts.sentence(), focus.get())
        || isOfOtherWave(facts, focus.get())
        || OwnerRule.isAboutAnother(facts, focus.get())) {
      if (money) {
        untaken.add(new Statement(facts, index, Optional.empty(), amounts, Optional.empty()));
      }
      return;
    }
    Optional<DateMention> date =
        facts.hasDeed()
                || facts.sentence().has(Sense.INTRUDE)
                || facts.sentence().has(Sense.HAPPEN)
                || facts.dates().stream().anyMatch(DateMention::hasBeginning)
                || facts.dates().stream().anyMatch(d -> isOfDeed(facts.sentence(), d))
            ? DateRule.dateOf(facts.sentence(), facts.dates())
            : Optional.empty();
    if (more) {
      focus.get().add(new Statement(facts, index, Optional.empty(), amounts, date));
    } else if (date.isPresent() || facts.sentence().has(Sense.DISCOVER)) {
      focus.get().addDate(new Statement(facts, index, Optional.empty(), List.of(), date));
    }
  }

  /** "infected by Grub", where the article goes back to Grabber. */
  private static boolean isOfOtherWave(Facts facts, VictimFile focus) {
    return focus.isWave()
        && !facts.money().isEmpty()
        && facts.names().stream().noneMatch(focus::isOf)
        && facts.names().stream().anyMatch(n -> n.actor().isPresent() && !n.place());
  }

  private static boolean isOfDeed(Sentence sentence, DateMention date) {
    DateBearing bearing = DateBearing.of(sentence, date);
    return bearing == DateBearing.EVENT || bearing == DateBearing.DEED;
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
    Sentence sentence = facts.sentence();
    boolean near = index < UNTOLD_LEDE || KindRule.isLoot(sentence);
    return facts.untold().stream()
        .filter(amount -> near || PartsRule.isTotal(sentence, amount))
        .map(amount -> new RoleRule.Roled(amount, AmountRole.LOSS, UNTOLD_DISTANCE))
        .toList();
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
    if (losses.isEmpty() && facts.vague().isPresent()) {
      sums.add(new Statement(facts, index, Optional.empty(), losses, sumDate(facts)));
    }
    for (RoleRule.Roled loss : losses.subList(0, Math.min(losses.size(), MAX_SUMS))) {
      int before = loss.money().from() - 1;
      if (facts.sentence().at(before).is("which") && facts.sentence().at(before - 1).is("of")) {
        continue; // "$16 million, of which $5 million": a part
      }
      sums.add(new Statement(facts, index, Optional.empty(), List.of(loss), sumDate(facts)));
    }
  }

  /** "the Oakmart hack, attacks on banks to steal $9 million, and thefts of $5 million". */
  private void addItems(Facts facts, int index) {
    if (facts.victims().size() != 1) {
      return;
    }
    VictimMention mention = facts.victims().get(0);
    for (RoleRule.Roled loss : losses(facts)) {
      if (OwnerRule.isOfItem(facts.sentence(), mention, loss.money())
          && OwnerRule.isOfSeries(facts.sentence(), mention, loss.money())) {
        sums.add(new Statement(facts, index, Optional.empty(), List.of(loss), Optional.empty()));
      }
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
