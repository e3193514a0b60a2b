package io.heistline.valuing;

import io.heistline.model.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exchange rates that are shipped with Heistline: rates/*.csv on the class path, one file a
 * source. docs/adr/0005 says where each comes from.
 */
public final class Rates {
  /** Origin of a bundled rate, by which the next version knows it again. */
  public static final String BUNDLED = "bundled";

  private static final List<String> FILES =
      List.of(
          "blockchain-com.csv",
          "coingecko.csv",
          "etherscan.csv",
          "federal-reserve.csv",
          "investing-com.csv",
          "oecd.csv",
          "pegged.csv");

  private Rates() {}

  /** Key of a rate in heistline.rates: BTC/2014-02. */
  public static String key(String currency, YearMonth month) {
    return currency + "/" + month;
  }

  /**
   * The bundled rates by key.
   *
   * @throws IllegalArgumentException naming file and line, if a file is wrong
   */
  public static SortedMap<String, Rate> bundled() {
    SortedMap<String, Rate> bundled = new TreeMap<>();
    for (String file : FILES) {
      RatesFile.parse(file, text("rates/" + file))
          .forEach(
              (key, rate) -> {
                if (bundled.putIfAbsent(key, rate) != null) {
                  throw new IllegalArgumentException(
                      "%s: %s stands in another file too; leave it out of one"
                          .formatted(file, key));
                }
              });
    }
    return Collections.unmodifiableSortedMap(bundled);
  }

  private static String text(String resource) {
    try (InputStream in = Rates.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
