package io.heistline.fetching;

/**
 * Why a source could not be read. The names stand in the state of a feed and in counters, so they
 * stay as they are.
 */
public enum FetchProblem {
  /** The address, or one that it redirects to, is no URL. */
  ADDRESS,
  /** Neither http nor https. */
  SCHEME,
  /** The name leads to an address that is not on the public internet. */
  PRIVATE_ADDRESS,
  /** The name is not known, or looking it up takes too long. */
  UNKNOWN_HOST,
  /** No connection, or it breaks off before an answer. */
  UNREACHABLE,
  /** The certificate does not hold, or the two sides have no cipher in common. */
  TLS,
  /** Not all of the answer has come within the time for it. */
  TIMEOUT,
  /** The answer breaks off before its end. */
  TRUNCATED,
  /** The body is larger than the limit. */
  TOO_LARGE,
  /** The body unpacks to far more than was sent. */
  BOMB,
  /** The body is packed in a way that is unknown, or broken. */
  ENCODING,
  /** More headers, or longer ones, than any honest answer has. */
  HEADERS,
  /** What comes back is not HTTP. */
  PROTOCOL,
  /** A redirect leads back to where it came from. */
  REDIRECT_LOOP,
  /** More redirects in a row than the limit. */
  TOO_MANY_REDIRECTS,
  /** A redirect that says not, or not understandably, where to. */
  BAD_REDIRECT,
  /** A redirect from https to http. */
  INSECURE_REDIRECT,
  /** An answer with an error status. */
  STATUS,
  /** The server asks for fewer requests (429). */
  RATE_LIMITED,
  /** The server says that it is gone for good (410). */
  GONE,
  /** robots.txt does not allow it. */
  ROBOTS,
  /** The server cannot say what robots.txt allows; until it can, nothing is. */
  ROBOTS_UNAVAILABLE,
  /** It is no feed of a known format. */
  NOT_A_FEED,
  /** It declares entities, which are only of use for attacks. */
  XML_ENTITIES,
  /** Elements within elements, deeper than the limit. */
  TOO_DEEP,
  /** More items than the limit. */
  TOO_MANY_ITEMS,
  /** The page behind an item is no HTML. */
  NOT_A_PAGE,
  /** The feed's settings make no sense. */
  SETTINGS,
  /** A folder that is not there, or not allowed. */
  FOLDER,
  /** What was read cannot be written to Kafka. */
  NOT_WRITTEN,
  /** An error in this program. */
  INTERNAL
}
