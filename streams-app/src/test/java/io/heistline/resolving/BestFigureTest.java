package io.heistline.resolving;

import static io.heistline.resolving.Claims.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Incident;
import io.heistline.model.Loss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BestFigureTest {
  private static final long MILLION = 100_000_000L;

  /** An agency's text, and copies of it with a few bits changed. */
  private static final long AGENCY = 0x5A5A_0F0F_1234_8765L;

  private static Incident incident(Claims... claims) {
    var incidents =
        TestFile.of(Arrays.stream(claims).map(Claims::build).toList()).incidents().values();
    assertThat(incidents).hasSize(1);
    return incidents.iterator().next();
  }

  private static Loss loss(Claims... claims) {
    return incident(claims).getLoss().orElseThrow();
  }

  private static Claims report(String publisher, String day, long millions) {
    return claim(publisher + day, publisher, day).when("2022-03").lost(millions);
  }

  @Test
  void copiesOfOneAgencyTextWeighOnce() {
    Loss loss =
        loss(
            report("one", "2022-03-29", 600).text(AGENCY),
            report("two", "2022-03-29", 600).text(AGENCY ^ 0b101),
            report("three", "2022-03-29", 600).text(AGENCY ^ 0b11 << 40),
            report("four", "2022-03-29", 620).text(~AGENCY),
            report("five", "2022-03-29", 620).text(AGENCY << 7));
    assertThat(loss.getBestUsdCents()).isEqualTo(620 * MILLION);
    assertThat(loss.getReason()).contains("2 of 3 independent publishers", "8 against 4");
  }

  @Test
  void whatAnOfficialSourceSaysOutweighsANewspaperButNotTwoThatAgree() {
    Claims court = report("three", "2022-03-29", 600).official();
    Loss loss = loss(report("one", "2022-03-29", 620), court);
    assertThat(loss.getBestUsdCents()).isEqualTo(600 * MILLION);
    assertThat(loss.getReason()).contains("1 of them officially");
    assertThat(
            loss(report("one", "2022-03-29", 620), report("two", "2022-03-29", 620), court)
                .getBestUsdCents())
        .isEqualTo(620 * MILLION);
  }

  @Test
  void aLaterFigureOutweighsOneOfTheFirstDays() {
    assertThat(
            loss(report("one", "2022-03-29", 620), report("two", "2022-04-14", 600))
                .getBestUsdCents())
        .isEqualTo(600 * MILLION);
    assertThat(
            loss(
                    report("one", "2022-03-29", 620),
                    report("two", "2022-03-29", 620),
                    report("three", "2022-04-14", 600))
                .getBestUsdCents())
        .isEqualTo(620 * MILLION);
  }

  @Test
  void threeZerosTooManyAreNeverTheBestHoweverLate() {
    assertThat(
            loss(
                    report("one", "2022-03-29", 625),
                    report("two", "2022-03-29", 600),
                    report("three", "2022-06-01", 625_000).official())
                .getBestUsdCents())
        .isNotEqualTo(625_000 * MILLION);
  }

  @Test
  void aSlipIsNeitherBestNorBound() {
    Loss loss =
        loss(
            report("one", "2022-03-29", 600),
            report("two", "2022-03-29", 615),
            report("three", "2022-03-29", 625),
            report("four", "2022-06-01", 625_000),
            report("five", "2022-06-01", 625_000));
    assertThat(loss.getBestUsdCents()).isEqualTo(625 * MILLION);
    assertThat(loss.getLowUsdCents()).isEqualTo(600 * MILLION);
    assertThat(loss.getHighUsdCents()).isEqualTo(625 * MILLION);
  }

  @Test
  void theReasonNamesTheRunnerUp() {
    assertThat(
            loss(
                    report("one", "2022-03-29", 600),
                    report("two", "2022-03-29", 620),
                    report("three", "2022-03-29", 620))
                .getReason())
        .isEqualTo(
            "$620,000,000 is given by 2 of 3 independent publishers with a figure, last on"
                + " 2022-03-29; it weighs 8 against 4 for $600,000,000");
  }

  @Test
  void anArticleWithTwoStatementsOfOneEventCountsOnce() {
    Incident incident =
        incident(
            claim("1", "one", "2022-03-29").article("a").when("2022-03").lost(600),
            claim("2", "one", "2022-03-29").article("a").when("2022-03-23"),
            claim("3", "one", "2022-03-29").article("a").when("2022-03-23").lost(620),
            claim("4", "one", "2022-03-30").article("b").when("2022-03-23").lost(620));
    assertThat(incident.getClaims()).isEqualTo(4);
    assertThat(incident.getArticles()).isEqualTo(2);
    assertThat(incident.getPublishers()).isEqualTo(1);
  }
}
