package io.heistline.producer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives files a URL by their name below the path that was asked for: the same on every machine and
 * from every working directory. Two files that would share one are both refused; to let one replace
 * the other would lose an article, and which one would depend on the order.
 */
final class FileUrls {
  private final String prefix;
  private final Map<String, Path> namedFiles = new HashMap<>();
  private final List<Path> folders;

  /**
   * Gives URLs to the files of some paths.
   *
   * @param prefix what their paths begin with; empty, or with a slash at its end
   */
  FileUrls(String prefix, List<Path> paths) {
    this.prefix = prefix;
    this.folders = paths.stream().filter(Files::isDirectory).toList();
    for (Path path : paths) {
      namedFiles.put(String.valueOf(path.getFileName()), path);
    }
  }

  /**
   * The URL of a file.
   *
   * @throws RefusalException if another file would have the same
   */
  String of(FileTree.Found found) {
    Optional<Path> other = other(found);
    if (other.isPresent()) {
      throw new RefusalException(
          "%s has the same name and would get the same URL; feed the folder that holds both"
              .formatted(other.get()));
    }
    String path = prefix + found.name();
    return "file:///" + path.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
  }

  private Optional<Path> other(FileTree.Found found) {
    Path namesake = namedFiles.getOrDefault(found.name(), found.file());
    if (isOther(found.file(), namesake)) {
      return Optional.of(namesake);
    }
    return folders.stream()
        .map(folder -> folder.resolve(found.name()))
        .filter(file -> isOther(found.file(), file))
        .findFirst();
  }

  private static boolean isOther(Path file, Path namesake) {
    try {
      return Files.isRegularFile(namesake) && !Files.isSameFile(file, namesake);
    } catch (IOException e) {
      return false;
    }
  }
}
