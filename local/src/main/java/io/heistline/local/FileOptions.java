package io.heistline.local;

import io.heistline.producer.FileDefaults;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What the user knows about files that do not say it themselves. */
final class FileOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      converter = When.class,
      description =
          "When .txt and .html files were published: YYYY-MM-DD, or an instant as"
              + " 2022-12-23T10:00:00Z. Relative dates count from here.")
  private @Nullable Instant published;

  @Option(names = "--url", paramLabel = "URL", description = "URL of the article; one file only.")
  private @Nullable String url;

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "Headline of the article; one file only.")
  private @Nullable String title;

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description = "Publisher of articles that name none.")
  private @Nullable String publisher;

  /**
   * What holds for some files.
   *
   * @param oneFile whether it is no more than one
   * @throws ParameterException if a URL or title is given for many
   */
  FileDefaults defaults(boolean oneFile) {
    if (!oneFile && spec != null && (url != null || title != null)) {
      throw new ParameterException(
          spec.commandLine(), "--url and --title are for one file; several articles cannot share");
    }
    return new FileDefaults(
        Optional.ofNullable(published),
        Optional.ofNullable(url),
        Optional.ofNullable(title),
        Optional.ofNullable(publisher));
  }

  /** Reads a day, or a point in time. */
  static final class When implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return value.contains("T")
            ? Instant.parse(value)
            : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + value + "' is no date; give YYYY-MM-DD, or an instant as 2022-12-23T10:00:00Z");
      }
    }
  }
}
