package io.heistline.producer;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The identity of a page: one id for all the ways in which its URL is written. */
public final class ArticleId {
  /**
   * Hex digits of an id: 80 bits; among a billion articles two meet by chance once in 2 million.
   */
  private static final int DIGITS = 20;

  /** Longer than any URL that browsers and proxies pass on. */
  private static final int MOST_CHARACTERS = 4_096;

  /** Of both schemes, because the two are taken for one. */
  private static final Set<String> DEFAULT_PORTS = Set.of("80", "443");

  private static final int HIGHEST_PORT = 65_535;

  /** The parts of a URL, by RFC 3986, appendix B: scheme, authority, path, query. */
  private static final Pattern PARTS =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  /** User, host and port; the user is never kept, because a password may stand there. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:.*@)?(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]@]*)(?::([0-9]{0,5}))?");

  private static final Pattern HOST =
      Pattern.compile("\\[[0-9a-f:.]+]|[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");

  /** Parameters that say how a reader came to a page, never which page it is. */
  private static final Set<String> TRACKING =
      Set.of(
          ("__twitter_impression _ga _gl _hsenc _hsmi at_campaign at_medium cmpid dclid epik fbclid"
                  + " ftag gbraid gclid gclsrc guccounter guce_referrer guce_referrer_sig igsh"
                  + " igshid li_fat_id mc_cid mc_eid mkt_tok msclkid ncid ocid oly_anon_id"
                  + " oly_enc_id s_cid smid srsltid ttclid twclid vero_id wbraid yclid")
              .split(" "));

  private static final Set<String> TRACKING_PREFIXES = Set.of("utm_", "mtm_", "pk_", "hsa_");

  private ArticleId() {}

  /**
   * The id of the page at a URL: the first 20 hex digits of the SHA-256 of its canonical form.
   *
   * @throws IllegalArgumentException as {@link #canonical}
   */
  public static String of(String url) {
    return Digest.of(canonical(url)).substring(0, DIGITS);
  }

  /**
   * The one form of a URL: what does not tell pages apart is dropped, the rest is put in order.
   *
   * @throws IllegalArgumentException saying why it is no http, https, file or urn URL
   */
  public static String canonical(String url) {
    String stripped = url.strip();
    if (stripped.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "URL has %d characters, more than %d".formatted(stripped.length(), MOST_CHARACTERS));
    }
    Matcher parts = PARTS.matcher(stripped);
    if (!parts.matches()) {
      throw bad(stripped, "it has no scheme; give all of it, with https://");
    }
    Optional<String> authority = Optional.ofNullable(parts.group(2));
    String path = PercentEncoding.normal(parts.group(3));
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "http", "https" ->
          "https://"
              + canonicalAuthority(stripped, authority.orElse(""))
              + withoutTrailingSlashes(path)
              + Optional.ofNullable(parts.group(4)).map(ArticleId::canonicalQuery).orElse("");
      case "file" -> canonicalFile(stripped, authority.orElse(""), path);
      case "urn" -> "urn:" + path;
      default -> throw bad(stripped, "its scheme is " + scheme + "; use https, http, file or urn");
    };
  }

  private static String canonicalAuthority(String url, String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      throw bad(url, "'" + authority + "' is no host and port");
    }
    String host = canonicalHost(url, parts.group(1));
    String port = Optional.ofNullable(parts.group(2)).orElse("");
    if (port.isEmpty() || DEFAULT_PORTS.contains(port)) {
      return host;
    }
    int number = Integer.parseInt(port);
    if (number > HIGHEST_PORT) {
      throw bad(url, "its port is above " + HIGHEST_PORT);
    }
    return host + ":" + number;
  }

  private static String canonicalHost(String url, String host) {
    String ascii;
    try {
      ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      throw bad(url, "'" + host + "' is no host name (" + e.getMessage() + ")");
    }
    String lower = ascii.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (!HOST.matcher(bare).matches()) {
      throw bad(url, bare.isEmpty() ? "it has no host" : "'" + host + "' is no host name");
    }
    return bare.startsWith("www.") && bare.indexOf('.', 4) > 0 ? bare.substring(4) : bare;
  }

  private static String canonicalQuery(String query) {
    String kept =
        Arrays.stream(PercentEncoding.normal(query).split("&"))
            .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean isTracking(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return TRACKING.contains(name) || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
  }

  private static String canonicalFile(String url, String authority, String path) {
    if (!authority.isEmpty() && !authority.equalsIgnoreCase("localhost")) {
      throw bad(url, "a file has no host; write file:///path");
    }
    return "file:///" + withoutTrailingSlashes(path).replaceFirst("^/+", "");
  }

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static IllegalArgumentException bad(String url, String why) {
    return new IllegalArgumentException("'" + url + "' is no URL of a page: " + why);
  }
}
