package io.heistline.valuing;

import io.heistline.model.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table of monthly rates as text: comments that name its source and how it quotes, a heading, and
 * a line a currency and year, with a figure a month or nothing where there is none.
 *
 * <pre>
 * # source: Federal Reserve, H.10
 * # quoted: units for a dollar
 * currency,year,jan,feb,...,dec
 * EUR,2010,0.701,0.731,...,0.7564
 * </pre>
 */
final class RatesFile {
  private static final String COMMENT = "#";
  private static final String SOURCE = "# source: ";
  private static final String QUOTED = "# quoted: ";
  private static final String HEADING =
      "currency,year,jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec";
  private static final int FIRST_MONTH = 2;

  /** Digits behind the decimal point in the data model. */
  private static final int SCALE = 8;

  private final String name;
  private final String source;
  private final Quote quote;
  private final SortedMap<String, Rate> rates = new TreeMap<>();

  private RatesFile(String name, String text) {
    this.name = name;
    source = comment(text, SOURCE).orElseThrow(() -> missing(SOURCE + "who publishes the rates"));
    quote =
        comment(text, QUOTED)
            .flatMap(Quote::of)
            .orElseThrow(() -> missing(QUOTED + "units for a dollar, or: dollars for a unit"));
  }

  /**
   * The rates of a file by key.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming the file and, where it has one, the line
   */
  static SortedMap<String, Rate> parse(String name, String text) {
    RatesFile file = new RatesFile(name, text);
    String[] lines = text.split("\n", -1);
    for (int number = 1; number <= lines.length; number++) {
      String line = lines[number - 1].strip();
      if (!line.isEmpty() && !line.startsWith(COMMENT) && !line.equals(HEADING)) {
        file.read(line, number);
      }
    }
    return file.rates;
  }

  private void read(String line, int number) {
    String[] cells = line.split(",", -1);
    if (cells.length != HEADING.split(",", -1).length) {
      throw wrong(number, "has %d cells; wanted are %s".formatted(cells.length, HEADING));
    }
    try {
      for (int cell = FIRST_MONTH; cell < cells.length; cell++) {
        if (!cells[cell].isEmpty()) {
          YearMonth month = YearMonth.of(Integer.parseInt(cells[1]), cell - FIRST_MONTH + 1);
          add(cells[0], month, new BigDecimal(cells[cell]), number);
        }
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw wrong(number, "holds something that is no number: " + e.getMessage());
    }
  }

  private void add(String currency, YearMonth month, BigDecimal figure, int number) {
    if (figure.signum() <= 0) {
      throw wrong(number, "holds a rate that is not above zero");
    }
    Rate rate =
        Rate.newBuilder()
            .setCurrency(currency)
            .setMonth(month.toString())
            .setUsd(quote.usd(figure))
            .setSource(source)
            .setOrigin(Rates.BUNDLED)
            .build();
    if (rates.put(Rates.key(currency, month), rate) != null) {
      throw wrong(number, "repeats %s %s".formatted(currency, month));
    }
  }

  private static Optional<String> comment(String text, String start) {
    return Arrays.stream(text.split("\n", -1))
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }

  private IllegalArgumentException missing(String comment) {
    return new IllegalArgumentException("%s: the line '%s' is missing".formatted(name, comment));
  }

  private IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException("%s: line %d %s".formatted(name, line, what));
  }

  /** Which way round a table quotes. */
  private enum Quote {
    UNITS_FOR_A_DOLLAR,
    DOLLARS_FOR_A_UNIT;

    static Optional<Quote> of(String words) {
      return switch (words) {
        case "units for a dollar" -> Optional.of(UNITS_FOR_A_DOLLAR);
        case "dollars for a unit" -> Optional.of(DOLLARS_FOR_A_UNIT);
        default -> Optional.empty();
      };
    }

    BigDecimal usd(BigDecimal figure) {
      return switch (this) {
        case UNITS_FOR_A_DOLLAR -> BigDecimal.ONE.divide(figure, SCALE, RoundingMode.HALF_EVEN);
        case DOLLARS_FOR_A_UNIT -> figure.setScale(SCALE, RoundingMode.HALF_EVEN);
      };
    }
  }
}
