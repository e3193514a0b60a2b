package io.heistline.local;

import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.producer.ArticleFiles;
import io.heistline.producer.FileDefaults;
import io.heistline.producer.LatestVersions;
import io.heistline.producer.Submission;
import io.heistline.reading.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Any number of articles out of a few. Each further copy of them has ids and URLs of its own, and
 * tells of other victims: every victim that the reader finds is renamed, all through a copy alike,
 * to an invented name that occurs in no other copy. So each copy makes as many incidents of as many
 * articles as the first, and none of them is a repetition that costs nothing.
 */
final class BenchArticles {
  private static final String[] SYLLABLES = {
    "ba", "den", "fi", "gor", "hal", "jun", "ke", "lom", "mir", "nas", "pel", "qui", "ros", "sut",
    "tam", "vel", "wex", "yor", "zan", "cro"
  };

  /** Syllables of an invented name: enough for 160,000 of them. */
  private static final int SYLLABLES_A_NAME = 4;

  private final List<Article> originals;
  private final List<List<String>> victims;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private BenchArticles(List<Article> originals, Reader reader) {
    this.originals = originals;
    this.victims =
        originals.parallelStream()
            .map(article -> victims(reader.reading(article).claims()))
            .toList();
    victims.stream()
        .flatMap(List::stream)
        .forEach(name -> numbers.putIfAbsent(name, numbers.size()));
  }

  /**
   * The articles of files and folders, in their order.
   *
   * @throws StackException if there are none
   */
  static BenchArticles read(List<Path> paths, Reader reader) {
    LatestVersions versions = new LatestVersions();
    Map<String, Article> current = new LinkedHashMap<>();
    try (Stream<Submission> submissions = new ArticleFiles().read(paths, FileDefaults.NONE)) {
      submissions
          .flatMap(submission -> versions.offer(submission).stream())
          .forEach(submission -> apply(submission, current));
    }
    if (current.isEmpty()) {
      throw new StackException(
          paths + " holds no article; give a .jsonl or .jsonl.gz file, or a folder of them");
    }
    return new BenchArticles(List.copyOf(current.values()), reader);
  }

  private static void apply(Submission submission, Map<String, Article> current) {
    if (submission instanceof Submission.Version version) {
      current.put(version.article().getId(), version.article());
    } else if (submission instanceof Submission.Withdrawal withdrawal) {
      current.remove(withdrawal.id());
    }
  }

  /** Number of distinct originals. */
  int originals() {
    return originals.size();
  }

  /** The article of a number: the originals first, then one copy of them after the other. */
  Article get(int number) {
    int index = number % originals.size();
    int copy = number / originals.size();
    return copy == 0 ? originals.get(index) : copy(index, copy);
  }

  private Article copy(int index, int copy) {
    Article original = originals.get(index);
    String mark = "-copy-" + copy;
    return Article.newBuilder(original)
        .setId(original.getId() + mark)
        .setUrl(original.getUrl() + mark)
        .setTitle(renamed(original.getTitle(), victims.get(index), copy))
        .setBody(renamed(original.getBody(), victims.get(index), copy))
        .build();
  }

  private String renamed(String text, List<String> names, int copy) {
    if (names.isEmpty()) {
      return text;
    }
    // the longest first, so that no name is taken for a part of another
    Pattern any =
        Pattern.compile(
            names.stream()
                .map(name -> "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                .collect(Collectors.joining("|")));
    return any.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(invented(found.group(), copy)));
  }

  private String invented(String name, int copy) {
    return name(copy * numbers.size() + numbers.getOrDefault(name, 0)) + " Exchange";
  }

  /** A made-up word for a number. */
  static String name(int number) {
    StringBuilder name = new StringBuilder();
    int rest = number;
    for (int i = 0; i < SYLLABLES_A_NAME; i++) {
      name.append(SYLLABLES[rest % SYLLABLES.length]);
      rest /= SYLLABLES.length;
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static List<String> victims(List<Claim> claims) {
    TreeSet<String> names =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (Claim claim : claims) {
      claim.getVictim().ifPresent(names::add);
      names.addAll(claim.getVictimAliases());
    }
    return new ArrayList<>(names);
  }
}
