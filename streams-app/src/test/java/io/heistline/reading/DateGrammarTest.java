package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateGrammarTest {
  /** A Friday. */
  private static final LocalDate PUBLISHED = LocalDate.of(2022, 12, 23);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It broke in March. | 2022-03-01 | 2022-03-31",
        "It broke in 2021 there. | 2021-01-01 | 2021-12-31",
        "It broke in July 2019. | 2019-07-01 | 2019-07-31",
        "It broke on March 6th. | 2022-03-06 | 2022-03-06",
        "It broke on Nov. 30, 2021. | 2021-11-30 | 2021-11-30",
        "It broke on 10 December 2019. | 2019-12-10 | 2019-12-10",
        "It broke on the 12th of April. | 2022-04-12 | 2022-04-12",
        "It broke on 2022-03-23 there. | 2022-03-23 | 2022-03-23",
        "It broke on 3/23/2022 there. | 2022-03-23 | 2022-03-23",
        "It broke on 23/3/2022 there. | 2022-03-23 | 2022-03-23",
        "It broke on 3/4/2022 there. | 2022-01-01 | 2022-12-31",
        "It broke yesterday. | 2022-12-22 | 2022-12-22",
        "It broke on Tuesday. | 2022-12-20 | 2022-12-20",
        "It broke last week. | 2022-12-10 | 2022-12-22",
        "It broke earlier this month. | 2022-12-01 | 2022-12-23",
        "It broke last month. | 2022-11-01 | 2022-11-30",
        "It broke last year. | 2021-01-01 | 2021-12-31",
        "It broke three years ago. | 2019-01-01 | 2019-12-31",
        "It broke in the second quarter of 2022. | 2022-04-01 | 2022-06-30",
        "It broke in December 2022. | 2022-12-01 | 2022-12-31",
        "It broke in June last year. | 2021-06-01 | 2021-06-30",
        "It broke in March of this year. | 2022-03-01 | 2022-03-31",
        "It broke in late 2019. | 2019-09-01 | 2019-12-31",
        "It broke in mid-May. | 2022-05-10 | 2022-05-20",
        "It broke early last month. | 2022-11-01 | 2022-11-10",
        "It broke at the end of October. | 2022-10-20 | 2022-10-31",
        "It broke at the beginning of 2021. | 2021-01-01 | 2021-04-30",
        "It broke on Sunday, April 24th. | 2022-04-24 | 2022-04-24",
        "It broke on Jan-18-2022. | 2022-01-18 | 2022-01-18",
        "It broke on October 16 and 21 in 2015. | 2015-10-16 | 2015-10-21",
        "It broke from 3 to 9 March. | 2022-03-03 | 2022-03-09",
        "It broke on March 2-9. | 2022-03-02 | 2022-03-09",
        "It broke in Q3 2016. | 2016-07-01 | 2016-09-30",
        "It broke in the third quarter. | 2022-07-01 | 2022-09-30",
        "It broke in the summer of 2014. | 2014-06-01 | 2014-08-31",
        "It broke over the weekend. | 2022-12-16 | 2022-12-18",
        "It broke last Friday. | 2022-12-16 | 2022-12-16",
        "It broke on Tuesday last week. | 2022-12-13 | 2022-12-13",
        "It broke two weeks ago. | 2022-12-03 | 2022-12-12",
        "It broke a few months ago. | 2022-06-23 | 2022-10-23",
        "The news comes just three days after it broke. | 2022-12-20 | 2022-12-20",
        "It broke in the 2014 Zuzu Pictures hack. | 2014-01-01 | 2014-12-31",
        "It broke in the 2014 ransomware attack. | 2014-01-01 | 2014-12-31",
        "It broke last year in May. | 2021-05-01 | 2021-05-31",
        "It broke four years ago in March 2018. | 2018-03-01 | 2018-03-31",
        "It broke in the first week of March. | 2022-03-01 | 2022-03-07",
        "It broke on the last weekend of November 2021. | 2021-11-22 | 2021-11-30",
        "It broke over the Thanksgiving weekend. | 2022-11-20 | 2022-11-30",
        "It broke on Black Friday 2019. | 2019-11-20 | 2019-11-30",
        "2016 was a bad year. | 2016-01-01 | 2016-12-31"
      })
  void readsDates(String text, LocalDate first, LocalDate last) {
    assertThat(dates(text))
        .singleElement()
        .satisfies(
            date -> {
              assertThat(date.first()).isEqualTo(first);
              assertThat(date.last()).isEqualTo(last);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They stole since 2017. | 2017-01-01 | 2022-12-23",
        "They stole between August 2015 and January 2016. | 2015-08-01 | 2016-01-31",
        "They stole from May to July 2017. | 2017-05-01 | 2017-07-31",
        "They stole over the past 18 months. | 2021-06-23 | 2022-12-23",
        "They stole within the last year. | 2021-12-23 | 2022-12-23",
        "They stole between March and November last year. | 2021-03-01 | 2021-11-30",
        "They stole from 1 January through 22 June 2016. | 2016-01-01 | 2016-06-22",
        "They stole since at least late 2019. | 2019-09-01 | 2022-12-23",
        "They stole since the beginning of 2021. | 2021-01-01 | 2022-12-23",
        "They stole between June 2, 2018, and March 23, 2019. | 2018-06-02 | 2019-03-23",
        "They stole last year between mid-May and the end of July. | 2021-05-10 | 2021-07-31"
      })
  void readsSpans(String text, LocalDate first, LocalDate last) {
    assertThat(dates(text))
        .singleElement()
        .satisfies(
            date -> {
              assertThat(date.span()).isTrue();
              assertThat(date.first()).isEqualTo(first);
              assertThat(date.last()).isEqualTo(last);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They may steal.",
        "They fixed it on Patch Tuesday.",
        "They march on.",
        "It will end by 2021.",
        "They have 2021 users.",
        "They paid $2021 there.",
        "In 2025 they will steal.",
        "Alerts last 90 days.",
        "They came on a Thursday night.",
        "They used CVE-2017-0143 there.",
        "They run Zuzu Server 2012 there."
      })
  void readsNothingElse(String text) {
    assertThat(dates(text)).isEmpty();
  }

  private static List<DateMention> dates(String text) {
    return DateGrammar.in(Given.sentence(text), PUBLISHED);
  }
}
