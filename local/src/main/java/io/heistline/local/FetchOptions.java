package io.heistline.local;

import io.heistline.fetching.FetchSettings;
import picocli.CommandLine.Option;

/** How to behave towards servers: the environment's settings, and what the command line adds. */
final class FetchOptions {
  @Option(
      names = "--allow-private",
      description =
          "Fetches from addresses that are not on the public internet, too"
              + " (also: $HEISTLINE_ALLOW_PRIVATE=true).")
  private boolean allowPrivate;

  /** Throws a StackException if the environment's settings make no sense. */
  FetchSettings settings() {
    try {
      FetchSettings environment = FetchSettings.fromEnvironment(System.getenv());
      return environment.withPrivate(allowPrivate || environment.allowPrivate());
    } catch (IllegalArgumentException e) {
      throw new StackException(String.valueOf(e.getMessage()), e);
    }
  }
}
