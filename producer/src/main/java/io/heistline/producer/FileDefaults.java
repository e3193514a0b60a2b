package io.heistline.producer;

import java.time.Instant;
import java.util.Optional;

/**
 * What the caller knows about files that do not say it themselves. For text and HTML files it wins
 * over what the file says; in JSON, where every line speaks for itself, publishedAt and publisher
 * fill in what a line leaves out, and url and title are not used.
 */
public record FileDefaults(
    Optional<Instant> publishedAt,
    Optional<String> url,
    Optional<String> title,
    Optional<String> publisher) {

  public static final FileDefaults NONE =
      new FileDefaults(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
