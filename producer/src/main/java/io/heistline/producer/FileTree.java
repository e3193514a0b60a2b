package io.heistline.producer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of some paths, folders unfolded in the order of names, one folder in memory at a time.
 * Hidden files and those of no known format are left out unless they are named themselves. Links in
 * folders are not followed: they could lead in circles, or out of what may be read.
 */
final class FileTree implements Iterator<FileTree.Found> {
  private final Deque<Found> pending = new ArrayDeque<>();

  FileTree(List<Path> paths) {
    for (Path path : paths) {
      pending.addLast(new Found(path, path, true, Optional.empty()));
    }
    unfold();
  }

  /**
   * A file to read.
   *
   * @param root the path that was asked for
   * @param file the file itself, or the root
   * @param named whether the file itself was asked for
   * @param problem why it cannot be read, if that is known already
   */
  record Found(Path root, Path file, boolean named, Optional<String> problem) {

    /** Name below the root, with slashes; the same wherever the root lies. */
    String name() {
      Path name = file.equals(root) ? file.toAbsolutePath().getFileName() : root.relativize(file);
      return name == null ? "" : name.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** Where it stands, for people. */
    String origin() {
      return file.toString();
    }

    private Found with(String reason) {
      return new Found(root, file, named, Optional.of(reason));
    }
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty();
  }

  @Override
  public Found next() {
    if (pending.isEmpty()) {
      throw new NoSuchElementException();
    }
    Found found = pending.removeFirst();
    unfold();
    return found;
  }

  /** Brings a file, or a problem, to the front. */
  private void unfold() {
    while (!pending.isEmpty()) {
      Found first = pending.removeFirst();
      if (first.problem().isPresent() || !Files.isDirectory(first.file())) {
        Optional<Found> wanted = checked(first);
        if (wanted.isPresent()) {
          pending.addFirst(wanted.get());
          return;
        }
      } else {
        unfoldFolder(first);
      }
    }
  }

  private static Optional<Found> checked(Found found) {
    if (found.problem().isPresent()) {
      return Optional.of(found);
    }
    boolean known = FileFormat.of(found.file()).isPresent();
    if (found.named()) {
      if (!Files.exists(found.file())) {
        return Optional.of(found.with("no such file or folder"));
      }
      return Optional.of(
          known ? found : found.with("unknown type of file; use " + FileFormat.ENDINGS));
    }
    if (!known) {
      return Optional.empty();
    }
    return Optional.of(
        Files.isSymbolicLink(found.file())
            ? found.with("a link, which is not followed; name what it leads to")
            : found);
  }

  private void unfoldFolder(Found folder) {
    try (Stream<Path> children = Files.list(folder.file())) {
      children
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .filter(child -> !(Files.isSymbolicLink(child) && Files.isDirectory(child)))
          .sorted(Comparator.comparing((Path child) -> child.getFileName().toString()).reversed())
          .forEach(
              child -> pending.addFirst(new Found(folder.root(), child, false, Optional.empty())));
    } catch (IOException e) {
      pending.addFirst(folder.with("the folder cannot be listed: " + e));
    }
  }
}
