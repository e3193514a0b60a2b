package io.heistline.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** A logistic regression with an L2 penalty, by gradient descent. Deterministic. */
final class Regression {
  private static final int ROUNDS = 1_500;

  /** How much of the last step each step keeps. */
  private static final double MOMENTUM = 0.9;

  private final List<Example> examples = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /**
   * What was seen.
   *
   * @param cues the numbers of what weighs
   * @param sizes how much of each there is
   * @param holds whether it was so
   */
  private record Example(int[] cues, double[] sizes, boolean holds) {}

  /**
   * Adds an example.
   *
   * @param cues how much there is of each
   */
  void add(SortedMap<String, Double> cues, boolean holds) {
    examples.add(
        new Example(
            cues.keySet().stream().mapToInt(this::number).toArray(),
            cues.values().stream().mapToDouble(Double::doubleValue).toArray(),
            holds));
  }

  private int number(String cue) {
    return numbers.computeIfAbsent(
        cue,
        c -> {
          names.add(c);
          return names.size() - 1;
        });
  }

  /**
   * The weights by cue.
   *
   * @param penalty how strongly the weight of a cue is drawn to 0
   * @param least examples that must show a cue before it is weighed
   */
  SortedMap<String, Double> weights(ToDoubleFunction<String> penalty, int least) {
    boolean[] shown = shown(least);
    double[] penalties = names.stream().mapToDouble(penalty).toArray();
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
      if (shown[i]) {
        table.put(names.get(i), weights[i]);
      }
    }
    return table;
  }

  private boolean[] shown(int least) {
    int[] counts = new int[names.size()];
    for (Example example : examples) {
      for (int cue : example.cues()) {
        counts[cue]++;
      }
    }
    boolean[] shown = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shown[i] = counts[i] >= least;
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
      double error = 1 / (1 + StrictMath.exp(-logOdds)) - (example.holds() ? 1 : 0);
      for (int i = 0; i < example.cues().length; i++) {
        gradient[example.cues()[i]] += error * example.sizes()[i];
      }
    }
    return gradient;
  }
}
