package io.heistline.producer;

import io.heistline.fetching.FetchSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one producer instance may do.
 *
 * @param feedFolders folders below which file: feeds may lie; none allows no file: feed
 * @param fetching how it behaves towards servers
 * @param instance name of this instance, which no other running one may have; a random one if empty
 */
public record ProducerSettings(
    List<Path> feedFolders, FetchSettings fetching, Optional<String> instance) {
  /** Folders, separated as in PATH. */
  public static final String FEED_FOLDERS = "HEISTLINE_FEED_FOLDERS";

  /**
   * A name that stays the same from one start to the next lets a restarted instance end at once the
   * transaction that a crash left open, and take its feeds up again; otherwise that takes {@link
   * FeedTransactions#TIMEOUT} and the session time-out.
   */
  public static final String INSTANCE = "HEISTLINE_PRODUCER_INSTANCE";

  /** No file: feeds: who may write to the feeds topic must not choose which files are read. */
  public static final ProducerSettings DEFAULTS = new ProducerSettings(List.of());

  public ProducerSettings {
    feedFolders = List.copyOf(feedFolders);
  }

  public ProducerSettings(List<Path> feedFolders) {
    this(feedFolders, FetchSettings.DEFAULTS, Optional.empty());
  }

  /** The same for an instance of another name. */
  public ProducerSettings named(String name) {
    return new ProducerSettings(feedFolders, fetching, Optional.of(name));
  }

  /** Reads the HEISTLINE_ variables; what is not set keeps its default. */
  public static ProducerSettings fromEnvironment(Map<String, String> environment) {
    String folders = environment.getOrDefault(FEED_FOLDERS, "");
    return new ProducerSettings(
        Arrays.stream(folders.split(Pattern.quote(File.pathSeparator)))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder.strip()))
            .toList(),
        FetchSettings.fromEnvironment(environment),
        Optional.ofNullable(environment.get(INSTANCE)).filter(name -> !name.isBlank()));
  }

  /** The variables that these settings are read from. */
  public Map<String, String> toEnvironment() {
    Map<String, String> environment = new HashMap<>();
    environment.put(
        FEED_FOLDERS,
        feedFolders.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    environment.putAll(fetching.toEnvironment());
    instance.ifPresent(name -> environment.put(INSTANCE, name));
    return environment;
  }
}
