package io.heistline.resolving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All voices about one victim, with which of their texts are copies of each other. Texts are
 * compared once; who gives which answer is then counted by going through the numbers that stand for
 * publishers and texts.
 */
final class Choir {
  /** What a publisher weighs that tells it in the first days, in quarters. */
  private static final int FIRST = 4;

  /** What it weighs later, when the sum has been counted: a quarter more. */
  private static final int LATER = 5;

  /**
   * What an official source adds: it is worth more than one newspaper, less than two that agree.
   */
  private static final int OFFICIAL = 2;

  private static final int IS_LATER = 1;
  private static final int IS_OFFICIAL = 2;

  /** Stands for a text that nobody else prints. */
  private static final int ALONE = -1;

  private final Map<String, Integer> publishers = new HashMap<>();
  private final Map<Long, Integer> texts = new HashMap<>();

  /** Who is one voice with whom: of publishers and of texts, while an answer is counted. */
  private final Joined joined;

  private final int[] flags;

  Choir(Collection<Voice> voices) {
    for (Voice voice : voices) {
      publishers.putIfAbsent(voice.publisher(), publishers.size());
      voice.text().ifPresent(text -> texts.putIfAbsent(text, ALONE));
    }
    numberCopies();
    joined = new Joined(publishers.size() + texts.size());
    flags = new int[publishers.size() + texts.size()];
  }

  /** The number of independent voices among all. */
  static int independent(List<Voice> voices) {
    Choir choir = new Choir(voices);
    choir.sing(choir.parts(voices), 0);
    return choir.count(List.of(choir.parts(voices))).number();
  }

  /** Some voices, as the choir numbers them. */
  Parts parts(List<Voice> voices) {
    int[] parts = new int[2 * voices.size()];
    for (int i = 0; i < voices.size(); i++) {
      Voice voice = voices.get(i);
      parts[2 * i] = publishers.getOrDefault(voice.publisher(), 0);
      parts[2 * i + 1] =
          voice.text().isPresent() ? texts.getOrDefault(voice.text().getAsLong(), ALONE) : ALONE;
    }
    return new Parts(parts);
  }

  /** The voices of those who make some statements. */
  Voices of(Collection<Statement> statements, LocalDate firstReports) {
    List<Parts> parts = new ArrayList<>();
    for (Statement statement : statements) {
      boolean later = statement.lastDay().isAfter(firstReports);
      sing(statement.parts(), (later ? IS_LATER : 0) | (statement.official() ? IS_OFFICIAL : 0));
      parts.add(statement.parts());
    }
    return count(parts);
  }

  private void sing(Parts part, int flag) {
    for (int i = 0; i < part.numbers.length; i += 2) {
      int publisher = part.numbers[i];
      flags[publisher] |= flag;
      if (part.numbers[i + 1] != ALONE) {
        joined.join(publisher, part.numbers[i + 1]);
      }
    }
  }

  /** Counts the groups of those who have sung, and forgets them. */
  private Voices count(List<Parts> all) {
    for (Parts part : all) {
      for (int i = 0; i < part.numbers.length; i += 2) {
        flags[joined.first(part.numbers[i])] |= flags[part.numbers[i]];
      }
    }
    int number = 0;
    int official = 0;
    int weight = 0;
    for (Parts part : all) {
      for (int i = 0; i < part.numbers.length; i += 2) {
        int group = joined.first(part.numbers[i]);
        if (joined.take(group)) {
          number++;
          official += (flags[group] & IS_OFFICIAL) == 0 ? 0 : 1;
          weight +=
              ((flags[group] & IS_LATER) == 0 ? FIRST : LATER)
                  + ((flags[group] & IS_OFFICIAL) == 0 ? 0 : OFFICIAL);
        }
      }
    }
    all.forEach(this::forget);
    return new Voices(number, official, weight);
  }

  private void forget(Parts part) {
    for (int number : part.numbers) {
      if (number != ALONE) {
        flags[number] = 0;
        joined.part(number);
      }
    }
  }

  /**
   * Gives copies of one text one number, behind those of the publishers. Two that differ in fewer
   * bits than a hash has bytes have a byte in common, so only those with one are compared.
   */
  private void numberCopies() {
    long[] hashes = texts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    Joined copies = new Joined(hashes.length);
    Map<Integer, List<Integer>> byByte = new HashMap<>();
    for (int i = 0; i < hashes.length; i++) {
      for (int place = 0; place < Long.BYTES; place++) {
        int value = (int) (hashes[i] >>> (place * Byte.SIZE)) & 0xFF;
        int part = (place << Byte.SIZE) | value;
        List<Integer> alike = byByte.computeIfAbsent(part, any -> new ArrayList<>());
        for (int other : alike) {
          if (Voice.areCopies(hashes[i], hashes[other])) {
            copies.join(i, other);
          }
        }
        alike.add(i);
      }
    }
    for (int i = 0; i < hashes.length; i++) {
      texts.put(hashes[i], publishers.size() + copies.first(i));
    }
  }

  /** Voices by number: a publisher and its text, in turns. */
  static final class Parts {
    private final int[] numbers;

    private Parts(int[] numbers) {
      this.numbers = numbers;
    }
  }

  /** Numbers that are joined to groups. */
  private static final class Joined {
    private final int[] above;
    private final boolean[] taken;

    Joined(int size) {
      above = new int[size];
      taken = new boolean[size];
      Arrays.setAll(above, number -> number);
    }

    int first(int number) {
      int at = number;
      while (above[at] != at) {
        above[at] = above[above[at]];
        at = above[at];
      }
      return at;
    }

    void join(int one, int other) {
      int first = first(one);
      int second = first(other);
      above[Math.max(first, second)] = Math.min(first, second);
    }

    /** True once for each number. */
    boolean take(int number) {
      boolean free = !taken[number];
      taken[number] = true;
      return free;
    }

    /** A number by itself again; for all that were joined at once. */
    void part(int number) {
      above[number] = number;
      taken[number] = false;
    }
  }
}
