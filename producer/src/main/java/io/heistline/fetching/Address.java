package io.heistline.fetching;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as people and servers write them, where java.net.URI wants them perfect. */
public final class Address {
  /** What browsers and servers take; longer ones carry data. */
  public static final int MOST_CHARACTERS = 8_000;

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern PARTS =
      Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^#]*)(?:#.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(:[0-9]{0,5})?");
  private static final String LEGAL = "!#$%&'()*+,-./:;=?@_~";

  private Address() {}

  /**
   * Reads an http or https address.
   *
   * @throws FetchFailure ADDRESS or SCHEME, saying what is wrong
   */
  public static URI of(String text) {
    String stripped = withoutBreaks(text);
    if (stripped.length() > MOST_CHARACTERS) {
      throw bad(stripped, "it has more than %d characters".formatted(MOST_CHARACTERS));
    }
    Matcher parts = PARTS.matcher(stripped);
    if (!parts.matches()) {
      throw bad(stripped, "it has no scheme");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw new FetchFailure(
          FetchProblem.SCHEME,
          "'%s' is %s; only http and https are fetched".formatted(shown(stripped), shown(scheme)));
    }
    String authority = parts.group(2) == null ? "" : parts.group(2);
    String path = encoded(parts.group(3));
    try {
      return new URI(
          scheme + "://" + host(stripped, authority) + (path.startsWith("/") ? path : "/" + path));
    } catch (URISyntaxException e) {
      throw bad(stripped, e.getReason());
    }
  }

  /**
   * Reads an address that stands in a document or header, relative to that document's own.
   *
   * @throws FetchFailure as {@link #of}
   */
  public static URI within(URI document, String link) {
    String stripped = withoutBreaks(link);
    if (stripped.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return of(stripped);
    }
    try {
      return of(document.resolve(new URI(encoded(stripped))).toString());
    } catch (URISyntaxException e) {
      throw bad(stripped, e.getReason());
    }
  }

  /** Tabs and line breaks are dropped, as browsers do; other control characters are refused. */
  private static String withoutBreaks(String text) {
    String stripped = text.strip().replaceAll("[\\t\\n\\r]", "");
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      throw bad(stripped, "it has control characters");
    }
    return stripped;
  }

  private static String host(String text, String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    if (authority.indexOf('@') >= 0) {
      throw bad(text, "it has a user name; no passwords are sent");
    }
    if (!parts.matches()) {
      throw bad(text, "it has no host");
    }
    String port = parts.group(2) == null || parts.group(2).length() < 2 ? "" : parts.group(2);
    if (!port.isEmpty() && Integer.parseInt(port.substring(1)) > 65_535) {
      throw bad(text, "its port is above 65535");
    }
    return ascii(text, parts.group(1)) + port;
  }

  private static String ascii(String text, String host) {
    if (host.startsWith("[")) {
      return host;
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw bad(text, "'" + shown(host) + "' is no host name");
    }
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      boolean legal = unit > 0 && (Character.isLetterOrDigit(unit) || LEGAL.indexOf(unit) >= 0);
      if (legal) {
        encoded.append((char) unit);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
      }
    }
    return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private static FetchFailure bad(String text, String why) {
    return new FetchFailure(
        FetchProblem.ADDRESS, "'%s' is no address: %s".formatted(shown(text), why));
  }

  private static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 200 ? clean.substring(0, 200) + "..." : clean;
  }
}
