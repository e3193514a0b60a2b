package io.heistline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Where a stack keeps everything; used by one stack at a time. */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final boolean temporary;
  private final FileChannel lockFile;
  private boolean kept;

  private DataFolder(Path path, boolean temporary, FileChannel lockFile) {
    this.path = path;
    this.temporary = temporary;
    this.lockFile = lockFile;
    this.kept = !temporary;
  }

  /** A folder that goes when it is closed. */
  static DataFolder temporary() throws IOException {
    return lock(Files.createTempDirectory("heistline-"), true);
  }

  /**
   * A folder that stays; it is made if it is not there.
   *
   * @throws StackException if another stack uses it
   */
  static DataFolder at(Path path) throws IOException {
    return lock(Files.createDirectories(path).toRealPath(), false);
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel
  private static DataFolder lock(Path path, boolean temporary) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataFolder(path, temporary, channel);
      }
    } catch (OverlappingFileLockException e) {
      // used by this very process
    }
    channel.close();
    throw new StackException(
        "another Heistline runs on " + path + "; stop it, or give another folder with --data");
  }

  Path path() {
    return path;
  }

  boolean isTemporary() {
    return temporary;
  }

  Path broker() {
    return path.resolve("kafka");
  }

  Path registry() {
    return path.resolve("registry");
  }

  Path state() {
    return path.resolve("state");
  }

  /** What the stack has to say; the terminal stays free of it. */
  Path log() {
    return path.resolve("heistline.log");
  }

  Path registryLog() {
    return path.resolve("registry.log");
  }

  Path producerLog(String name) {
    return path.resolve("producer-" + name + ".log");
  }

  /** Keeps a temporary folder, for the logs in it. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
    if (!kept) {
      delete(path);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // a segment that Kafka has just deleted itself
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
