package io.heistline.fetching;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How this program behaves towards servers.
 *
 * @param allowPrivate whether addresses that are not on the public internet may be fetched from
 * @param contact where an operator of a server finds who asks: a page or a mail address; goes into
 *     the User-Agent
 * @param gap least time between the end of a request to a host and the next one
 * @param timeout for all of a request, from the name's look-up to the last byte
 */
public record FetchSettings(
    boolean allowPrivate, Optional<String> contact, Duration gap, Duration timeout) {
  /** "true" for tests, and for feeds within a house. */
  public static final String ALLOW_PRIVATE = "HEISTLINE_ALLOW_PRIVATE";

  public static final String CONTACT = "HEISTLINE_CONTACT";

  /** A reader that clicks through a site takes about as long. */
  private static final Duration GAP = Duration.ofSeconds(2);

  /** One slow server must not take a thread for long. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final int MOST_CONTACT_CHARACTERS = 200;

  public static final FetchSettings DEFAULTS =
      new FetchSettings(false, Optional.empty(), GAP, TIMEOUT);

  /** The name that robots.txt files know this program by. */
  static final String ROBOT = "heistline";

  public FetchSettings {
    contact.ifPresent(FetchSettings::check);
  }

  /** Reads the HEISTLINE_ variables; what is not set keeps its default. */
  public static FetchSettings fromEnvironment(Map<String, String> environment) {
    return new FetchSettings(
        Boolean.parseBoolean(environment.getOrDefault(ALLOW_PRIVATE, "").strip()),
        Optional.ofNullable(environment.get(CONTACT)).map(String::strip).filter(c -> !c.isEmpty()),
        GAP,
        TIMEOUT);
  }

  /** The variables that these settings are read from. */
  public Map<String, String> toEnvironment() {
    Map<String, String> environment = new HashMap<>();
    environment.put(ALLOW_PRIVATE, Boolean.toString(allowPrivate));
    contact.ifPresent(where -> environment.put(CONTACT, where));
    return environment;
  }

  /** The same, for addresses that are not on the public internet, too. */
  public FetchSettings withPrivate(boolean allowed) {
    return new FetchSettings(allowed, contact, gap, timeout);
  }

  String userAgent() {
    return "Heistline/0.1 (news feed reader" + contact.map(where -> "; " + where).orElse("") + ")";
  }

  private static void check(String contact) {
    if (contact.length() > MOST_CONTACT_CHARACTERS || !contact.matches("[\\x20-\\x7e]+")) {
      throw new IllegalArgumentException(
          "%s is no mail address or page of 1 to %d plain characters"
              .formatted(CONTACT, MOST_CONTACT_CHARACTERS));
    }
  }
}
