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
import java.util.Arrays;
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
 * Fits the weights of {@link VictimWeights} to labelled articles: a logistic regression with an L2
 * penalty, by gradient descent. Deterministic.
 *
 * <p>Takes files of articles and a file of labels, both JSON Lines. A label holds for the article
 * of its {@code id}; an article may carry one of its own, {@code gold}. Its {@code incidents} name
 * each {@code victim} and its {@code aliases}; what is {@code heldOut} is left out. Each article
 * counts twice, whole and as the summary of its first sentences.
 */
final class VictimFit {
  /** How strongly weights are drawn to 0: what few articles show counts little. */
  private static final double PENALTY = 6;

  /** The same for single words, of which there are many. */
  private static final double WORD_PENALTY = 10;

  /** Names that must show a cue before it is weighed. */
  private static final int LEAST_SHOWN = 8;

  /** Single words that weigh less are left out of the table; so are most words. */
  private static final double LEAST_WORD_WEIGHT = 0.03;

  private static final int ROUNDS = 1_500;

  /** How much of the last step each step keeps. */
  private static final double MOMENTUM = 0.9;

  /** Characters of a feed's summary. */
  private static final int SUMMARY_CHARS = 420;

  private final Knowledge knowledge;
  private final Gazetteer gazetteer;
  private final WordCues words = WordCues.open();
  private final List<Example> examples = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  VictimFit(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.gazetteer = new Gazetteer(knowledge);
  }

  /**
   * A name of an article.
   *
   * @param cues the numbers of what weighs
   * @param sizes how much of each there is
   * @param victim whether the label says that it was robbed
   */
  private record Example(int[] cues, double[] sizes, boolean victim) {}

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
      examples.add(example(candidate, victim));
    }
  }

  /** Whether two names are equal or one holds the other's words: "yahoo", "yahoo mail". */
  private static boolean isSame(String a, String b) {
    return (" " + a + " ").contains(" " + b + " ") || (" " + b + " ").contains(" " + a + " ");
  }

  private Example example(VictimFeatures features, boolean victim) {
    Map<Integer, Double> cues = new TreeMap<>();
    cues.put(number(VictimWeights.ALWAYS), 1.0);
    features.once().forEach(cue -> cues.put(number(Cue.name(cue)), 1.0));
    features.again().forEach(cue -> cues.put(number(Cue.name(cue) + VictimWeights.AGAIN), 1.0));
    for (int i = 0; i < VictimFeatures.SHARES.size(); i++) {
      cues.put(number(VictimFeatures.SHARES.get(i)), features.shares().get(i));
    }
    features.words().stream().forEach(word -> cues.put(number(words.name(word)), 1.0));
    return new Example(
        cues.keySet().stream().mapToInt(Integer::intValue).toArray(),
        cues.values().stream().mapToDouble(Double::doubleValue).toArray(),
        victim);
  }

  private int number(String cue) {
    return numbers.computeIfAbsent(
        cue,
        c -> {
          names.add(c);
          return names.size() - 1;
        });
  }

  /** The weights by cue. */
  SortedMap<String, Double> weights() {
    boolean[] shown = shown();
    double[] penalties = penalties();
    double[] weights = new double[names.size()];
    double[] step = new double[names.size()];
    double[] size = sizes();
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = gradient(weights);
      for (int i = 0; i < weights.length; i++) {
        if (shown[i]) {
          step[i] =
              MOMENTUM * step[i]
                  - (gradient[i] + penalties[i] * weights[i]) / (size[i] + penalties[i]);
          weights[i] += step[i];
        }
      }
    }
    SortedMap<String, Double> table = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      double least = penalties[i] == WORD_PENALTY ? LEAST_WORD_WEIGHT : 0;
      if (shown[i] && Math.abs(weights[i]) >= least) {
        table.put(names.get(i), weights[i]);
      }
    }
    return table;
  }

  private double[] penalties() {
    Set<String> single = new HashSet<>(words.names());
    return names.stream()
        .mapToDouble(
            name ->
                single.contains(name)
                    ? WORD_PENALTY
                    : name.equals(VictimWeights.ALWAYS) ? 0 : PENALTY)
        .toArray();
  }

  /** Whether enough names show a cue. */
  private boolean[] shown() {
    int[] counts = new int[names.size()];
    for (Example example : examples) {
      for (int cue : example.cues()) {
        counts[cue]++;
      }
    }
    boolean[] shown = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shown[i] = counts[i] >= LEAST_SHOWN;
    }
    return shown;
  }

  /** A bound on the curvature along each cue: a step of its inverse never goes too far. */
  private double[] sizes() {
    double[] bounds = new double[names.size()];
    for (Example example : examples) {
      double all = Arrays.stream(example.sizes()).map(Math::abs).sum();
      for (int i = 0; i < example.cues().length; i++) {
        bounds[example.cues()[i]] += Math.abs(example.sizes()[i]) * all / 4;
      }
    }
    return bounds;
  }

  private double[] gradient(double[] weights) {
    double[] gradient = new double[weights.length];
    for (Example example : examples) {
      double logOdds = 0;
      for (int i = 0; i < example.cues().length; i++) {
        logOdds += weights[example.cues()[i]] * example.sizes()[i];
      }
      double error = 1 / (1 + StrictMath.exp(-logOdds)) - (example.victim() ? 1 : 0);
      for (int i = 0; i < example.cues().length; i++) {
        gradient[example.cues()[i]] += error * example.sizes()[i];
      }
    }
    return gradient;
  }
}
