package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.Names;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proper names of an article: known ones, and runs of capitalised words.
 *
 * <p>The article itself tells what a capital means where capitals tell nothing, at the beginning of
 * a sentence and in a headline: a word that it writes small elsewhere is no name, one that it
 * writes with a capital amid a sentence is.
 */
final class ArticleNames {
  /** More words than a victim's name has. */
  private static final int MAX_WORDS = 7;

  /** Words from an "and" to the end of the institution that it joins. */
  private static final int MAX_JOINED = 5;

  private final Gazetteer gazetteer;
  private final Knowledge knowledge;
  private final WordSet small = new WordSet();
  private final WordSet capital = new WordSet();
  private final WordSet subjects = new WordSet();

  ArticleNames(Gazetteer gazetteer, Knowledge knowledge, List<Sentence> sentences) {
    this.gazetteer = gazetteer;
    this.knowledge = knowledge;
    WordSet capitalised = capitalised(sentences);
    for (Sentence sentence : sentences) {
      if (!sentence.isHeadline()) {
        learn(sentence, capitalised);
      }
    }
  }

  /** The words that it is asked about: those with a capital somewhere. */
  private static WordSet capitalised(List<Sentence> sentences) {
    WordSet capitalised = new WordSet();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        if (token.isCapitalised()) {
          capitalised.add(token);
        }
      }
    }
    return capitalised;
  }

  private void learn(Sentence sentence, WordSet capitalised) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      if (!token.isWord()) {
        continue;
      }
      if (!token.isCapitalised()) {
        if (capitalised.contains(token)) {
          small.add(token);
        }
      } else if (i > 0 && (sentence.at(i - 1).isWord() || sentence.at(i - 1).isPossessive())) {
        capital.add(token);
      } else if (token.senses().isEmpty() && acts(sentence.at(i + 1))) {
        subjects.add(token);
      }
    }
  }

  /** The names of a sentence, in order, none overlapping. */
  List<Name> in(Sentence sentence) {
    List<Name> names = new ArrayList<>();
    int i = 0;
    List<Naming> namings = gazetteer.in(sentence);
    for (int n = 0; n < namings.size(); n++) {
      Naming naming = namings.get(n);
      int next = n + 1 < namings.size() ? namings.get(n + 1).from() : sentence.size();
      if (naming.from() < i) {
        continue; // an unknown run has swallowed it: "Rain Forest Cafe"
      }
      Optional<Name> known = known(sentence, naming, tailEnd(sentence, naming.to(), next));
      if (known.isPresent()) {
        addUnknown(sentence, i, naming.from(), names);
        names.add(known.get());
        i = known.get().to();
      }
    }
    addUnknown(sentence, i, sentence.size(), names);
    return names;
  }

  /** "Zuzuhotels Resorts Corp", "Zuzubank Chase": what goes on behind a known name is its own. */
  private int tailEnd(Sentence sentence, int end, int next) {
    int to = end;
    while (to < next && isRunWord(sentence, to)) {
      to++;
    }
    return to;
  }

  /**
   * The known name, if it is one here.
   *
   * @param tail behind the last word that goes on with it
   */
  private Optional<Name> known(Sentence sentence, Naming naming, int tail) {
    Optional<Entity> victim = naming.as(EntityType.VICTIM);
    Optional<Entity> actor = naming.as(EntityType.ACTOR);
    Optional<Entity> source = naming.as(EntityType.SOURCE);
    if (isPartOfLongerName(sentence, naming)) {
      victim = victim.filter(v -> !knowledge.isAmbiguous(naming.key(), EntityType.VICTIM));
      actor = actor.filter(a -> !knowledge.isAmbiguous(naming.key(), EntityType.ACTOR));
      boolean place = actor.isPresent() && knowledge.isState(actor.get().getId());
      boolean own = !knowledge.isDemonym(naming.key()) || sentence.at(naming.from() - 1).is("of");
      if (place && own && !sentence.isHeadline()) {
        actor = Optional.empty(); // "Bank of China", "China Mobile", "Association of China Agents"
      }
    }
    if (knowledge.isAmbiguous(naming.key(), EntityType.ACTOR) && !isCalledGang(sentence, naming)) {
      actor = Optional.empty(); // "Google Play", "anonymous mode"
    }
    if (victim.isEmpty() && actor.isEmpty() && source.isEmpty()) {
      return Optional.empty();
    }
    boolean place = actor.isPresent() && knowledge.isState(actor.get().getId());
    return Optional.of(
        new Name(
            naming.from(),
            victim.isPresent() ? tail : naming.to(),
            sentence.words(naming.from(), naming.to()),
            victim,
            actor,
            source,
            place,
            knowledge.isDemonym(naming.key())));
  }

  /** Whether a word that is a gang's name only sometimes stands where a gang's does. */
  private static boolean isCalledGang(Sentence sentence, Naming naming) {
    int from = naming.from();
    int to = naming.to();
    boolean written = sentence.at(from).isCapitalised();
    return written
        && (sentence.has(Sense.GANG, from - 3, to + 4)
            || sentence.has(Sense.RANSOMWARE, from - 2, to + 3)
            || sentence.has(Sense.BLAME, from - 4, to + 5)
            || sentence.has(Sense.HACK, from - 3, to + 4)
            || sentence.has(Sense.TAKE, to, to + 3));
  }

  private boolean isPartOfLongerName(Sentence sentence, Naming naming) {
    Token next = sentence.at(naming.to());
    Token before = sentence.at(naming.from() - 1);
    boolean followed =
        next.isCapitalised() && isNameWord(sentence, naming.to()) && !next.is(Sense.ORG);
    boolean preceded =
        naming.from() > 0
            && ((before.isCapitalised() && isNameWord(sentence, naming.from() - 1))
                || (before.is("of") && isNameWord(sentence, naming.from() - 2)));
    return followed || preceded;
  }

  /** Runs of capitalised words between two known names. */
  private void addUnknown(Sentence sentence, int from, int to, List<Name> names) {
    int i = from;
    while (i < to) {
      if (!isNameWord(sentence, i)) {
        i++;
        continue;
      }
      int end = runEnd(sentence, i, to);
      i = runStart(sentence, from, i, end);
      if (end - i <= MAX_WORDS
          && !isDateline(sentence, i, end)
          && !isOnlyPlainWord(sentence, i, end)) {
        names.add(Name.unknown(i, end, sentence.words(i, end)));
      }
      i = end;
    }
  }

  /** "GREENFIELD — A hospital said", "WASHINGTON (AP)": where it was written. */
  private static boolean isDateline(Sentence sentence, int from, int to) {
    if (from > 0 || !sentence.at(0).isAllCapitals() || sentence.isHeadline()) {
      return false;
    }
    for (int i = to; i < to + 5; i++) {
      if (sentence.at(i).isOneOf("—", "–", "-")
          && sentence.at(i).start() > sentence.at(i - 1).end()) {
        return true;
      }
    }
    return false;
  }

  /** "Bank of Ireland" and "Marks & Spencer" are one run, "Uber and Lyft" are two. */
  private int runEnd(Sentence sentence, int start, int to) {
    int end = start + 1;
    while (end < to) {
      int joined = joinedEnd(sentence, end, to);
      if (isRunWord(sentence, end)) {
        end++;
      } else if (joined > end) {
        end = joined;
      } else if (((sentence.at(end).isOneOf("of", "for") && isJoinedBy(sentence, start, end))
              || (sentence.at(end).is(".") && sentence.at(end - 1).isOneOf("st", "mt", "ft"))
              || (sentence.at(end).is("-")
                  && sentence.at(end).start() == sentence.at(end - 1).end()))
          && end + 1 < to
          && (isNameWord(sentence, end + 1) || isField(sentence, end + 1))) {
        end += 2;
      } else if (sentence.at(end).is("&")
          && end + 1 < to
          && sentence.at(end + 1).isCapitalised()
          && !sentence.at(end + 1).is(Sense.NO_NAME)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /** "Zuzu Institute of Technology": what an institution is there for. */
  private static boolean isField(Sentence sentence, int i) {
    return !sentence.isHeadline()
        && sentence.at(i).isCapitalised()
        && !sentence.at(i).is(Sense.MONTH)
        && sentence.at(i - 1).isOneOf("of", "for")
        && sentence
            .at(i - 2)
            .isOneOf("institute", "center", "centre", "college", "school", "university");
  }

  /** "Bank of Zuzu", "Zuzu School of Law", "Zuzu Scouts of Oaktown", "Center for Zuzu Rights". */
  private static boolean isJoinedBy(Sentence sentence, int start, int preposition) {
    Token last = sentence.at(preposition - 1);
    if (sentence.at(preposition).is("for")) {
      return last.isOneOf(
          "center",
          "centre",
          "institute",
          "association",
          "organization",
          "organisation",
          "council",
          "society",
          "federation",
          "foundation",
          "commission");
    }
    boolean people =
        preposition - start > 1
            && last.isWord()
            && last.lower().endsWith("s")
            && !last.lower().endsWith("ss")
            && !last.is(Sense.TITLE_OF_PERSON)
            && !last.is(Sense.PLACE)
            && !sentence.isHeadline();
    return last.is(Sense.INSTITUTION)
        || last.isOneOf("school", "authority", "commission")
        || people;
  }

  /**
   * "Savings and Investments Commission": behind what an "and" joins into one institution; else the
   * index of the "and".
   */
  private int joinedEnd(Sentence sentence, int and, int to) {
    if (!sentence.at(and).is("and")
        || sentence.isHeadline()
        || sentence.at(and + 1).is(Sense.NAME_PART)
        || sentence.at(and - 1).is(Sense.JOINT_INSTITUTION)) {
      return and;
    }
    int end = and + 1;
    while (end < Math.min(to, and + MAX_JOINED) && isRunWord(sentence, end)) {
      end++;
    }
    boolean institution = end - and > 2 && sentence.at(end - 1).is(Sense.JOINT_INSTITUTION);
    return institution ? end : and;
  }

  /** "Kansas Heart Hospital", "Korean Credit Bureau": a place that begins an institution's name. */
  private static int runStart(Sentence sentence, int from, int start, int end) {
    if (sentence.isHeadline() || !sentence.at(end - 1).is(Sense.NAME_PART)) {
      return start;
    }
    int i = start;
    while (i > from && sentence.at(i - 1).isCapitalised() && sentence.at(i - 1).is(Sense.PLACE)) {
      i--;
    }
    return i;
  }

  private boolean isRunWord(Sentence sentence, int i) {
    Token token = sentence.at(i);
    // "Tesco Bank": a word that names nothing alone ends a name well
    boolean part = token.is(Sense.NAME_PART) || (token.is(Sense.ORG) && !token.is(Sense.HACK));
    return isNameWord(sentence, i) || (!sentence.isHeadline() && token.isCapitalised() && part);
  }

  /**
   * "Government Savings Bank", "First Bank": such words make a name with another capital behind.
   */
  private static boolean isNamePartOfRun(Sentence sentence, int i) {
    Token next = sentence.at(i + 1);
    boolean run = next.isCapitalised() && (next.is(Sense.NAME_PART) || !next.is(Sense.NO_NAME));
    Token second = sentence.at(i + 2);
    return run || (next.isOneOf("of", "&") && second.isCapitalised() && !second.is(Sense.NO_NAME));
  }

  private boolean isNameWord(Sentence sentence, int i) {
    Token token = sentence.at(i);
    if (!token.isCapitalised() || isNumberWithUnit(token)) {
      return false;
    }
    if (token.is(Sense.NAME_PART) && !sentence.isHeadline()) {
      return isNamePartOfRun(sentence, i);
    }
    if (token.is(Sense.NO_NAME) || token.is(Sense.MONTH)) {
      return false;
    }
    boolean inner = hasInnerCapital(token);
    if (sentence.isHeadline()) {
      boolean known = capital.contains(token) || subjects.contains(token);
      return inner || (known && !small.contains(token));
    }
    boolean opening =
        i == 0 || (!sentence.at(i - 1).isWord() && !sentence.at(i - 1).isPossessive());
    return inner
        || !opening
        || capital.contains(token)
        || (!small.contains(token) && token.senses().isEmpty() && isSubject(sentence, i));
  }

  /** "Zuzubit was", "Zuzubit's", "Zuzu Hospital": not "Monetary losses", "Similarly to". */
  private static boolean isSubject(Sentence sentence, int i) {
    Token next = sentence.at(i + 1);
    return acts(next)
        || next.isCapitalised()
        || next.isOneOf(",", "(", ":", "-", "–", "—", "and", "&", "will", "did", "users");
  }

  /** Whether a token is a possessive or a verb that a name is the subject of. */
  private static boolean acts(Token next) {
    return next.isPossessive()
        || next.is(Sense.BE)
        || next.is(Sense.OWN_UP)
        || (next.is(Sense.SAY) && !next.isOneOf("according", "reports"))
        || (next.is(Sense.LOSE) && !next.isOneOf("loss", "losses"))
        || next.is(Sense.PAY);
  }

  private static boolean hasInnerCapital(Token token) {
    for (int i = 1; i < token.text().length(); i++) {
      if (Character.isUpperCase(token.text().charAt(i)) && !token.isAllCapitals()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumberWithUnit(Token token) {
    return Text.isDigit(token.text().charAt(0))
        && token.text().length() > 1
        && (token.text().startsWith("0x") || token.text().chars().noneMatch(Character::isLetter));
  }

  private static boolean isOnlyPlainWord(Sentence sentence, int from, int to) {
    if (to - from > 1 && !sentence.isHeadline() && sentence.at(to - 1).is(Sense.NAME_PART)) {
      return false; // "Bangladesh Bank", "Government Savings Bank"
    }
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      if (sentence.at(i + 1).isOneOf("&", "-") && i + 2 < to) {
        return false; // "D&B", "Z-Link"
      }
      boolean plain =
          token.is(Sense.ORG)
              || token.is(Sense.DATA)
              || token.is(Sense.PERSONAL)
              || token.is(Sense.PLACE);
      if (!plain && token.isWord()) {
        return Names.normalise(token.text()).length() < 2;
      }
    }
    return true;
  }
}
