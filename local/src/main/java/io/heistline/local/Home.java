package io.heistline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where this copy of Heistline is on disk; the launcher says so. */
final class Home {
  static final String PROPERTY = "heistline.home";

  private Home() {}

  static Path folder() {
    return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
  }

  static Path samples() {
    return folder().resolve("samples");
  }

  /** The program of the schema registry, which the build unpacks. */
  static Path registryJar() throws IOException {
    Path registry = folder().resolve("local/target/registry");
    if (Files.isDirectory(registry)) {
      try (Stream<Path> files = Files.list(registry)) {
        var jar = files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst();
        if (jar.isPresent()) {
          return jar.get();
        }
      }
    }
    throw new IOException(
        "no schema registry in "
            + registry
            + "; build with ./mvnw -DskipTests package, and start"
            + " by ./heistline");
  }
}
