package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Tells victims from bystanders by all that an article says of them: each cue weighs for or against
 * a name, by {@link VictimWeights}, and who weighs enough was robbed.
 */
final class VictimJudge {
  /** What a title may speak of that weighs for or against all names of its article. */
  private static final Sense[] TOPICS = {
    Sense.HACK, Sense.TAKE, Sense.EVENT, Sense.LEAK, Sense.RANSOM, Sense.FLAW, Sense.AFTERMATH,
    Sense.STRUCK, Sense.MALWARE, Sense.GENERAL, Sense.DATA
  };

  private final Knowledge knowledge;
  private final Set<String> actors;
  private final NameGroups groups;
  private final List<VictimEvidence> evidence = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();

  /**
   * @param sentences of the article, the title first
   * @param names of each sentence
   * @param actors keys of names that the article gives to gangs or malware
   */
  VictimJudge(
      Knowledge knowledge, List<Sentence> sentences, List<List<Name>> names, Set<String> actors) {
    this.knowledge = knowledge;
    this.actors = actors;
    this.groups = new NameGroups(sentences, names);
    for (Sense sense : TOPICS) {
      if (!sentences.isEmpty() && sentences.get(0).has(sense)) {
        topics.add("title:" + sense);
      }
    }
  }

  /** Takes in what a sentence says of its names. */
  void hear(int index, Sentence sentence, List<Name> names, List<VictimMention> mentions) {
    VictimCues cues = new VictimCues(sentence, names, mentions, actors);
    for (Name name : names) {
      hear(index, cues, name);
    }
    for (VictimMention mention : mentions) {
      if (!names.contains(mention.name())) {
        hear(index, cues, mention.name());
      }
    }
  }

  private void hear(int index, VictimCues cues, Name name) {
    if (name.victim().isEmpty() && (name.place() || name.actor().isPresent())) {
      return;
    }
    Optional<Integer> group = groups.add(name);
    if (group.isEmpty()) {
      return;
    }
    if (group.get() == evidence.size()) {
      evidence.add(new VictimEvidence(index));
    }
    VictimEvidence own = evidence.get(group.get());
    own.mention(cues.isOfDeed(), cues.of(name));
    own.note(nature(name));
  }

  /** What a name itself tells. */
  private List<String> nature(Name name) {
    List<String> cues = new ArrayList<>();
    if (name.victim().isPresent()) {
      boolean ambiguous = knowledge.isAmbiguous(name.key(), EntityType.VICTIM);
      cues.add(ambiguous ? "name:ambiguous" : "name:victim");
    }
    if (name.source().isPresent()) {
      cues.add("name:source");
    }
    if (actors.contains(name.key())) {
      cues.add("name:coined");
    }
    String last = name.text().substring(name.text().lastIndexOf(' ') + 1);
    if ((Sense.of(Text.lower(last)) & Sense.NAME_PART.bit()) != 0) {
      cues.add("name:institution");
    }
    if (name.text().equals(Text.upper(name.text()))) {
      cues.add("name:capitals");
    }
    if (name.text().indexOf('.') >= 0) {
      cues.add("name:dot");
    }
    cues.add("name:words-" + Math.min(3, name.to() - name.from()));
    return cues;
  }

  /** The victims, in order of mention. */
  List<NameGroup> victims(VictimWeights weights) {
    List<NameGroup> victims = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      if (weights.isVictim(cues(i))) {
        victims.add(groups.group(i));
      }
    }
    return victims;
  }

  /** How many names an article has, each counted once. */
  int size() {
    return evidence.size();
  }

  NameGroup group(int i) {
    return groups.group(i);
  }

  /** All that weighs for or against the i-th name, and how much of each. */
  Map<String, Double> cues(int i) {
    Map<String, Double> cues = evidence.get(i).cues(most(VictimEvidence::mentions), most(VictimEvidence::deeds), most(VictimEvidence::told));
    topics.forEach(topic -> cues.put(topic, 1.0));
    return cues;
  }

  private int most(ToIntFunction<VictimEvidence> count) {
    return evidence.stream().mapToInt(count).max().orElse(0);
  }
}
