package io.heistline.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heistline.knowledge.Knowledge;
import io.heistline.knowledge.Names;
import io.heistline.model.AmountRole;
import io.heistline.model.Article;
import java.io.IOException;
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

/**
 * Fits the weights of {@link VictimWeights} to labelled articles: a logistic regression with an L2
 * penalty, by gradient descent. Deterministic.
 *
 * <p>Takes JSON Lines of articles with a field {@code gold}, whose {@code incidents} name each
 * {@code victim} and its {@code aliases}; each article counts twice, whole and as the summary of
 * its first sentences.
 */
final class VictimFit {
  /** How strongly weights are drawn to 0: what few articles show counts little. */
  private static final double PENALTY = 6;

  /** Names that must show a cue before it is weighed. */
  private static final int LEAST_SHOWN = 8;

  private static final int ROUNDS = 3_000;

  /** How much of the last step each step keeps. */
  private static final double MOMENTUM = 0.9;

  /** Characters of a feed's summary. */
  private static final int SUMMARY_CHARS = 420;

  private final Knowledge knowledge;
  private final Gazetteer gazetteer;
  private final List<Example> examples = new ArrayList<>();

  VictimFit(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.gazetteer = new Gazetteer(knowledge);
  }

  /**
   * A name of an article.
   *
   * @param cues what weighs, and how much of it
   * @param victim whether the label says that it was robbed
   */
  private record Example(Map<String, Double> cues, boolean victim) {}

  /** Prints the table of weights for the labelled articles of a file. */
  public static void main(String[] args) throws IOException {
    VictimFit fit = new VictimFit(Knowledge.bundled());
    ObjectMapper json = new ObjectMapper();
    for (String file : args[0].split(",", -1)) {
      for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
        JsonNode node = json.readTree(line);
        fit.add(article(node, node.get("body").asText()), victims(node));
        fit.add(article(node, summary(node.get("body").asText())), victims(node));
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

  private static Set<String> victims(JsonNode node) {
    Set<String> victims = new HashSet<>();
    for (JsonNode incident : node.get("gold").get("incidents")) {
      victims.add(Names.normalise(incident.get("victim").asText()));
      incident.path("aliases").forEach(alias -> victims.add(Names.normalise(alias.asText())));
    }
    return victims;
  }

  /** Adds the names of an article, of which those given are its victims. */
  void add(Article article, Set<String> victims) {
    List<Sentence> sentences = Sentences.of(MainText.of(article));
    ArticleNames articleNames = new ArticleNames(gazetteer, knowledge, sentences);
    List<List<Name>> names = new ArrayList<>();
    Set<String> actors = new HashSet<>();
    for (Sentence sentence : sentences) {
      List<Name> own = articleNames.in(sentence);
      names.add(own);
      actors.addAll(ActorPatterns.coinedIn(sentence, own));
    }
    actors.addAll(new Culprits(sentences, names).keys());
    VictimJudge judge = new VictimJudge(knowledge, sentences, names, actors);
    for (int i = 0; i < sentences.size(); i++) {
      boolean loss =
          RoleRule.amounts(sentences.get(i)).roled().stream()
              .anyMatch(amount -> amount.role() == AmountRole.LOSS);
      List<VictimMention> mentions = VictimPatterns.in(sentences.get(i), names.get(i), actors);
      judge.hear(i, sentences.get(i), names.get(i), mentions, loss);
    }
    for (VictimFeatures candidate : judge.candidates()) {
      boolean victim =
          candidate.names().all().stream()
              .map(Names::normalise)
              .anyMatch(name -> victims.stream().anyMatch(label -> isSame(name, label)));
      examples.add(new Example(cues(candidate), victim));
    }
  }

  /** Whether two names are equal or one holds the other's words: "yahoo", "yahoo mail". */
  private static boolean isSame(String a, String b) {
    return (" " + a + " ").contains(" " + b + " ") || (" " + b + " ").contains(" " + a + " ");
  }

  private static Map<String, Double> cues(VictimFeatures features) {
    Map<String, Double> cues = new TreeMap<>();
    cues.put(VictimWeights.ALWAYS, 1.0);
    features.once().forEach(cue -> cues.put(Cue.name(cue), 1.0));
    features.again().forEach(cue -> cues.put(Cue.name(cue) + VictimWeights.AGAIN, 1.0));
    for (int i = 0; i < VictimFeatures.SHARES.size(); i++) {
      cues.put(VictimFeatures.SHARES.get(i), features.shares().get(i));
    }
    return cues;
  }

  /** The weights by cue. */
  SortedMap<String, Double> weights() {
    List<String> cues = shown();
    Map<String, Integer> numbers = new HashMap<>();
    cues.forEach(cue -> numbers.put(cue, numbers.size()));
    double[] weights = new double[cues.size()];
    double[] step = new double[cues.size()];
    double[] size = sizes(numbers);
    int always = numbers.get(VictimWeights.ALWAYS);
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = gradient(numbers, weights);
      for (int i = 0; i < weights.length; i++) {
        double penalty = i == always ? 0 : PENALTY * weights[i];
        step[i] = MOMENTUM * step[i] - (gradient[i] + penalty) / (size[i] + PENALTY);
        weights[i] += step[i];
      }
    }
    SortedMap<String, Double> table = new TreeMap<>();
    numbers.forEach((cue, number) -> table.put(cue, weights[number]));
    return table;
  }

  /** The cues that enough names show. */
  private List<String> shown() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    examples.forEach(e -> e.cues().keySet().forEach(cue -> counts.merge(cue, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= LEAST_SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A bound on the curvature along each cue: a step of its inverse never goes too far. */
  private double[] sizes(Map<String, Integer> numbers) {
    double[] sizes = new double[numbers.size()];
    for (Example example : examples) {
      double all = example.cues().values().stream().mapToDouble(Math::abs).sum();
      example
          .cues()
          .forEach(
              (cue, value) -> {
                Integer number = numbers.get(cue);
                if (number != null) {
                  sizes[number] += Math.abs(value) * all / 4;
                }
              });
    }
    return sizes;
  }

  private double[] gradient(Map<String, Integer> numbers, double[] weights) {
    double[] gradient = new double[weights.length];
    for (Example example : examples) {
      double logOdds = 0;
      for (Map.Entry<String, Double> cue : example.cues().entrySet()) {
        Integer number = numbers.get(cue.getKey());
        logOdds += number == null ? 0 : weights[number] * cue.getValue();
      }
      double error = 1 / (1 + StrictMath.exp(-logOdds)) - (example.victim() ? 1 : 0);
      for (Map.Entry<String, Double> cue : example.cues().entrySet()) {
        Integer number = numbers.get(cue.getKey());
        if (number != null) {
          gradient[number] += error * cue.getValue();
        }
      }
    }
    return gradient;
  }
}
