package io.heistline.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.Names;
import io.heistline.model.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Fits the weights of {@link VictimWeights} to labelled articles: a {@link Regression} over their
 * names, and one over the articles themselves. Deterministic.
 *
 * <p>Takes files of articles and a file of labels, both JSON Lines. A label holds for the article
 * of its {@code id}; an article may carry one of its own, {@code gold}. Its {@code incidents} name
 * each {@code victim} and its {@code aliases}; what is {@code heldOut} is left out. Each article
 * counts twice, whole and as the summary of its first sentences.
 */
final class VictimFit {
  /** How strongly weights are drawn to 0: what few articles show counts little. */
  private static final double PENALTY = 10;

  /** The same for single words, of which there are many. */
  private static final double WORD_PENALTY = 12;

  /** The same for the words of an article, of which each article has hundreds. */
  private static final double ARTICLE_PENALTY = 50;

  /** Articles that must have a word before it is weighed. */
  private static final int LEAST_ARTICLES = 20;

  /** Names that must show a cue before it is weighed. */
  private static final int LEAST_SHOWN = 6;

  /** Single words that weigh less are left out of the table; so are most words. */
  private static final double LEAST_WORD_WEIGHT = 0.03;

  /** Characters of a feed's summary. */
  private static final int SUMMARY_CHARS = 420;

  private final Knowledge knowledge;
  private final Gazetteer gazetteer;
  private final WordCues words = WordCues.open();
  private final Regression victims = new Regression();
  private final Regression articles = new Regression();

  VictimFit(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.gazetteer = new Gazetteer(knowledge);
  }

  /**
   * Prints the table of weights.
   *
   * @param args the files of articles, with commas between; the file of labels
   */
  public static void main(String[] args) throws IOException {
    VictimFit fit = new VictimFit(Knowledge.bundled());
    Map<String, JsonNode> labels = new HashMap<>();
    for (JsonNode label : lines(args[1])) {
      labels.put(label.get("id").asText(), label);
    }
    for (String file : args[0].split(",", -1)) {
      for (JsonNode node : lines(file)) {
        JsonNode label = node.has("gold") ? node.get("gold") : labels.get(node.get("id").asText());
        if (label != null && !label.path("heldOut").asBoolean()) {
          fit.add(article(node, node.get("body").asText()), victims(label));
          fit.add(article(node, summary(node.get("body").asText())), victims(label));
        }
      }
    }
    StringBuilder table = new StringBuilder();
    table.append("# cue,weight: what a cue weighs for a name's being a victim's (log-odds);\n");
    table.append("# a plus: the cue holds in two sentences and more. Fitted by VictimFit.\n");
    fit.weights()
        .forEach(
            (cue, weight) -> table.append(String.format(Locale.ROOT, "%s,%.3f%n", cue, weight)));
    System.out.print(table);
  }

  private static List<JsonNode> lines(String file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(Path.of(file));
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        nodes.add(json.readTree(line));
      }
    }
    return nodes;
  }

  private static Article article(JsonNode node, String body) {
    return Article.newBuilder()
        .setId(node.get("id").asText())
        .setUrl(node.path("url").asText())
        .setPublisher(node.path("publisher").asText())
        .setTitle(node.path("title").asText())
        .setBody(body)
        .setContentType(node.path("contentType").asText("text/plain"))
        .setPublishedAt(Instant.parse(node.get("publishedAt").asText()))
        .setUpdatedAt(null)
        .build();
  }

  private static String summary(String body) {
    int end = body.indexOf(". ", Math.min(body.length(), SUMMARY_CHARS / 2));
    return end < 0 || end > SUMMARY_CHARS * 2 ? body : body.substring(0, end + 1);
  }

  private static Set<String> victims(JsonNode label) {
    Set<String> victims = new HashSet<>();
    for (JsonNode incident : label.get("incidents")) {
      victims.add(Names.normalise(incident.get("victim").asText()));
      incident.path("aliases").forEach(alias -> victims.add(Names.normalise(alias.asText())));
    }
    return victims;
  }

  /** Adds the names of an article, of which those given are its victims. */
  void add(Article article, Set<String> victims) {
    List<Sentence> sentences = Sentences.of(MainText.of(article));
    ArticleNames articleNames = new ArticleNames(gazetteer, knowledge, sentences);
    List<List<Name>> ofSentences = new ArrayList<>();
    Set<String> actors = new HashSet<>();
    for (Sentence sentence : sentences) {
      List<Name> own = articleNames.in(sentence);
      ofSentences.add(own);
      actors.addAll(ActorPatterns.coinedIn(sentence, own));
    }
    actors.addAll(new Culprits(sentences, ofSentences).keys());
    VictimJudge judge = new VictimJudge(knowledge, sentences, ofSentences, actors, words);
    for (int i = 0; i < sentences.size(); i++) {
      RoleRule.Amounts amounts = RoleRule.amounts(sentences.get(i));
      List<VictimMention> mentions =
          VictimPatterns.in(sentences.get(i), ofSentences.get(i), actors, amounts);
      judge.hear(i, sentences.get(i), ofSentences.get(i), mentions, !amounts.lost().isEmpty());
    }
    for (VictimFeatures candidate : judge.candidates()) {
      boolean victim =
          candidate.names().all().stream()
              .map(Names::normalise)
              .anyMatch(name -> victims.stream().anyMatch(label -> isSame(name, label)));
      this.victims.add(cues(candidate), victim);
    }
    articles.add(cues(sentences), !victims.isEmpty());
  }

  /** Whether two names are equal or one holds the other's words: "yahoo", "yahoo mail". */
  private static boolean isSame(String a, String b) {
    return (" " + a + " ").contains(" " + b + " ") || (" " + b + " ").contains(" " + a + " ");
  }

  private SortedMap<String, Double> cues(VictimFeatures features) {
    SortedMap<String, Double> cues = new TreeMap<>();
    cues.put(VictimWeights.ALWAYS, 1.0);
    features.once().forEach(cue -> cues.put(Cue.name(cue), 1.0));
    features.again().forEach(cue -> cues.put(Cue.name(cue) + VictimWeights.AGAIN, 1.0));
    for (int i = 0; i < VictimFeatures.SHARES.size(); i++) {
      cues.put(VictimFeatures.SHARES.get(i), features.shares().get(i));
    }
    features.words().stream().forEach(word -> cues.put(words.name(word), 1.0));
    return cues;
  }

  private static SortedMap<String, Double> cues(List<Sentence> sentences) {
    SortedMap<String, Double> cues = new TreeMap<>();
    ArticleWords.in(sentences).forEach(cue -> cues.put(cue, 1.0));
    return cues;
  }

  /** The weights by cue. */
  SortedMap<String, Double> weights() {
    Set<String> single = new HashSet<>(words.names());
    SortedMap<String, Double> table =
        victims.weights(
            cue ->
                cue.equals(VictimWeights.ALWAYS)
                    ? 0
                    : single.contains(cue) ? WORD_PENALTY : PENALTY,
            LEAST_SHOWN);
    table.entrySet().removeIf(e -> single.contains(e.getKey()) && isLight(e.getValue()));
    SortedMap<String, Double> ofArticles =
        articles.weights(
            cue -> cue.equals(ArticleWords.ALWAYS) ? 0 : ARTICLE_PENALTY, LEAST_ARTICLES);
    ofArticles.entrySet().removeIf(e -> isLight(e.getValue()));
    table.putAll(ofArticles);
    return table;
  }

  private static boolean isLight(double weight) {
    return Math.abs(weight) < LEAST_WORD_WEIGHT;
  }
}
