package io.heistline.local;

import io.heistline.json.LedgerJson;
import io.heistline.knowledge.Knowledge;
import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Rate;
import io.heistline.producer.ArticleFiles;
import io.heistline.producer.FileDefaults;
import io.heistline.producer.Submission;
import io.heistline.reading.Reader;
import io.heistline.reading.Reading;
import io.heistline.valuing.Rates;
import io.heistline.valuing.Valuation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Says what single articles claim: reading, linking and valuing, no broker.")
final class ExtractCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private FileOptions options = new FileOptions();

  @Option(names = "--json", description = "One JSON object an article, in the order of the input.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = ".jsonl, .txt or .html, also gzipped; - for standard input.")
  private List<String> files = new ArrayList<>();

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    FileDefaults defaults = options.defaults(files.size() == 1);
    Refusals refusals = new Refusals(console.err());
    Extraction extraction = new Extraction();
    for (String file : files) {
      if (file.equals(StandardInput.NAME)) {
        try (StandardInput input = StandardInput.read(System.in)) {
          read(input.file(), defaults, extraction, refusals, input::inUsersTerms);
        }
      } else {
        read(Path.of(file), defaults, extraction, refusals, UnaryOperator.identity());
      }
    }
    return refusals.exitCode();
  }

  private void read(
      Path file,
      FileDefaults defaults,
      Extraction extraction,
      Refusals refusals,
      UnaryOperator<String> inUsersTerms) {
    try (Stream<Submission> submissions = new ArticleFiles().read(List.of(file), defaults)) {
      submissions.forEach(
          submission -> {
            if (submission instanceof Submission.Version version) {
              Reading reading = extraction.reader.reading(version.article());
              print(version.article(), extraction.link(reading), reading.skipped());
            } else if (submission instanceof Submission.Refused refused) {
              refusals.add(inUsersTerms.apply(refused.origin()), refused.reason());
            }
            // a withdrawal says nothing that could be extracted
          });
    }
  }

  private void print(Article article, List<LinkedClaim> claims, Optional<Reading.Skipped> skipped) {
    if (json) {
      console.out().println(LedgerJson.extract(article, claims, skipped));
      return;
    }
    console.out().println(TextTable.cleanLine(article.getTitle()));
    if (skipped.isPresent()) {
      console.out().println("  " + why(skipped.get()));
    } else if (claims.isEmpty()) {
      console.out().println("  says nothing of a theft");
    }
    for (LinkedClaim claim : claims) {
      LedgerText.claim(claim).forEach(line -> console.out().println("  " + line));
    }
    console.out().println();
  }

  private static String why(Reading.Skipped skipped) {
    return switch (skipped) {
      case NOT_ENGLISH -> "is not in English and was left unread";
    };
  }

  /** Reading, linking and valuing with the bundled knowledge and rates. */
  private static final class Extraction {
    private final Map<String, Alias> aliases;
    private final Map<String, Rate> rates = Rates.bundled();
    private final Reader reader;

    Extraction() {
      Knowledge knowledge = Knowledge.bundled();
      aliases = knowledge.aliases();
      reader = new Reader(knowledge);
    }

    List<LinkedClaim> link(Reading reading) {
      return reading.claims().stream()
          .map(claim -> Valuation.value(claim, key -> Optional.ofNullable(rates.get(key))))
          .map(claim -> Linker.link(claim, name -> Optional.ofNullable(aliases.get(name))))
          .toList();
    }
  }
}
