package io.heistline.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The victim of an article whose headline tells of a breach and whose sentences never say outright
 * whose: "School district hit by ransomware", then page on page about the Pine Valley schools.
 *
 * <p>It is the organisation that the article speaks of most.
 */
final class TopicVictim {
  /** Sentences from the top in which an outright victim makes a guess needless. */
  private static final int OUTRIGHT = 8;

  /** Sentences from the top in which the topic is named. */
  private static final int LEDE = 6;

  /** Mentions from which a name is the topic; one in the headline counts twice. */
  private static final int LEAST_MENTIONS = 3;

  /** Sentences that are made to name the victim: two, so that it is no passing mention. */
  private static final int MADE = 2;

  private final List<Sentence> sentences;
  private final List<List<Name>> names;
  private final Set<String> actors;

  private TopicVictim(List<Sentence> sentences, List<List<Name>> names, Set<String> actors) {
    this.sentences = sentences;
    this.names = names;
    this.actors = actors;
  }

  /**
   * The victims of each sentence, with those of the topic added where none is named outright.
   *
   * @param victims of each sentence, by {@link VictimPatterns}
   */
  static List<List<VictimMention>> complete(
      List<Sentence> sentences,
      List<List<Name>> names,
      Set<String> actors,
      List<List<VictimMention>> victims) {
    if (sentences.isEmpty() || !isOfOneBreach(sentences.get(0))) {
      return victims;
    }
    int firm = 0;
    for (int i = 0; i < Math.min(OUTRIGHT, victims.size()); i++) {
      for (VictimMention mention : victims.get(i)) {
        boolean outright = i == 0 || mention.name().victim().isPresent();
        firm += mention.firm() ? (outright ? MADE : 1) : 0;
      }
    }
    return firm >= MADE ? victims : new TopicVictim(sentences, names, actors).added(victims);
  }

  /** "School district pays ransom", not "How ransomware works", nor "Flaw lets hackers in". */
  private static boolean isOfOneBreach(Sentence title) {
    if (title.style() != Sentence.Style.TITLE || title.has(Sense.FLAW)) {
      return false;
    }
    boolean deed =
        title.has(Sense.EVENT)
            || title.has(Sense.STRUCK)
            || title.has(Sense.RANSOM)
            || title.has(Sense.LEAK)
            || title.has(Sense.TAKE)
            || title.has(Sense.HACK);
    boolean general = title.has(Sense.GENERAL);
    return deed && !general;
  }

  private List<List<VictimMention>> added(List<List<VictimMention>> victims) {
    Optional<String> topic = mostNamed();
    if (topic.isEmpty()) {
      return victims;
    }
    List<List<VictimMention>> added = new ArrayList<>(victims);
    int made = 0;
    for (int i = 0; i < sentences.size() && made < MADE; i++) {
      for (Name name : names.get(i)) {
        if (made < MADE && name.key().equals(topic.get()) && added.get(i).isEmpty()) {
          added.set(i, List.of(new VictimMention(name, name.to(), true)));
          made++;
        }
      }
    }
    return added;
  }

  private Optional<String> mostNamed() {
    Map<String, Integer> mentions = new HashMap<>();
    Set<String> others = new HashSet<>();
    Set<String> early = new HashSet<>();
    Set<String> organisations = new HashSet<>();
    for (int i = 0; i < sentences.size(); i++) {
      for (Name name : names.get(i)) {
        String key = name.key();
        if (isOther(sentences.get(i), name)) {
          others.add(key);
        }
        boolean organisation = i == 0 || isOrganisation(sentences.get(i), name);
        if (organisation) {
          organisations.add(key);
        }
        boolean institution = sentences.get(i).at(name.to() - 1).is(Sense.NAME_PART);
        mentions.merge(key, (organisation ? 2 : 1) + (institution ? 1 : 0), Integer::sum);
        if (i < LEDE) {
          early.add(key);
        }
      }
    }
    return mentions.entrySet().stream()
        .filter(e -> e.getValue() >= LEAST_MENTIONS)
        .filter(e -> early.contains(e.getKey()) && organisations.contains(e.getKey()))
        .filter(e -> !others.contains(e.getKey()) && !actors.contains(e.getKey()))
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  /** "the Pine Valley schools", "Zuzu Hospital", "Zuzubit's servers", "the town of Pine". */
  private static boolean isOrganisation(Sentence sentence, Name name) {
    Token next = sentence.at(name.to());
    Token before = sentence.at(name.from() - 1);
    return sentence.at(name.to() - 1).is(Sense.NAME_PART)
        || before.is(Sense.ORG)
        || (before.is("of") && sentence.at(name.from() - 2).is(Sense.ORG))
        || next.is(Sense.PERSONAL)
        || (next.isPossessive() && sentence.at(name.to() + 1).is(Sense.OWNED));
  }

  /** People, places, sources, thieves, and whom somebody told: none of them was robbed. */
  private static boolean isOther(Sentence sentence, Name name) {
    Token before = sentence.at(name.from() - 1);
    Token next = sentence.at(name.to());
    boolean person =
        before.is(Sense.TITLE_OF_PERSON)
            || (next.is(",") && sentence.has(Sense.TITLE_OF_PERSON, name.to(), name.to() + 7))
            || before.isOneOf("said", "says")
            || next.isOneOf("told", "tells", "writes", "explains", "adds", "tweeted");
    boolean press =
        before.isOneOf("told", "with", "via", "tells") || next.isOneOf("reported", "reports");
    boolean expert =
        (before.is("to") && sentence.at(name.from() - 2).is("according"))
            || next.isOneOf("researchers", "researcher", "analysts")
            || before.is("firm");
    boolean office =
        sentence
            .at(name.to() - 1)
            .isOneOf("police", "agency", "commission", "commissioner", "court", "senate", "office");
    boolean malware = next.is(Sense.MALWARE) || before.is(Sense.MALWARE);
    boolean thief = name.actor().isPresent() || name.source().isPresent() || name.place();
    return person || press || expert || office || malware || thief;
  }
}
