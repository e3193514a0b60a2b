package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.Claim;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateRuleTest {
  /** A Friday. */
  private static final LocalDate PUBLISHED = LocalDate.of(2022, 12, 23);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thieves stole it in February. | DEED",
        "In February, Zuzubit suffered a major data breach. | DEED",
        "The 2015 Zuzu Pictures hack was worse. | DEED",
        "Experts claimed that a breach in February exposed it. | DEED",
        "The attack on Zuzubit started around February 3. | EVENT",
        "The breach occurred in February. | EVENT",
        "Experts claimed in February that thieves stole it. | NEWS",
        "Zuzubit disclosed a massive data breach in February. | NEWS",
        "On Monday, the breach was confirmed by Zuzubit. | NEWS",
        "Zuzubit informed its customers of a breach in February. | NEWS",
        "The hack, which made headlines in February, was bad. | NEWS",
        "The hack, which came to light in February, was bad. | FOUND",
        "On the morning of 6 February a clerk discovered the attack. | FOUND",
        "The breach was discovered in February. | FOUND",
        "Zuzubit learned of the attack in February. | FOUND",
        "Zuzubit, acquired by Oakmart in February, was robbed. | OTHER",
        "Police arrested the thief in February. | OTHER",
        "On 13 January the thieves laundered it. | OTHER",
        "It had been attempted in February. | OTHER",
        "Zuzubit was its tenth victim since it appeared in February. | OTHER",
        "The breach was the biggest since 2017. | OTHER",
        "The compromise ran between May 3 and June 20. | EVENT",
        "The unauthorised access began in February. | EVENT",
        "Customers who shopped between May and July may be affected. | DEED",
        "They look into the breach, and on Tuesday Zuzubit said that it would pay. | NEWS",
        "It said the unauthorised access -- on 27 February -- was short. | DEED",
        "\u2014 In February, a thief gained unauthorised access to it. | DEED",
        "Zuzubit Was Hacked In February | DEED",
        "They attempted to extort Zuzubit in February. | DEED",
        "He tricked the clerks of Zuzubit in February. | DEED",
        "Thieves launched an attack against Zuzubit in February. | DEED",
        "The company launched its app in February. | OTHER",
        "They were able to access accounts in February. | DEED",
        "A breach that disclosed the data of 9,000 clients in February. | DEED",
        "Zuzubit sent breach notification letters in February. | NEWS",
        "They learned of the flaws in February. | OTHER",
        "Grubbox, first spotted in February, locks files. | OTHER",
        "A remote, unauthorized access was noted in February. | FOUND",
        "The infection occurred in February. | EVENT",
        "The 2015 ransomware attack was worse. | DEED",
        "Malware was put on its points of sale in February. | UNTOLD",
        "Since February Zuzubit has been using it. | OTHER",
        "It was a cold day in February. | UNTOLD"
      })
  void tellsWhatADateIsTheDateOf(String text, DateBearing bearing) {
    Sentence sentence = Given.sentence(text);

    assertThat(DateGrammar.in(sentence, PUBLISHED))
        .singleElement()
        .satisfies(date -> assertThat(DateBearing.of(sentence, date)).isEqualTo(bearing));
  }

  @Test
  void aDateBeforeAnEventLeavesWhatIsToldOfIt() {
    Sentence sentence = Given.sentence("Zuzubit told police of the October 2016 breach on Monday.");
    List<DateMention> dates = DateGrammar.in(sentence, PUBLISHED);

    assertThat(dates)
        .extracting(date -> DateBearing.of(sentence, date))
        .containsExactly(DateBearing.DEED, DateBearing.NEWS);
  }

  @Nested
  class Periods {
    @Test
    void ofEachVictimAreItsOwn() {
      List<Claim> claims =
          claims(
              "Oakmart hacked",
              "Oakmart was hacked on Tuesday. It is the worst since the 2014 Pinemart hack.");

      assertThat(period(claims, "Oakmart")).isEqualTo("2022-12-20 to 2022-12-20");
      assertThat(period(claims, "Pinemart")).isEqualTo("2014-01-01 to 2014-12-31");
    }

    @Test
    void areSharedInAList() {
      List<Claim> claims =
          claims("Breaches", "Hackers breached Oakmart and Pinemart in May. It was bad.");

      assertThat(period(claims, "Oakmart")).isEqualTo("2022-05-01 to 2022-05-31");
      assertThat(period(claims, "Pinemart")).isEqualTo("2022-05-01 to 2022-05-31");
    }

    @Test
    void areThoseBehindTheirVictimUnlessTheyOpenTheClause() {
      List<Claim> claims =
          claims(
              "Breaches",
              "Hackers breached Oakmart in May, and Pinemart in June."
                  + " In 2015, hackers stole customer data from Elmmart, years before Birchmart was hacked.");

      assertThat(period(claims, "Oakmart")).isEqualTo("2022-05-01 to 2022-05-31");
      assertThat(period(claims, "Pinemart")).isEqualTo("2022-06-01 to 2022-06-30");
      assertThat(period(claims, "Elmmart")).isEqualTo("2015-01-01 to 2015-12-31");
    }

    @Test
    void areThoseOfTheNewsForWhomItWasRobbedWith() {
      List<Claim> claims =
          claims(
              "Oakmart hacked",
              "Oakmart was hacked on Tuesday. The hackers breached Oakmart and Pinemart.");

      assertThat(period(claims, "Pinemart")).isEqualTo("2022-12-20 to 2022-12-20");
    }

    @Test
    void areThoseOfTheWaveThatHit() {
      List<Claim> claims =
          new Reader(Knowledge.bundled())
              .read(
                  Given.article(
                      "WannaCry ransomware attack hits hundreds of companies",
                      "The WannaCry ransomware attack began on May 12. Oakmart confirmed that"
                          + " it was hit by WannaCry."));

      assertThat(period(claims, "Oakmart")).isEqualTo("2022-05-12 to 2022-05-12");
    }

    @Test
    void ofTheTheftComeBeforeThatOfItsDiscovery() {
      assertThat(
              period(
                  "Oakmart hacked",
                  "Oakmart disclosed a breach on Monday. The breach occurred on May 3."))
          .isEqualTo("2022-05-03 to 2022-05-03");
    }

    @Test
    void endWithTheDiscoveryWhereNothingElseIsTold() {
      assertThat(period("Oakmart hacked", "Oakmart discovered the hack on Monday."))
          .isEqualTo("2022-12-05 to 2022-12-19");
    }

    @Test
    void areOfTheYearThatStandsInTheLede() {
      assertThat(
              period(
                  "Oakmart fined over 2019 data breach",
                  "Oakmart was fined. Hackers breached Oakmart in March."))
          .isEqualTo("2019-03-01 to 2019-03-31");
    }

    @Test
    void ofARecentOneAreSomeWeeksOld() {
      List<Claim> claims =
          claims("Oakmart hacked", "Oakmart was hacked. It follows the recent Pinemart hack.");

      assertThat(period(claims, "Oakmart")).isEqualTo("2022-12-09 to 2022-12-23");
      assertThat(period(claims, "Pinemart")).isEqualTo("2022-10-24 to 2022-12-23");
    }

    @Test
    void ofATrialAreNotFresh() {
      assertThat(claims("Oakmart hacker sentenced", "He hacked Oakmart. He was sentenced Monday."))
          .allSatisfy(claim -> assertThat(claim.getPeriod()).isEmpty());
    }

    @Test
    void areTheBeginningOfWhatWentOnForMonths() {
      assertThat(
              period(
                  "Oakmart hacked",
                  "Oakmart disclosed it. The breach lasted from April 3 to August 9."))
          .isEqualTo("2022-04-03 to 2022-04-03");
      assertThat(period("Oakmart hacked", "Thieves robbed Oakmart between May and September 2021."))
          .isEqualTo("2021-05-01 to 2021-05-31");
    }

    @Test
    void areThoseInWhichCustomersWereExposed() {
      assertThat(
              period(
                  "Oakmart hacked",
                  "Oakmart disclosed a breach. Who shopped between March and October may be affected."))
          .isEqualTo("2022-03-01 to 2022-03-31");
    }

    @Test
    void areTakenFromFurtherDownIfTheyAreSaidInFull() {
      String far = "Oakmart was hacked. " + "It was bad. ".repeat(6);

      assertThat(period("Oakmart hacked", far + "Thieves hacked Oakmart on 3 May 2021."))
          .isEqualTo("2021-05-03 to 2021-05-03");
      assertThat(period("Oakmart hacked", far + "Thieves hacked Oakmart in May."))
          .isEqualTo("2022-12-09 to 2022-12-23");
    }

    @Test
    void areNotThoseOfAnEarlierOne() {
      assertThat(
              period(
                  "Oakmart hacked",
                  "Oakmart was hacked. It suffered an almost identical hack in March 2021."))
          .isEqualTo("2022-12-09 to 2022-12-23");
    }

    @Test
    void beforeAnAndAreNotTheNextVictims() {
      List<Claim> claims =
          claims(
              "Breaches",
              "Some recall big thefts, including the Oakmart hack in 2014 and the Pinemart hack.");

      assertThat(period(claims, "Oakmart")).isEqualTo("2014-01-01 to 2014-12-31");
    }

    @Test
    void areNotTheDayOfTheCharge() {
      assertThat(
              period(
                  "Freedonia charges four hackers over Oakmart hack",
                  "Four hackers were charged today who hacked Oakmart in a raid. In May 2021, Oakmart"
                      + " disclosed that it was hacked."))
          .isEqualTo("2021-05-01 to 2021-05-31");
    }

    @Test
    void areNotFreshUnderATitleOfSomethingElse() {
      assertThat(claims("How to choose a password", "Oakmart was hacked. It was bad."))
          .allSatisfy(claim -> assertThat(claim.getPeriod()).isEmpty());
    }

    @Test
    void areOfTheNamesPlaceThatTheDateStandsBy() {
      List<Claim> claims =
          claims(
              "Hacker sentenced",
              "Between March and July 2012 he hacked Oakmart and Pinemart, and sold 9 million Oakmart"
                  + " accounts.");

      assertThat(period(claims, "Oakmart")).isEqualTo("2012-03-01 to 2012-03-31");
      assertThat(period(claims, "Pinemart")).isEqualTo("2012-03-01 to 2012-03-31");
    }

    @Test
    void comeBeforeTheDiscovery() {
      assertThat(
              period(
                  "Oakmart hacked",
                  "A thief accessed systems of Oakmart last month and stole data. Oakmart discovered"
                      + " the breach in October."))
          .isEqualTo("2022-10-01 to 2022-10-31");
    }

    @Test
    void ofAYearAreNarrowedByWhatIsSaidInFull() {
      assertThat(
              period(
                  "Oakmart confirms breach",
                  "Thieves hacked Oakmart over some months of 2021. Freedonia asks for them for hacking"
                      + " attacks and stealing data from several shops of the town, including Pinemart,"
                      + " Elmmart and Oakmart, between March 2021 to July 2021."))
          .isEqualTo("2021-03-01 to 2021-03-31");
    }

    @Test
    void ofAnEventThatIsToldInFullComeFirst() {
      assertThat(
              period(
                  "Oakmart customers warned",
                  "Customers of Oakmart were hacked this week. The breach of Oakmart occurred between"
                      + " Aug 10, 2021 and Feb 9, 2022."))
          .isEqualTo("2021-08-10 to 2021-08-10");
    }

    @Test
    void areThoseOfTheEventThatTheArticleTells() {
      assertThat(
              period(
                  "Oakmart hacked",
                  "Oakmart was hacked. \"The incident occurred in October 2021 and has hit Pinemart"
                      + " too.\""))
          .isEqualTo("2021-10-01 to 2021-10-31");
    }

    @Test
    void ofOneThatIsLookedBackToAreItsOwn() {
      assertThat(
              period(
                  "Worm strikes shops",
                  "The gang was behind the 2014 Oakmart hack. On Monday shops were hit again."))
          .isEqualTo("2014-01-01 to 2014-12-31");
    }

    @Test
    void areNotCountedFromWhatComesAfter() {
      List<Claim> claims =
          claims(
              "Oakmart hacked",
              "News of the hack of Oakmart comes three weeks after thieves robbed Pinemart.");

      assertThat(period(claims, "Oakmart")).isEqualTo("2022-12-09 to 2022-12-23");
      assertThat(period(claims, "Pinemart")).isEqualTo("2022-11-26 to 2022-12-05");
    }

    @Test
    void ofAListAreThoseOfItsHeadOrTitle() {
      assertThat(
              period("Shops robbed", "These were hacked in March 2021:\n\nThe Oakmart data breach"))
          .isEqualTo("2021-03-01 to 2021-03-31");
      assertThat(
              period(
                  "The biggest hacks of 2019",
                  "It was a bad year.\n\nThieves stole the data of 9,000 customers of Oakmart."))
          .isEqualTo("2019-01-01 to 2019-12-31");
    }

    @Test
    void ofWhomTheNewsNamesForTheFirstTimeAreFresh() {
      List<Claim> claims =
          claims(
              "Pinemart hacked",
              "Pinemart was hacked on 3 May 2021. Hackers stole data from Zuzubit, a shop.");

      assertThat(period(claims, "Zuzubit")).isEqualTo("2022-12-09 to 2022-12-23");
    }

    private static String period(String title, String body) {
      return period(claims(title, body), "Oakmart");
    }

    private static String period(List<Claim> claims, String victim) {
      return claims.stream()
          .filter(claim -> claim.getVictim().filter(victim::equals).isPresent())
          .flatMap(claim -> claim.getPeriod().stream())
          .findFirst()
          .map(period -> period.getFrom() + " to " + period.getTo())
          .orElse("");
    }

    private static List<Claim> claims(String title, String body) {
      return Given.READER.read(Given.article(title, body));
    }
  }
}
