package io.heistline.resolving;

import io.heistline.model.Period;
import io.heistline.model.Precision;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ruling is about: an incident, by its id.
 *
 * @param victim id of the victim
 * @param label the rest of the id: YYYY-MM, YYYY or "undated", and a number where it has one
 */
public record Subject(String victim, String label) {
  /** Label of an incident of which nobody says when it was. */
  static final String UNDATED = "undated";

  private static final Pattern ID =
      Pattern.compile("(.+)-((?:undated|\\d{4}(?:-\\d{2})?)(?:-\\d+)?)");

  private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})(?:-\\d+)?");

  private static final int YEAR_LENGTH = 4;

  /** The parts of an incident's id; empty if it can be none. */
  public static Optional<Subject> parse(String id) {
    Matcher parts = ID.matcher(id);
    return parts.matches()
        ? Optional.of(new Subject(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** The id with another victim. */
  public String of(String otherVictim) {
    return otherVictim + "-" + label;
  }

  /** When the incident was, as far as its id tells. */
  Optional<Period> period() {
    if (label.startsWith(UNDATED)) {
      return Optional.empty();
    }
    Matcher month = MONTH.matcher(label);
    if (month.matches() && isMonth(month.group(1))) {
      YearMonth when = YearMonth.parse(month.group(1));
      return Optional.of(new Period(when.atDay(1), when.atEndOfMonth(), Precision.MONTH));
    }
    Year year = Year.parse(label.substring(0, YEAR_LENGTH));
    return Optional.of(
        new Period(year.atDay(1), LocalDate.of(year.getValue(), 12, 31), Precision.YEAR));
  }

  private static boolean isMonth(String text) {
    int month = Integer.parseInt(text.substring(YEAR_LENGTH + 1));
    return month >= 1 && month <= 12;
  }
}
