package io.heistline.producer;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Tells whether the address that a page calls its own can be meant. */
final class CanonicalAddress {
  private static final String AMP_CACHE = ".cdn.ampproject.org";

  private CanonicalAddress() {}

  /**
   * A site speaks for itself alone, or anybody could replace anybody's articles; and a page that
   * calls itself the front page has a careless template.
   *
   * @param here where the page was found
   */
  static boolean canBe(String canonical, URI here) {
    try {
      URI there = new URI(canonical);
      boolean front = isFront(there) && !isFront(here);
      String host = String.valueOf(there.getHost());
      String ours = String.valueOf(here.getHost());
      boolean cached = ours.endsWith(AMP_CACHE) && here.getPath().contains("/" + host + "/");
      return !front && (site(host).equals(site(ours)) || cached);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isFront(URI address) {
    return Optional.ofNullable(address.getPath()).orElse("").replace("/", "").isEmpty()
        && address.getQuery() == null;
  }

  private static String site(String host) {
    return Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(host, true, false))
        .orElse(host);
  }
}
