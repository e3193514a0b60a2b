package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.ActorMention;
import io.heistline.model.Amount;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import io.heistline.model.Period;
import io.heistline.model.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The article that Heistline began with, as acceptance/README.md lists it. */
final class AcceptanceTest {
  private static final Knowledge KNOWLEDGE = Knowledge.bundled();
  private static List<Claim> claims = List.of();

  @BeforeAll
  static void readTheArticle() throws IOException {
    Path file = Path.of("shared", "acceptance", "north-korea-looted.txt");
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve(file))) {
      root = root.getParent();
    }
    assumeTrue(root != null, "skipped: no directory above this one has " + file);
    String[] parts = Files.readString(root.resolve(file)).split("\n", 2);
    claims =
        new Reader(KNOWLEDGE)
            .read(
                Article.newBuilder()
                    .setId("acceptance")
                    .setUrl("https://itechpost.com/article")
                    .setPublisher("itechpost.com")
                    .setTitle(parts[0])
                    .setBody(parts[1])
                    .setContentType("text/plain")
                    .setPublishedAt(Instant.parse("2022-12-23T00:00:00Z"))
                    .setUpdatedAt(null)
                    .build());
  }

  @Test
  void givesTwoIncidentsAndThreeSums() {
    assertThat(claims.stream().map(AcceptanceTest::summary))
        .containsExactlyInAnyOrder(
            "INCIDENT axie-infinity [lazarus-group] 625000000 2022-03-01/2022-03-31 [FBI]",
            "INCIDENT harmony-horizon-bridge [lazarus-group] - - []",
            "PERIOD - [north-korea] 1200000000 2017-01-01/2022-12-23"
                + " [National Intelligence Service]",
            "PERIOD - [north-korea] 626000000 2022-01-01/2022-12-31"
                + " [National Intelligence Service]",
            "PERIOD - [north-korea] hundreds of millions of dollars - [UN experts]");
  }

  private static String summary(Claim claim) {
    String amount =
        claim.getAmounts().stream()
            .map(Amount::getUsdCents)
            .map(cents -> String.valueOf(cents.orElseThrow() / 100))
            .findFirst()
            .orElse(claim.getVagueAmount().orElse("-"));
    return String.join(
        " ",
        claim.getScope().name(),
        claim.getScope() == Scope.PERIOD
            ? "-"
            : id(claim.getVictim().orElseThrow(), EntityType.VICTIM),
        claim.getActors().stream()
            .map(ActorMention::getName)
            .map(name -> id(name, EntityType.ACTOR))
            .toList()
            .toString(),
        amount,
        claim.getPeriod().map(AcceptanceTest::summary).orElse("-"),
        claim.getAttributedBy().toString());
  }

  private static String summary(Period period) {
    return period.getFrom() + "/" + period.getTo();
  }

  private static String id(String name, EntityType type) {
    return KNOWLEDGE.named(name, type).map(Entity::getId).orElse(name);
  }
}
