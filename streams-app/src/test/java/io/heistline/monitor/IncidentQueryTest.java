package io.heistline.monitor;

import static io.heistline.monitor.Ledger.filed;
import static io.heistline.monitor.Ledger.incident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentQueryTest {
  private final List<FiledIncident> ledger =
      new ArrayList<>(
          List.of(
              filed(
                  incident("alpha-2020-05", "2020-05-01", 100L).setActors(List.of(Ledger.LAZARUS)),
                  5),
              filed(incident("beta-2021-06", "2021-06-01", 300L).setKind(Kind.EXTORTION), 4),
              filed(incident("gamma-2022-07", "2022-07-01", null), 3),
              filed(
                  incident("delta-undated", null, 200L).setKnownAs(List.of("Deltawerken NV")), 2)));

  private static IncidentQuery query(String text) {
    return new IncidentQuery(Params.parse(text, IncidentQuery.PAGED));
  }

  private String ids(String query) {
    return String.join(
        " ", query(query).all(ledger).stream().map(filed -> filed.id().split("-")[0]).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'',                            gamma beta alpha delta",
    "order=asc,                     alpha beta gamma delta",
    "sort=loss,                     beta delta alpha gamma",
    "sort=loss&order=asc,           alpha delta beta gamma",
    "sort=changed,                  alpha beta gamma delta",
    "actor=lazarus-group,           alpha",
    "actor=north-korea,             alpha",
    "actor=unattributed,            gamma beta delta",
    "sponsor=north-korea,           alpha",
    "sponsor=lazarus-group,         ''",
    "kind=EXTORTION,                beta",
    "victim=delta,                  delta",
    "victim=deltawerken,            delta",
    "from=2021-06-01,               gamma beta",
    "to=2021-06-01,                 beta alpha",
    "minUsd=200,                    beta delta",
    "maxUsd=200,                    alpha delta",
    "minUsd=100.01&maxUsd=299.99,   delta",
    "q=LAZARUS,                     alpha",
    "q=amma&from=2022-01-01,        gamma",
  })
  void findsWhatIsAskedForInTheOrderAskedFor(String query, String expected) {
    assertThat(ids(query)).isEqualTo(expected);
  }

  @Test
  void pagesNeitherRepeatNorLeaveOutWhatStaysWhileOthersComeAndGo() {
    IncidentQuery.Page first = query("limit=2").page(ledger);
    assertThat(first.total()).isEqualTo(4);
    assertThat(first.incidents())
        .extracting(FiledIncident::id)
        .containsExactly("gamma-2022-07", "beta-2021-06");
    ledger.remove(1);
    ledger.add(filed(incident("omega-2023-01", "2023-01-01", 1L), 9));

    IncidentQuery.Page second = query("limit=2&cursor=" + first.next().orElseThrow()).page(ledger);

    assertThat(second.incidents())
        .extracting(FiledIncident::id)
        .containsExactly("alpha-2020-05", "delta-undated");
    assertThat(second.next()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "from=yesterday                | 'from' is 'yesterday'; give a day as YYYY-MM-DD",
        "from=2021-01-02&to=2021-01-01 | 'from' is '2021-01-02'; give a day that is not after 'to'",
        "minUsd=-1                     | 'minUsd' is '-1'; give dollars",
        "minUsd=2&maxUsd=1             | 'minUsd' is '2'; give no more than 'maxUsd'",
        "minUsd=1e9                    | 'minUsd' is '1e9'; give dollars",
        "limit=0                       | 'limit' is '0'; give a whole number from 1 to 200",
        "limit=201                     | 'limit' is '201'; give a whole number from 1 to 200",
        "kind=theft                    | 'kind' is 'theft'; give one of THEFT, EXTORTION, BREACH",
        "sort=size                     | 'sort' is 'size'; give one of date, loss, changed",
        "cursor=abc                    | 'cursor' is 'abc'; give 'next' of the page before",
        "colour=red                    | there is no parameter 'colour'; give some of actor",
        "q=a&q=b                       | 'q' is given twice; give it once",
        "q=%zz                         | '%zz' is not percent-encoded rightly",
      })
  void saysWhichParameterMakesNoSenseAndWhatWould(String query, String problem) {
    assertThatThrownBy(() -> query(query))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(problem);
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    String cursor = query("limit=1").page(ledger).next().orElseThrow();

    assertThatThrownBy(() -> query("sort=loss&cursor=" + cursor))
        .hasMessageContaining("with the same sort and order");
  }
}
