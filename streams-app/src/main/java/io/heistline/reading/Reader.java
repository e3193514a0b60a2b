package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.ActorMention;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.reading.Reading.Limit;
import io.heistline.reading.Reading.Skipped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an article: what it says was stolen, from whom, by whom, when, and who says so.
 *
 * <p>Deterministic, immutable and safe for use by many threads. The way of an article: {@link
 * MainText}, {@link Sentences}, names, the grammars and rules over each sentence ({@link Facts}),
 * {@link ArticleFolding}, {@link ClaimAssembly}.
 */
public final class Reader {
  /** Claims an article; a page with more is a table, not news. */
  public static final int MAX_CLAIMS = 60;

  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

  private final Knowledge knowledge;
  private final Gazetteer gazetteer;
  private final VictimWeights weights = VictimWeights.bundled();

  public Reader(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.gazetteer = new Gazetteer(knowledge);
  }

  /** The claims of an article, at most {@link #MAX_CLAIMS}; the same for the same input. */
  public List<Claim> read(Article article) {
    return reading(article).claims();
  }

  /**
   * The claims of an article, and what kept all or some of it from being read; that is logged, once
   * an article.
   */
  public Reading reading(Article article) {
    Reading reading = unlogged(article);
    if (!reading.limits().isEmpty()) {
      LOG.warn(
          "article {} reaches the limits {}: what lies beyond them is not read",
          article.getId(),
          new TreeSet<>(reading.limits()));
    }
    reading
        .skipped()
        .ifPresent(why -> LOG.debug("article {} is not read: {}", article.getId(), why));
    return reading;
  }

  private Reading unlogged(Article article) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    MainText text = MainText.of(article);
    if (text.cut()) {
      limits.add(Limit.BODY);
    }
    List<Sentence> sentences = Sentences.of(text);
    if (sentences.stream().anyMatch(Sentence::cut)) {
      limits.add(Limit.SENTENCE);
    }
    if (!Language.isEnglish(sentences)) {
      return new Reading(List.of(), limits, Optional.of(Skipped.NOT_ENGLISH));
    }
    LocalDate published = LocalDate.ofInstant(article.getPublishedAt(), ZoneOffset.UTC);
    List<RoleRule.Amounts> amounts = sentences.stream().map(RoleRule::amounts).toList();
    boolean sum =
        amounts.stream().anyMatch(RoleRule.Amounts::hasLost)
            || sentences.stream().anyMatch(s -> VagueGrammar.lostIn(s).isPresent());
    if (!sum && !weights.articles().mayTell(sentences)) {
      return new Reading(List.of(), limits, Optional.empty());
    }
    Told told = told(sentences, amounts);
    if (told.full()) {
      limits.add(Limit.NAMES);
    }
    if (!sum && told.victims().isEmpty()) {
      return new Reading(List.of(), limits, Optional.empty());
    }
    List<Facts> facts = facts(told, published);
    ArticleFolding.Folded folded = ArticleFolding.fold(facts, told.victims(), published);
    limits.addAll(folded.limits());
    Map<String, Claim> claims = new LinkedHashMap<>();
    for (Claim claim : new ClaimAssembly(article, knowledge, facts).claims(folded)) {
      if (claims.size() < MAX_CLAIMS || claims.containsKey(claim.getId())) {
        claims.putIfAbsent(claim.getId(), claim);
      } else {
        limits.add(Limit.CLAIMS);
      }
    }
    return new Reading(List.copyOf(claims.values()), limits, Optional.empty());
  }

  /**
   * Whom an article names, and who of them was robbed.
   *
   * @param names of each sentence
   * @param wordings by which each sentence makes names victims
   * @param amounts of each sentence
   * @param full whether names were left out
   */
  private record Told(
      List<Sentence> sentences,
      List<List<Name>> names,
      Culprits culprits,
      List<List<VictimMention>> wordings,
      List<RoleRule.Amounts> amounts,
      List<NameGroup> victims,
      boolean full) {}

  private Told told(List<Sentence> sentences, List<RoleRule.Amounts> amounts) {
    ArticleNames articleNames = new ArticleNames(gazetteer, knowledge, sentences);
    List<List<Name>> names = new ArrayList<>();
    Set<String> actors = new HashSet<>();
    for (Sentence sentence : sentences) {
      List<Name> ofSentence = articleNames.in(sentence);
      names.add(ofSentence);
      actors.addAll(ActorPatterns.coinedIn(sentence, ofSentence));
    }
    Culprits culprits = new Culprits(sentences, names);
    actors.addAll(culprits.keys());
    VictimJudge judge = new VictimJudge(knowledge, sentences, names, actors, weights.words());
    List<List<VictimMention>> wordings = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      RoleRule.Amounts own = amounts.get(i);
      wordings.add(VictimPatterns.in(sentences.get(i), names.get(i), actors, own));
      judge.hear(i, sentences.get(i), names.get(i), wordings.get(i), own.hasLost());
    }
    return new Told(
        sentences, names, culprits, wordings, amounts, judge.victims(weights), judge.isFull());
  }

  /** All that each sentence says. */
  private static List<Facts> facts(Told told, LocalDate published) {
    List<List<VictimMention>> mentions =
        VictimMentions.of(told.victims(), told.sentences(), told.names(), told.wordings());
    List<List<ActorMention>> persons = told.culprits().mentions(told.sentences());
    List<Facts> facts = new ArrayList<>();
    for (int i = 0; i < told.sentences().size(); i++) {
      Sentence sentence = told.sentences().get(i);
      List<Name> names = told.names().get(i);
      RoleRule.Amounts amounts = told.amounts().get(i);
      facts.add(
          new Facts(
              sentence,
              names,
              mentions.get(i),
              amounts.roled(),
              amounts.untold(),
              VagueGrammar.lostIn(sentence),
              DateGrammar.in(sentence, published),
              Stream.concat(ActorPatterns.in(sentence, names).stream(), persons.get(i).stream())
                  .toList(),
              Attribution.in(sentence, names),
              RecordsGrammar.in(sentence)));
    }
    return facts;
  }
}
