package io.heistline.reading;

import io.heistline.knowledge.Names;
import io.heistline.model.ActorMention;
import io.heistline.model.Certainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The persons whom an article makes culprits: who was charged or convicted, and who goes by a
 * handle. Once it has, it speaks of them by their last names, and as "he" or "the duo".
 */
final class Culprits {
  /** Persons an article; a longer list is a register, not news. */
  private static final int MAX_PERSONS = 20;

  /** Words between "he" and his deed. */
  private static final int MAX_TO_DEED = 6;

  /** Words around a name within which a negation clears it, or "who" blames it after all. */
  private static final int MAX_TO_NEGATION = 8;

  /** Sentences for which "he" means who was named last. */
  private static final int PRONOUN_SENTENCES = 3;

  private final Map<String, Culprit> byKey = new LinkedHashMap<>();
  private final Map<String, List<Form>> forms = new HashMap<>();

  /** A way of naming a culprit: the words after the first, which is the key. */
  private record Form(Culprit culprit, List<String> words) {}

  /** What is known of one person. */
  private static final class Culprit {
    private final String name;
    private boolean sure;

    Culprit(String name) {
      this.name = name;
    }

    ActorMention mention() {
      Certainty certainty = sure ? Certainty.CONFIRMED : Certainty.SUSPECTED;
      return new ActorMention(name, certainty, true, true);
    }
  }

  Culprits(List<Sentence> sentences, List<List<Name>> names) {
    for (int i = 0; i < sentences.size(); i++) {
      if (!sentences.get(i).isHeadline()) {
        learn(sentences.get(i), names.get(i));
      }
    }
  }

  private void learn(Sentence sentence, List<Name> names) {
    for (Name name : names) {
      if (isKnownPerson(name)) {
        Culprit culprit = add(sentence, new PersonName(name.from(), name.to(), name.text()));
        culprit.sure |= sentence.has(Sense.CONVICT);
      }
    }
    boolean law =
        sentence.has(Sense.CHARGE)
            || sentence.has(Sense.CONVICT)
            || sentence.has(Sense.AFTERMATH)
            || sentence.has(Sense.LAW)
            || sentence.has(Sense.HEDGE);
    // who is charged with laundering the loot alone is not charged with the theft
    boolean theft =
        !sentence.has(Sense.LAUNDER) || sentence.has(Sense.HACK) || sentence.has(Sense.EVENT);
    boolean accusing = law || sentence.has(Sense.CULPRIT);
    boolean deed = sentence.has(Sense.HACK) || sentence.has(Sense.TAKE);
    if (theft && (accusing || deed)) {
      for (PersonName person : PersonName.in(sentence, names)) {
        if ((accusing && AccusedPatterns.isAccused(sentence, person))
            || (deed && AccusedPatterns.isDoer(sentence, person))) {
          Culprit culprit = add(sentence, person);
          culprit.sure |= sentence.has(Sense.CONVICT);
        }
      }
    }
    for (PersonName handle : HandlePatterns.in(sentence)) {
      boolean known =
          names.stream()
              .anyMatch(n -> !n.isUnknown() && n.from() < handle.to() && handle.from() < n.to());
      if (!known) {
        Culprit culprit = add(sentence, handle);
        culprit.sure |= !sentence.has(Sense.HEDGE) && !isClaim(sentence);
      }
    }
  }

  /** Persons stand among the known actors for one reason. */
  static boolean isKnownPerson(Name name) {
    return name.actor().filter(actor -> Names.isPersonId(actor.getId())).isPresent();
  }

  private static boolean isClaim(Sentence sentence) {
    return sentence.tokens().stream()
        .anyMatch(token -> token.isOneOf("claims", "claimed", "claim", "claiming"));
  }

  private Culprit add(Sentence sentence, PersonName person) {
    String key = Names.normalise(person.text());
    for (Map.Entry<String, Culprit> known : byKey.entrySet()) {
      if (isSame(known.getKey(), key)) {
        return known.getValue();
      }
    }
    Culprit culprit = new Culprit(person.text());
    if (byKey.size() < MAX_PERSONS) {
      byKey.put(key, culprit);
      List<String> words =
          sentence.tokens().subList(person.from(), person.to()).stream().map(Token::lower).toList();
      addForm(culprit, words);
      if (words.size() > 1) {
        addForm(culprit, words.subList(words.size() - 1, words.size()));
      }
    }
    return culprit;
  }

