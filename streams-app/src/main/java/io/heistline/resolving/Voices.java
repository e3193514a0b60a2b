package io.heistline.resolving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many voices say something, and what they weigh. Publishers that print copies of one text are
 * one voice. Whatever the number of articles, only so many publishers are looked at.
 *
 * @param number independent voices, {@link #MOST} at most
 * @param official those among them that give an official source's word, or the victim's own
 * @param weight the sum of their weights
 */
record Voices(int number, int official, int weight) {
  /** Publishers that are looked at for one answer: what so many say needs no more. */
  static final int MOST = 64;

  /** What a publisher weighs that tells it on the day, in halves: as much as any other news. */
  private static final int FIRST = 2;

  /** What it weighs later, when the sum has been counted: one and a half. */
  private static final int LATER = 3;

  /** What an official source adds: as much as two newspapers, for it is what they ask. */
  private static final int OFFICIAL = 4;

  /** The voices of those who make some statements. */
  static Voices of(Collection<Statement> statements, LocalDate firstReports) {
    SortedMap<String, Speaker> speakers = new TreeMap<>();
    for (Statement statement : statements) {
      boolean later = statement.lastDay().isAfter(firstReports);
      for (Voice voice : statement.voices()) {
        speakers
            .computeIfAbsent(voice.publisher(), publisher -> new Speaker())
            .hear(voice, statement.official(), later);
      }
    }
    return count(speakers.values().stream().limit(MOST).toList());
  }

  /** The number of independent voices among some. */
  static int independent(Collection<Voice> voices) {
    SortedMap<String, Speaker> speakers = new TreeMap<>();
    for (Voice voice : voices) {
      speakers
          .computeIfAbsent(voice.publisher(), publisher -> new Speaker())
          .hear(voice, false, false);
    }
    return count(speakers.values().stream().limit(MOST).toList()).number;
  }

  /** The number, with a word where there may be more. */
  String counted() {
    return number < MOST ? Integer.toString(number) : MOST + " or more";
  }

  private static Voices count(List<Speaker> speakers) {
    int official = 0;
    int weight = 0;
    List<Speaker> chorus = new ArrayList<>();
    List<Speaker> left = new ArrayList<>(speakers);
    int number = 0;
    while (!left.isEmpty()) {
      number++;
      chorus.add(left.remove(left.size() - 1));
      for (int i = 0; i < chorus.size(); i++) {
        Speaker one = chorus.get(i);
        left.removeIf(other -> one.copies(other) && chorus.add(other));
      }
      boolean isOfficial = chorus.stream().anyMatch(speaker -> speaker.official);
      boolean isLater = chorus.stream().anyMatch(speaker -> speaker.later);
      official += isOfficial ? 1 : 0;
      weight += (isLater ? LATER : FIRST) + (isOfficial ? OFFICIAL : 0);
      chorus.clear();
    }
    return new Voices(number, official, weight);
  }

  /** A publisher, and all that it has printed of it. */
  private static final class Speaker {
    private final List<Voice> texts = new ArrayList<>();
    private boolean official;
    private boolean later;

    void hear(Voice voice, boolean isOfficial, boolean isLater) {
      if (!texts.contains(voice)) {
        texts.add(voice);
      }
      official |= isOfficial;
      later |= isLater;
    }

    boolean copies(Speaker other) {
      return texts.stream().anyMatch(text -> other.texts.stream().anyMatch(text::copies));
    }
  }
}
