package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedPlacesTest {
  private static final int PARTITIONS = 6;

  private final Map<Integer, TableReader.Table<String>> topic = new HashMap<>();

  FeedPlacesTest() {
    IntStream.range(0, PARTITIONS).forEach(i -> topic.put(i, new TableReader.Table<>()));
  }

  @Test
  void theFeedsOfAHostStandTogether() {
    FeedPlaces places = new FeedPlaces(topic);
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(i -> places.of("https://News.example/feeds/" + i))
                .collect(Collectors.toSet()))
        .containsExactly(places.of("http://news.example:8080/"));
  }

  @Test
  void hostsAndFoldersAreSpread() {
    FeedPlaces places = new FeedPlaces(topic);
    Set<Integer> all = IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toSet());
    assertThat(IntStream.range(0, 100).map(i -> places.of("https://news" + i + ".example/")))
        .containsAll(all);
    assertThat(IntStream.range(0, 100).map(i -> places.of("file:/news/" + i))).containsAll(all);
  }

  @Test
  void aFeedStaysWhereItWasPut() {
    String url = "https://news.example/1";
    int elsewhere = (new FeedPlaces(topic).of(url) + 1) % PARTITIONS;
    topic.put(elsewhere, new TableReader.Table<>(new TreeMap<>(Map.of(url, "feed")), Set.of(), 1));
    assertThat(new FeedPlaces(topic).of(url)).isEqualTo(elsewhere);

    topic.put(elsewhere, new TableReader.Table<>(Map.of(), Set.of(url), 1));
    assertThat(new FeedPlaces(topic).of(url)).as("that nobody can read").isEqualTo(elsewhere);
  }
}
