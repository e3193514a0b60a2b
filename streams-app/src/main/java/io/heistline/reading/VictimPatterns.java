package io.heistline.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who was robbed: the wordings that make a name a victim's. Each method is one wording, with its
 * example.
 */
final class VictimPatterns {
  /** Tokens of an item in a list. */
  static final int MAX_ITEM = 14;

  private static final Set<String> OBJECT_OPENERS =
      Set.of("into", "in", "at", "on", "against", "of", "to");

  private final Sentence sentence;
  private final List<Name> names;
  private final NamePhrases phrases;
  private String rule = "";
  private final List<VictimMention> found = new ArrayList<>();

  private VictimPatterns(Sentence sentence, List<Name> names, Set<String> actors) {
    this.sentence = sentence;
    this.names = names;
    this.phrases = new NamePhrases(sentence, names, actors);
  }

  /**
   * The victims of a sentence, in order of mention, each once.
   *
   * @param names the names in the sentence
   * @param actors keys of names that the article gives to gangs or malware
   */
  static List<VictimMention> in(Sentence sentence, List<Name> names, Set<String> actors) {
    boolean title = sentence.style() == Sentence.Style.TITLE;
    if (!title && (names.isEmpty() || !mayTell(sentence))) {
      return List.of();
    }
    return new VictimPatterns(sentence, names, actors).all();
  }

  /** Whether any wording may stand in a sentence: most speak of nothing that anyone lost. */
  private static boolean mayTell(Sentence sentence) {
    return sentence.has(Sense.HACK)
        || sentence.has(Sense.STRUCK)
        || sentence.has(Sense.TAKE)
        || sentence.has(Sense.EVENT)
        || sentence.has(Sense.LOSE)
        || sentence.has(Sense.OWN_UP)
        || sentence.has(Sense.SAY)
        || sentence.has(Sense.PAY)
        || sentence.has(Sense.RANSOM)
        || sentence.has(Sense.LEAK)
        || sentence.has(Sense.PERSONAL)
        || sentence.has(Sense.DATA);
  }

