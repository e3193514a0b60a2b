package io.heistline.producer;

import java.util.Locale;

/** Why a record of a WARC file is no article. */
public enum WarcSkip {
  /** A request, metadata, the file's own description and the like. */
  OTHER_RECORD,
  /** A response of another protocol, as DNS. */
  NOT_HTTP,
  /** A status other than 200. */
  STATUS,
  /** Another type of content, as images. */
  NOT_HTML,
  /** The crawler kept only a part of it. */
  CUT_SHORT,
  /** Larger than an article may be. */
  TOO_LARGE,
  /** Not to be decompressed. */
  NOT_DECODABLE,
  /** Not readable as a WARC record. */
  BROKEN;

  /** For people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
