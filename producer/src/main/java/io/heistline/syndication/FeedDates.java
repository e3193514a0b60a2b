package io.heistline.syndication;

import com.rometools.rome.io.impl.DateParser;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the dates of feeds. One that cannot be, or that makes no sense, is as good as none. */
final class FeedDates {
  /** There was no news on the web before. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2199-12-31T23:59:59.999Z");

  private FeedDates() {}

  static Optional<Instant> read(String text) {
    return of(DateParser.parseDate(text.strip(), Locale.ENGLISH));
  }

  static Optional<Instant> of(@Nullable Date date) {
    return Optional.ofNullable(date)
        .map(Date::toInstant)
        .filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
  }
}