  private List<VictimMention> all() {
    headlineTag();
    listed();
    tellingNames();
    if (isOfProducts()) {
      return distinct();
    }
    names.forEach(this::owned);
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (token.isOneOf("including", "like", "such")) {
        listedAs(i);
      }
      if (token.senses() == 0 || isUnreal(i)) {
        continue;
      }
      if (token.is(Sense.STRUCK)) {
        struck(i);
      }
      if (token.is(Sense.HACK)) {
        hacked(i);
      }
      if (token.is(Sense.LOSE)) {
        lost(i);
      }
      if (token.is(Sense.OWN_UP) || token.isOneOf("said", "says")) {
        ownedUp(i);
      }
      if (token.isOneOf("victim", "prey")) {
        fellVictim(i);
      }
      if (token.is("belonging")) {
        belonging(i);
      }
      if (token.is(Sense.TAKE)) {
        takenFrom(i);
      }
      if (token.is(Sense.EVENT)) {
        if (token.isOneOf("theft", "thefts", "heist", "robbery")) {
          takenFrom(i);
        }
        eventAt(i);
        namedEvent(i);
      }
      if (token.isOneOf("ransom", "hackers")) {
        knownNameBefore(i);
      }
      if (token.isOneOf("fined", "fines", "sued")) {
        fined(i);
      }
      if (token.is(Sense.PAY)) {
        paid(i);
      }
      if (token.is(Sense.DEMAND) && sentence.has(Sense.RANSOM)) {
        demanded(i);
      }
      if (token.is(Sense.REFUSE)) {
        refused(i);
      }
      if (token.is(Sense.PERSONAL) || token.is(Sense.DATA)) {
        peopleOf(i);
      }
    }
    return distinct();
  }

  /** "The flaw could let attackers hijack X accounts": what could be done, not what was done. */
  private boolean isOfProducts() {
    boolean breach =
        sentence.tokens().stream()
            .anyMatch(t -> t.isOneOf("breach", "breached", "stole", "stolen", "ransom", "heist"));
    boolean posing =
        sentence.tokens().stream()
            .anyMatch(
                t ->
                    t.isOneOf(
                        "purporting",
                        "impersonating",
                        "posing",
                        "pretending",
                        "disguised",
                        "spoofed",
                        "fake",
                        "masquerading"));
    if (posing && !breach) {
      return true;
    }
    if (sentence.has(Sense.FLAW) && !breach && !hasPassiveDeed()) {
      return !sentence.tokens().stream().anyMatch(t -> t.isOneOf("$", "drained", "lost", "rekt"));
    }
    for (int i = 1; i < sentence.size(); i++) {
      boolean able = sentence.at(i).isOneOf("could", "can", "might", "would", "to");
      boolean anyone =
          sentence
              .at(i - 1)
              .isOneOf(
                  "attacker", "attackers", "hacker", "hackers", "anyone", "someone", "criminals");
      boolean helped =
          sentence.at(i).is("to")
              && sentence.has(Sense.LET, i - 4, i)
              && !sentence.has(Sense.EVENT, 0, i - 4);
      if (anyone && able && !breach && (helped || !sentence.at(i).is("to"))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasPassiveDeed() {
    for (int i = 1; i < sentence.size(); i++) {
      if (sentence.at(i).is(Sense.STRUCK)
          && (sentence.at(i - 1).isOneOf("was", "were", "been")
              || sentence.at(i - 2).isOneOf("was", "were", "been"))) {
        return true;
      }
    }
    return false;
  }

  /** "Harvest Finance - REKT": the tag in a headline. */
  private void headlineTag() {
    rule = "headlineTag";
    if (sentence.style() != Sentence.Style.TITLE) {
      return;
    }
    for (int i = 1; i < sentence.size(); i++) {
      boolean tag = sentence.at(i).isOneOf("rekt", "r3kt");
      if (tag && sentence.at(i - 1).isOneOf("-", "\u2013")) {
        int end = i - 1;
        int start = Math.max(0, end - 5);
        for (int j = start; j < end; j++) {
          if (sentence.at(j).is("(") && !sentence.has(Sense.ORG, j, end) && end - j > 3) {
            start = j + 1;
          }
        }
        String words = sentence.words(start, end);
        Optional<Name> known = phrases.endingAt(end).filter(n -> n.from() == start0(n));
        Name whole =
            known.filter(n -> n.text().equals(words)).orElse(Name.unknown(start, end, words));
        found.add(new VictimMention(whole, i, true, rule));
        return;
      }
    }
  }

  private static int start0(Name name) {
    return name.from();
  }

  /** "X was hacked", "X has been breached", "X hacked:" (headline), "X got hit by ransomware". */
  private void struck(int i) {
    rule = "struck";
    int j = i - 1;
    boolean passive = false;
    while (j >= 0 && (sentence.at(j).is(Sense.BE) || NamePhrases.isAdverb(sentence.at(j)))) {
      passive |=
          sentence.at(j).is(Sense.BE)
              && !sentence.at(j).is("has")
              && !sentence.at(j).is("have")
              && !sentence.at(j).is("had");
      j--;
    }
    if (!passive && !(sentence.isHeadline() && !isObjectAhead(i))) {
      return;
    }
    boolean was = sentence.at(j + 1).isOneOf("was", "were") || sentence.at(j + 2).is("been");
    int verb = j + 1;
    phrases
        .subjectBefore(verb)
        .or(() -> was && !sentence.isHeadline() ? firstSubject(verb) : Optional.empty())
        .ifPresent(name -> addWithSiblingsBefore(name, i));
  }

  /** "Zuzubit, which sells shoes to Freedonia, was hacked": the first name, if no other verb. */
  private Optional<Name> firstSubject(int verb) {
    return phrases
        .firstName(verb)
        .filter(name -> sentence.at(name.to()).isOneOf(",", "(", ")"))
        .filter(name -> !sentence.has(Sense.SAY, name.to(), verb))
        .filter(name -> !sentence.has(Sense.EVENT, name.to(), verb));
  }

  /** "X's internal computer system was hit", "X's servers were locked by ransomware". */
  private void owned(Name name) {
    rule = "owned";
    if (!sentence.at(name.to()).isPossessive() || !hasPassiveDeed()) {
      return;
    }
    for (int i = name.to() + 1; i < name.to() + 5; i++) {
      if (sentence.at(i).is(Sense.OWNED)) {
        int at = i;
        Optional.of(name).filter(phrases::couldBeVictim).ifPresent(n -> add(n, at, true));
        return;
      }
      if (!sentence.at(i).isWord()) {
        return;
      }
    }
  }

  /** Whether an object follows: "Hackers hacked Zomato" is not "Zomato hacked". */
  private boolean isObjectAhead(int i) {
    Token next = sentence.at(i + 1);
    return (next.isCapitalised() && phrases.startingAt(i + 1).isPresent())
        || next.is(Sense.DETERMINER);
  }

  /** "hacked X", "breached the exchange X", "broke into X", "attack on X" (verb and noun alike). */
  private void hacked(int i) {
    rule = "hacked";
    Token before = sentence.at(i - 1);
    boolean passive =
        before.is(Sense.BE) && !before.is("has") && !before.is("have") && !before.is("had");
    if (passive || sentence.at(i).isOneOf("target", "targets")) {
      return;
    }
    boolean weak =
        sentence.at(i).lower().startsWith("exploit") || sentence.at(i).isOneOf("hit", "hits");
    int start = OBJECT_OPENERS.contains(sentence.at(i + 1).lower()) ? i + 2 : i + 1;
    phrases
        .objectAfter(start)
        .filter(name -> !weak || name.victim().isPresent())
        .ifPresent(name -> addWithSiblings(name, i, true));
  }

  /** "X lost $5 million", "X suffered a breach". */
  private void lost(int i) {
    rule = "lost";
    boolean data = sentence.at(i).is("losing") && sentence.has(Sense.DATA, i, i + 10);
    if (data || isEventOrMoneyAhead(i)) {
      phrases.subjectOf(i).ifPresent(name -> add(name, i, true));
    }
  }

  /** "X confirmed that it was hacked", "X disclosed a data breach", "X said hackers stole". */
  private void ownedUp(int i) {
    rule = "ownedUp";
    if (!isEventOrMoneyAhead(i) || sentence.has(Sense.DENY, i - 3, i)) {
      return;
    }
    // Who says of a breach that it was found or reported may be anyone; who admits one was robbed.
    boolean own = sentence.at(i).is(Sense.ADMIT);
    boolean probing = sentence.at(i).is("investigating") && sentence.at(i - 1).is(Sense.BE);
    boolean self = own || probing || isOfItself(i);
    phrases
        .subjectOf(i)
        .or(() -> self && !sentence.has(Sense.AFTERMATH) ? phrases.firstName(i) : Optional.empty())
        .filter(name -> self || (name.victim().isPresent() && name.source().isEmpty()))
        .ifPresent(name -> add(name, i, true));
  }

  /** "X said it was hit", "X announced that hackers had accessed its servers". */
  private boolean isOfItself(int verb) {
    for (int i = verb + 1; i < Math.min(sentence.size(), verb + 12); i++) {
      Token token = sentence.at(i);
      if (token.isOneOf("it", "they")) {
        return sentence.has(Sense.STRUCK, i, i + 6)
            || sentence.at(i + 1).isOneOf("suffered", "experienced", "fell", "became")
            || sentence.at(i + 2).isOneOf("suffered", "experienced", "fell", "become", "paid");
      }
      if (token.isOneOf("its", "their")) {
        Token owned = sentence.at(i + 1);
        Token second = sentence.at(i + 2);
        return owned.is(Sense.OWNED) || second.is(Sense.OWNED) || owned.is(Sense.PERSONAL);
      }
    }
    return false;
  }

  /** "X fell victim to", "X became the latest victim of a breach". */
  private void fellVictim(int i) {
    rule = "fellVictim";
    if (!isEventOrMoneyAhead(i)) {
      return;
    }
    for (int j = i - 1; j >= Math.max(1, i - 6); j--) {
      if (sentence
          .at(j)
          .isOneOf("fell", "fallen", "became", "become", "was", "is", "been", "falls")) {
        int verb = j;
        phrases.subjectOf(verb).ifPresent(name -> add(name, i, true));
        return;
      }
    }
  }

  /** "33 million records belonging to X have been leaked". */
  private void belonging(int i) {
    rule = "belonging";
    boolean out = sentence.has(Sense.LEAK) || sentence.has(Sense.STRUCK);
    if (out && sentence.has(Sense.OWNED, 0, i)) {
      phrases.objectAfter(i + 2).ifPresent(name -> addWithSiblings(name, i, true));
    }
  }

  /** "ZuzuMail: 12 million accounts": an item in a list of what was taken. */
  private void listed() {
    rule = "listed";
    if (sentence.size() > MAX_ITEM || names.isEmpty() || names.get(0).from() != 0) {
      return;
    }
    int i = names.get(0).to();
    boolean dash = sentence.at(i).isOneOf("-", "\u2013", "\u2014", ":");
    boolean counted =
        sentence.has(Sense.PERSONAL, i + 2, i + 6) || sentence.has(Sense.DATA, i + 2, i + 6);
    if (dash && sentence.at(i + 1).isNumber() && counted) {
      add(names.get(0), i, true);
    }
  }

  /** "X's $40 million ransom", "the X hackers": known names. */
  private void knownNameBefore(int i) {
    rule = "knownNameBefore";
    int j = i - 1;
    while (j > i - 5 && isEventDescription(sentence.at(j)) && phrases.endingAt(j + 1).isEmpty()) {
      j--;
    }
    phrases
        .endingAt(j + 1)
        .filter(name -> name.victim().isPresent() && name.actor().isEmpty())
        .ifPresent(name -> add(name, i, true));
  }

  /** "the Equifax Data Breach", "X: Millions of Accounts Leaked": names that tell by themselves. */
  private void tellingNames() {
    rule = "tellingNames";
    for (Name name : names) {
      boolean event = name.victim().isPresent() && sentence.at(name.to() - 1).is(Sense.EVENT);
      boolean topic =
          sentence.style() == Sentence.Style.TITLE
              && name.from() == 0
              && sentence.at(name.to()).is(":")
              && (sentence.has(Sense.STRUCK) || sentence.has(Sense.EVENT));
      if (event || topic) {
        add(name, name.to() - 1, true);
      }
    }
  }

  /** "fined X $80 million over a data breach", "X fined over a breach". */
  private void fined(int i) {
    rule = "fined";
    if (sentence.has(Sense.EVENT, i, sentence.size())) {
      phrases
          .subjectBefore(i)
          .filter(n -> n.victim().isPresent())
          .ifPresent(name -> add(name, i, true));
      phrases
          .objectAfter(i + 1)
          .filter(n -> n.victim().isPresent())
          .ifPresent(name -> add(name, i, true));
    }
  }

  /** "stole $81 million from X", "funds drained from the exchange X", "thefts from X and Y". */
  private void takenFrom(int i) {
    rule = "takenFrom";
    for (int k = i + 1; k < Math.min(sentence.size(), i + 14); k++) {
      int j = k;
      Token token = sentence.at(j);
      if (token.isOneOf("from", "at")) {
        phrases.objectAfter(j + 1).ifPresent(name -> addWithSiblings(name, j, true));
      }
      if (token.isOneOf(";", "but", "while")) {
        return;
      }
    }
    phrases
        .objectAfter(i + 1)
        .filter(name -> sentence.at(i).is(Sense.ROB) || sentence.at(name.to()).is("of"))
        .ifPresent(name -> addWithSiblings(name, i, true));
  }

  /** "the hack of X", "a heist at X", "the attack against X", "breaches like X and Y". */
  private void eventAt(int i) {
    rule = "eventAt";
    int j = i + 1;
    while (j < i + 4
        && (sentence.at(j).is(Sense.ORG)
            || sentence.at(j).is(Sense.EVENT)
            || sentence.at(j).is(","))) {
      j++;
    }
    Token link = sentence.at(j);
    boolean such = link.is("such") && sentence.at(j + 1).is("as");
    if (link.isOneOf(
            "of", "on", "at", "against", "in", "affecting", "like", "including", "involving")
        || such
        || link.isOneOf("from", "hitting")) {
      boolean firm = !link.is("in") && !link.is("of");
      phrases
          .objectAfter(such ? j + 2 : j + 1)
          .ifPresent(name -> addWithSiblings(name, i, firm || !sentence.at(i).is("fraud")));
    }
  }

  /**
   * "the Harmony hack", "Equifax's massive data breach", "Axie Infinity's Ronin Network exploit".
   */
  private void namedEvent(int i) {
    rule = "namedEvent";
    int j = i - 1;
    int words = 0;
    while (j >= 0
        && words < 5
        && isEventDescription(sentence.at(j))
        && phrases.endingAt(j + 1).isEmpty()) {
      j--;
      words++;
    }
    Optional<Name> name = phrases.endingAt(j + 1).filter(phrases::couldBeVictim);
    if (name.isEmpty()) {
      return;
    }
    // "the BlueBorne attack", "a Chrome exploit": a technique or its target, where the name is new
    boolean technique =
        sentence.at(i).isOneOf("attack", "attacks", "exploit", "exploits", "scam", "intrusions");
    if (technique && name.get().victim().isEmpty()) {
      return;
    }
    boolean verb =
        i + 1 < sentence.size()
            && sentence.at(i).isOneOf("attacks", "hacks")
            && sentence.at(i + 1).isCapitalised();
    if (!verb) {
      addWithSiblingsBefore(name.get(), i);
    }
  }

  private static boolean isEventDescription(Token token) {
    return token.isPossessive()
        || token.isOneOf("-", "!", "$")
        || token.is(Sense.ORG)
        || token.is(Sense.DATA)
        || token.is(Sense.RANSOMWARE)
        || token.is(Sense.EVENT)
        || token.isNumber()
        || token.is(Sense.ADJECTIVE);
  }

  /** "X paid the hackers $4.4 million in ransom", "X pays ransom". */
  private void paid(int i) {
    rule = "paid";
    if (sentence.has(Sense.RANSOM) || sentence.has(Sense.GANG, i, i + 8)) {
      int verb = i;
      while (sentence
          .at(verb - 1)
          .isOneOf("have", "to", "said", "is", "reportedly", "had", "has")) {
        verb--;
      }
      int start = verb;
      phrases
          .subjectOf(start)
          .or(() -> phrases.firstName(start))
          .ifPresent(name -> add(name, i, true));
    }
  }

  /** "demanded a ransom of $20 million from X". */
  private void demanded(int i) {
    rule = "demanded";
    for (int j = i + 1; j < Math.min(sentence.size(), i + NamePhrases.MAX_DESCRIPTION + 2); j++) {
      if (sentence.at(j).isOneOf("from", "of")) {
        phrases.objectAfter(j + 1).ifPresent(name -> add(name, i, true));
      }
    }
  }

  /** "X refused to pay", "X declined to pay the ransom". */
  private void refused(int i) {
    rule = "refused";
    if (sentence.has(Sense.PAY, i, i + 4)) {
      phrases.subjectOf(i).ifPresent(name -> add(name, i, true));
    }
  }

  /** "3 million Oakmart customers' data", "details of 3 million Oakmart customers", when stolen. */
  private void peopleOf(int i) {
    rule = "peopleOf";
    if (!(sentence.has(Sense.HACK) || sentence.has(Sense.LEAK) || sentence.has(Sense.TAKE))) {
      return;
    }
    Optional<Name> name =
        phrases
            .endingAt(i)
            .or(
                () ->
                    sentence.at(i - 1).isPossessive() ? phrases.endingAt(i - 1) : Optional.empty());
    name.filter(phrases::couldBeVictim)
        .filter(n -> sentence.isHeadline() || n.victim().isPresent())
        .ifPresent(n -> add(n, i, n.victim().isPresent()));
    boolean out = sentence.has(Sense.LEAK) || hasPassiveDeed() || sentence.has(Sense.TAKE);
    if (sentence.at(i + 1).is("of") && out) {
      phrases.objectAfter(i + 2).ifPresent(n -> addWithSiblings(n, i, true));
    }
  }

  /**
   * "services including X, Y and Z", "retailers like X", in a sentence about a deed: known names.
   */
  private void listedAs(int i) {
    rule = "listedAs";
    Token token = sentence.at(i);
    int start = token.is("such") && sentence.at(i + 1).is("as") ? i + 2 : i + 1;
    boolean deed = sentence.has(Sense.EVENT) || sentence.has(Sense.STRUCK);
    if (deed && (start == i + 2 || token.isOneOf("including", "like"))) {
      phrases
          .objectAfter(start)
          .filter(name -> name.victim().isPresent())
          .ifPresent(name -> addWithSiblings(name, i, true));
    }
  }

  /** Whether the sentence goes on to say that something was taken, lost or broken into. */
  private boolean isEventOrMoneyAhead(int i) {
    for (int j = i + 1; j < Math.min(sentence.size(), i + 12); j++) {
      Token token = sentence.at(j);
      if (token.is(Sense.EVENT)
          || token.is(Sense.STRUCK)
          || token.isOneOf("stolen", "ransomware", "unauthorized", "unauthorised", "$")) {
        return true;
      }
    }
    return false;
  }

  /** What did not happen, or not yet: "attempted to hack", "could steal". */
  private boolean isUnreal(int i) {
    for (int j = i - 1; j >= Math.max(0, i - 4); j--) {
      Token token = sentence.at(j);
      if (token.isOneOf("have", "has", "had", ",")) {
        return false;
      }
      if (token.is(Sense.ATTEMPT) || token.is(Sense.NEGATION)) {
        return true;
      }
    }
    return false;
  }

  private void addWithSiblings(Name name, int trigger, boolean firm) {
    add(name, trigger, firm);
    Name last = name;
    for (int siblings = 0; siblings < 12; siblings++) {
      Optional<Name> next = phrases.sibling(last);
      if (next.isEmpty()) {
        return;
      }
      add(next.get(), trigger, firm);
      last = next.get();
    }
  }

  /** "A, B and C were hacked": the names before the last one, too. */
  private void addWithSiblingsBefore(Name name, int trigger) {
    Name first = name;
    List<Name> before = new ArrayList<>();
    for (int siblings = 0; siblings < 12; siblings++) {
      Token link = sentence.at(first.from() - 1);
      int end = first.from() - 1;
      if (link.isOneOf("and", "&")) {
        end = sentence.at(end - 1).is(",") ? end - 1 : end;
      } else if ((!link.is(",") && !link.is("/"))
          || (before.isEmpty() && !link.is("/") && !link.is("and"))) {
        break;
      }
      Optional<Name> previous = phrases.endingAt(end).filter(phrases::couldBeVictim);
      if (previous.isEmpty()) {
        break;
      }
      before.add(0, previous.get());
      first = previous.get();
    }
    before.forEach(n -> add(n, trigger, true));
    add(name, trigger, true);
  }

  private void add(Name name, int trigger, boolean firm) {
    if (phrases.couldBeVictim(name)) {
      found.add(new VictimMention(name, trigger, firm, rule));
    }
  }

  private List<VictimMention> distinct() {
    List<VictimMention> distinct = new ArrayList<>();
    for (VictimMention mention : found) {
      distinct.removeIf(
          other -> !other.firm() && mention.firm() && overlap(other.name(), mention.name()));
      boolean known = distinct.stream().anyMatch(other -> overlap(other.name(), mention.name()));
      if (!known) {
        distinct.add(mention);
      }
    }
    distinct.sort(java.util.Comparator.comparingInt(mention -> mention.name().from()));
    return distinct;
  }

  private static boolean overlap(Name a, Name b) {
    return a.from() < b.to() && b.from() < a.to();
  }
}
