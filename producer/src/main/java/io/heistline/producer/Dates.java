package io.heistline.producer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads the times that sources write. */
final class Dates {
  /**
   * Date; or date and time to the minute or finer; with or without zone, "Z", +01, +0100, +01:00.
   */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .optionalStart()
          .appendPattern("[XXX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** What is outside is a slip of the pen, or an error of the program that wrote it. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2199-12-31T23:59:59.999Z");

  private Dates() {}

  /**
   * Reads an ISO-8601 instant or date, in milliseconds; without zone it is UTC, a date is its
   * beginning.
   *
   * @throws RefusalException saying that it is none, or outside 1900 to 2199
   */
  static Instant parse(String field, String text) {
    try {
      TemporalAccessor parsed =
          ISO.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return checked(field, text, instant(parsed).truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      throw new RefusalException(
          "%s is '%s'; give an ISO-8601 date or instant, like 2024-03-01 or 2024-03-01T12:00:00Z"
              .formatted(field, shown(text)),
          e);
    }
  }

  static Instant checked(String field, String text, Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new RefusalException(
          "%s is '%s', which is not between 1900 and 2199".formatted(field, shown(text)));
    }
    return time;
  }

  private static Instant instant(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (parsed instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
    return LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static String shown(String text) {
    return text.length() > 50 ? text.substring(0, 50) + "..." : text;
  }
}