  /** "jane doe" is "jane roe doe", and "doe". */
  private static boolean isSame(String a, String b) {
    return a.equals(b)
        || a.endsWith(" " + b)
        || b.endsWith(" " + a)
        || (a.indexOf(' ') > 0 && first(a).equals(first(b)) && last(a).equals(last(b)));
  }

  private static String first(String key) {
    return key.substring(0, Math.max(0, key.indexOf(' ')));
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf(' ') + 1);
  }

  private void addForm(Culprit culprit, List<String> words) {
    forms
        .computeIfAbsent(words.get(0), word -> new ArrayList<>())
        .add(new Form(culprit, words.subList(1, words.size())));
  }

  /** Keys of their names, and of their last names alone: they are no victims. */
  Set<String> keys() {
    Set<String> keys = new HashSet<>(byKey.keySet());
    byKey.keySet().forEach(key -> keys.add(last(key)));
    return keys;
  }

  /** The culprits whom each sentence speaks of, in the order of the sentences. */
  List<List<ActorMention>> mentions(List<Sentence> sentences) {
    List<List<ActorMention>> all = new ArrayList<>();
    List<ActorMention> last = List.of();
    int lastNamed = 0;
    for (int i = 0; i < sentences.size(); i++) {
      List<ActorMention> named = byKey.isEmpty() ? List.of() : in(sentences.get(i));
      if (!named.isEmpty()) {
        last = named;
        lastNamed = i;
      }
      boolean goesOn = named.isEmpty() && !last.isEmpty() && i - lastNamed <= PRONOUN_SENTENCES;
      all.add(goesOn && goesOn(sentences.get(i)) ? last : named);
    }
    return all;
  }

  private List<ActorMention> in(Sentence sentence) {
    Set<Culprit> found = new LinkedHashSet<>();
    for (int i = 0; i < sentence.size(); i++) {
      for (Form form : forms.getOrDefault(sentence.at(i).lower(), List.of())) {
        if (isAt(sentence, i, form) && !isCleared(sentence, i)) {
          found.add(form.culprit());
        }
      }
    }
    found.forEach(culprit -> culprit.sure |= sentence.has(Sense.CONVICT));
    return found.stream().map(Culprit::mention).toList();
  }

  /** "was not carried out by X"; but "not by X, who robbed Y" blames for the other deed. */
  private static boolean isCleared(Sentence sentence, int at) {
    boolean blame = false;
    for (int i = at; i < at + MAX_TO_NEGATION; i++) {
      if (sentence.at(i).is("who")) {
        return false;
      }
    }
    for (int i = at - 1; i >= Math.max(0, at - MAX_TO_NEGATION); i--) {
      Token token = sentence.at(i);
      if (token.isOneOf(",", ";", "but")) {
        return false;
      }
      blame |= token.is(Sense.BLAME) || token.is("evidence");
      if (blame && token.is(Sense.NEGATION)) {
        return true;
      }
    }
    return false;
  }

  /** A name is written with capitals; a handle as it is written. */
  private static boolean isAt(Sentence sentence, int at, Form form) {
    Token first = sentence.at(at);
    if (!first.isCapitalised() && form.culprit().name.indexOf(first.text()) < 0) {
      return false;
    }
    for (int i = 0; i < form.words().size(); i++) {
      if (!sentence.at(at + 1 + i).is(form.words().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** "He also hacked X", "The duo stole it", "the defendant's victims include X". */
  private static boolean goesOn(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean pair = token.isOneOf("duo", "trio", "pair", "defendant", "defendants", "culprit");
      if (pair && sentence.at(i - 1).is("the")) {
        return true;
      }
      boolean deed =
          sentence.has(Sense.HACK, i, i + MAX_TO_DEED)
              || sentence.has(Sense.TAKE, i, i + MAX_TO_DEED);
      boolean thief =
          token.isOneOf("hacker", "attacker", "intruder", "seller", "vendor")
              && sentence.at(i - 1).isOneOf("the", "same");
      if ((thief || token.isOneOf("he", "she", "they")) && deed) {
        return true;
      }
    }
    return false;
  }
}
