package io.heistline.producer;

import io.heistline.fetching.FetchFailure;
import io.heistline.fetching.FetchProblem;
import io.heistline.model.Feed;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads file: feeds, folders of articles. Only below the folders that the operator allows: who may
 * write to the feeds topic must not be able to have any file of the machine published.
 */
final class FolderFeed {
  private static final String SCHEME = "file:";

  private final List<Path> allowed;

  FolderFeed(List<Path> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  static boolean isFolder(Feed feed) {
    return feed.getUrl().startsWith(SCHEME);
  }

  /**
   * Reads all of the folder; to be closed.
   *
   * @throws FetchFailure FOLDER if there is no such folder, or it is not allowed
   */
  Stream<Submission> read(Feed feed) {
    Path folder = path(feed);
    check(folder);
    FileDefaults defaults =
        new FileDefaults(Optional.empty(), Optional.empty(), Optional.empty(), feed.getPublisher());
    return new ArticleFiles(urlPrefix(folder), bytes -> {}).read(List.of(folder), defaults);
  }

  private static Path path(Feed feed) {
    try {
      return Path.of(feed.getUrl().substring(SCHEME.length()).replaceFirst("^//(?=/)", ""));
    } catch (InvalidPathException e) {
      throw new FetchFailure(FetchProblem.FOLDER, "no path of a folder: " + e.getMessage(), e);
    }
  }

  private void check(Path folder) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException e) {
      throw new FetchFailure(
          FetchProblem.FOLDER, "there is no folder " + folder.toAbsolutePath(), e);
    }
    if (allowed.stream().noneMatch(parent -> holds(parent, real))) {
      throw new FetchFailure(
          FetchProblem.FOLDER,
          "folder %s is not below one that %s allows; set that to a folder which holds it"
              .formatted(folder, ProducerSettings.FEED_FOLDERS));
    }
  }

  private static boolean holds(Path parent, Path real) {
    try {
      return real.startsWith(parent.toRealPath());
    } catch (IOException e) {
      return false; // a folder that is not there holds nothing
    }
  }

  /** Keeps the files of two feeds apart, which may have the same names. */
  private static String urlPrefix(Path folder) {
    return folder.normalize().toString().replaceFirst("^/+", "") + "/";
  }
}
