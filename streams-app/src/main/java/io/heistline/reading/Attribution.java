package io.heistline.reading;

import io.heistline.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who says so: "according to the FBI", "Elliptic said", "a Chainalysis report". */
final class Attribution {
  /** Tokens between a source and its verb of saying. */
  private static final int REACH = 6;

  /** Verbs by which one gives one's word; "claims" and "believes" do not. */
  private static final Set<String> OWN_WORDS =
      Set.of(
          "said",
          "says",
          "confirmed",
          "confirms",
          "announced",
          "admitted",
          "disclosed",
          "revealed",
          "stated",
          "acknowledged",
          "estimated",
          "estimates");

  private Attribution() {}

  /** The sources of a sentence, by canonical name where known, in order. */
  static List<String> in(Sentence sentence, List<Name> names) {
    List<String> sources = new ArrayList<>();
    for (Name name : names) {
      boolean source =
          name.source().isPresent()
              ? saysNear(sentence, name)
              : name.isUnknown() && isAccordingTo(sentence, name);
      if (source) {
        String text = name.source().map(Entity::getName).orElse(name.text());
        if (!sources.contains(text)) {
          sources.add(text);
        }
      }
    }
    return sources;
  }

  /** "Zuzubit said", "Zuzubit has confirmed": a name that tells of itself, in so many words. */
  static boolean speaks(Sentence sentence, Name name) {
    int verb = name.to();
    while (verb < name.to() + 2 && sentence.at(verb).isOneOf("has", "have", "also", "later")) {
      verb++;
    }
    return OWN_WORDS.contains(sentence.at(verb).lower());
  }

  /** "the firm said", "according to the agency": a source that was named before. */
  static boolean isAnaphoric(Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      boolean source =
          sentence.at(i - 1).is("the")
              && sentence.at(i).isOneOf("firm", "bureau", "agency", "report", "analysts");
      if (source
          && (sentence.at(i + 1).is(Sense.SAY)
              || (sentence.at(i - 2).is("to") && sentence.at(i - 3).is("according")))) {
        return true;
      }
    }
    return false;
  }

  /** "the bureau said", "charged by the bureau": who charges somebody says that it was he. */
  private static boolean saysNear(Sentence sentence, Name name) {
    return isSaid(sentence, name.from() - 4, name.from())
        || isSaid(sentence, name.to(), name.to() + REACH);
  }

  private static boolean isSaid(Sentence sentence, int from, int to) {
    return sentence.has(Sense.SAY, from, to)
        || sentence.has(Sense.CHARGE, from, to)
        || sentence.has(Sense.ACCUSE, from, to);
  }

  private static boolean isAccordingTo(Sentence sentence, Name name) {
    int i = name.from() - 1;
    while (sentence.at(i).is(Sense.DETERMINER) || sentence.at(i).is(Sense.ORG)) {
      i--;
    }
    return sentence.at(i).is("to") && sentence.at(i - 1).is("according");
  }
}
