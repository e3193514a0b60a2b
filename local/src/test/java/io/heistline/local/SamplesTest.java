package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The ledger of the sample articles against the tables of samples/README.md, which were worked out
 * by hand from what the articles say. Millions of dollars.
 */
@Timeout(180)
class SamplesTest {
  private static JsonNode ledger = JsonMapper.builder().build().nullNode();

  @BeforeAll
  static void replay() throws Exception {
    Command run = Command.run("replay", "--json", Home.samples().toString());
    assertThat(run.err()).isEmpty();
    ledger = JsonMapper.builder().build().readTree(run.out());
  }

  @Test
  void everyTheftIsThereOnceWithItsFiguresAndActors() {
    List<String> incidents = new ArrayList<>();
    for (JsonNode incident : ledger.get("incidents")) {
      if (!incident.get("lossUsd").isNull()) {
        incidents.add(
            "%s %s %s".formatted(incident.get("id").asText(), loss(incident), actors(incident)));
      }
    }
    assertThat(incidents)
        .containsExactlyInAnyOrder(
            "mt-gox-2014-02 450/450/473 -",
            "bangladesh-bank-2016-02 81/81/81 lazarus-group,person:park-jin-hyok?",
            "the-dao-2016-06 50/60/60 -",
            "bitfinex-2016-08 65/72/72 -",
            "coincheck-2018-01 530/534/534 -",
            "banco-de-chile-2018-05 10/10/10 -",
            "cna-financial-2021-03 40/40/40 -",
            "colonial-pipeline-2021-05 4.4/4.4/4.4 darkside",
            "jbs-2021-05 11/11/11 revil",
            "poly-network-2021-08 600/610/610 -",
            "axie-infinity-2022-03 615/625/625 apt38",
            "harmony-horizon-bridge-2022-06 100/100/100 apt38",
            "atomic-wallet-2023-06 35/100/100 lazarus-group?",
            "change-healthcare-2024-02 22/22/22 alphv",
            "dmm-bitcoin-2024-05 305/308/308 tradertraitor",
            "wazirx-2024-07 235/235/235 north-korea",
            "bybit-2025-02 1400/1500/1500 tradertraitor");
  }

  @Test
  void aRefusedRansomIsAnIncidentWithoutLoss() {
    JsonNode refused = incident("hse-ireland-2021-05");
    assertThat(refused.get("kind").asText()).isEqualTo("EXTORTION");
    assertThat(refused.get("lossUsd").isNull()).isTrue();
  }

  @Test
  void whatIsWithdrawnCorrectedOrBoilerplateIsNotThere() {
    assertThat(ledger.toString())
        .doesNotContain("Quillhaven", "6250000000", "\"id\":\"wormhole", "\"id\":\"brenntag");
    assertThat(ids("incidents")).noneMatch(id -> id.matches("(cream|coinbase|optimism|federal).*"));
  }

  @Test
  void everyActorsTotalIsTheSumOfItsIncidentsOnceAtEachLevel() {
    assertThat(
            totals(
                total ->
                    "%s %s %s %s"
                        .formatted(
                            total.get("incidents").asText(),
                            millions(total.get("lossUsd")),
                            millions(total.get("recoveredUsd")),
                            millions(total.get("netUsd")))))
        .containsExactlyInAnyOrder(
            // incidents, loss, recovered, net: a loss less what came back of it, at least 0
            "north-korea: 7 2949 15 2934",
            "lazarus-group: 6 2714 15 2699",
            "tradertraitor: 2 1808 0 1808",
            "apt38: 2 725 0 725",
            "person:park-jin-hyok: 1 81 15 66",
            "alphv: 1 22 0 22",
            "revil: 1 11 0 11",
            "darkside: 1 4.4 2.3 2.1",
            "conti: 1 0 0 0",
            "wizard-spider: 1 0 0 0",
            "carbanak: 0 0 0 0",
            "unattributed: 8 1776 4177 1127");
  }

  @Test
  void confirmedAndSuspectedStandApart() {
    assertThat(
            totals(
                total ->
                    tally(total.at("/byCertainty/CONFIRMED"))
                        + ", suspected "
                        + tally(total.at("/byCertainty/SUSPECTED"))))
        .containsExactlyInAnyOrder(
            "north-korea: 6 of 2849, suspected 1 of 100",
            "lazarus-group: 5 of 2614, suspected 1 of 100",
            "tradertraitor: 2 of 1808, suspected -",
            "apt38: 2 of 725, suspected -",
            "person:park-jin-hyok: -, suspected 1 of 81",
            "alphv: 1 of 22, suspected -",
            "revil: 1 of 11, suspected -",
            "darkside: 1 of 4.4, suspected -",
            "conti: 1 of 0, suspected -",
            "wizard-spider: 1 of 0, suspected -",
            "carbanak: -, suspected -",
            "unattributed: -, suspected -");
  }

  @Test
  void yearsAndKindsAddUpToTheTotal() {
    assertThat(
            totals(
                total ->
                    breakdown(total.get("incidentsByYear"), total.get("byYear"))
                        + "; "
                        + breakdown(total.get("byKind"), total.get("lossByKind"))))
        .containsExactlyInAnyOrder(
            "north-korea: 2016 1 of 81, 2022 2 of 725, 2023 1 of 100, 2024 2 of 543,"
                + " 2025 1 of 1500; THEFT 7 of 2949",
            "lazarus-group: 2016 1 of 81, 2022 2 of 725, 2023 1 of 100, 2024 1 of 308,"
                + " 2025 1 of 1500; THEFT 6 of 2714",
            "tradertraitor: 2024 1 of 308, 2025 1 of 1500; THEFT 2 of 1808",
            "apt38: 2022 2 of 725; THEFT 2 of 725",
            "person:park-jin-hyok: 2016 1 of 81; THEFT 1 of 81",
            "alphv: 2024 1 of 22; EXTORTION 1 of 22",
            "revil: 2021 1 of 11; EXTORTION 1 of 11",
            "darkside: 2021 1 of 4.4; EXTORTION 1 of 4.4",
            "conti: 2021 1 of 0; EXTORTION 1 of 0",
            "wizard-spider: 2021 1 of 0; EXTORTION 1 of 0",
            "carbanak: ; ",
            "unattributed: 2014 2 of 450, 2016 2 of 132, 2018 2 of 544, 2021 2 of 650;"
                + " BREACH 1 of 0, EXTORTION 1 of 40, THEFT 6 of 1736");
  }

  @Test
  void theLargestTheFirstAndTheLastIncidentAreNamed() {
    assertThat(
            totals(
                total ->
                    Stream.of("largest", "first", "last")
                        .map(each -> total.path(each).path("id").asText("-"))
                        .collect(Collectors.joining(" "))))
        .containsExactlyInAnyOrder(
            "north-korea: bybit-2025-02 bangladesh-bank-2016-02 bybit-2025-02",
            "lazarus-group: bybit-2025-02 bangladesh-bank-2016-02 bybit-2025-02",
            "tradertraitor: bybit-2025-02 dmm-bitcoin-2024-05 bybit-2025-02",
            "apt38: axie-infinity-2022-03 axie-infinity-2022-03 harmony-horizon-bridge-2022-06",
            "person:park-jin-hyok: bangladesh-bank-2016-02 bangladesh-bank-2016-02"
                + " bangladesh-bank-2016-02",
            "alphv: change-healthcare-2024-02 change-healthcare-2024-02"
                + " change-healthcare-2024-02",
            "revil: jbs-2021-05 jbs-2021-05 jbs-2021-05",
            "darkside: colonial-pipeline-2021-05 colonial-pipeline-2021-05"
                + " colonial-pipeline-2021-05",
            "conti: - hse-ireland-2021-05 hse-ireland-2021-05",
            "wizard-spider: - hse-ireland-2021-05 hse-ireland-2021-05",
            "carbanak: - - -",
            // of Sony Pictures only the year is known, and it may have been its first day
            "unattributed: poly-network-2021-08 sony-pictures-2014 poly-network-2021-08");
  }

  @Test
  void whatOthersReportStandsBesideAndIsNeverAdded() {
    List<String> reported = new ArrayList<>();
    for (JsonNode total : ledger.get("totals")) {
      for (JsonNode report : total.get("reported")) {
        reported.add(
            "%s: %s by %s, %s to %s; computed %s, %s of it"
                .formatted(
                    total.at("/actor/id").asText(),
                    millions(report.get("usd")),
                    report.get("by").asText(),
                    report.get("from").asText().substring(0, 4),
                    report.get("to").asText().substring(0, 4),
                    millions(report.get("computedUsd")),
                    report.get("coverage").asText()));
      }
    }
    assertThat(reported)
        .containsExactlyInAnyOrder(
            "carbanak: 1000 by Kaspersky, 2013 to 2015; computed 0, 0 of it",
            "north-korea: 1200 by National Intelligence Service, 2017 to 2022; computed 725,"
                + " 0.6042 of it",
            "north-korea: 626 by National Intelligence Service, 2022 to 2022; computed 725,"
                + " 1.1581 of it",
            "north-korea: 1700 by Chainalysis, 2022 to 2022; computed 725, 0.4265 of it",
            "north-korea: 3000 by UN experts, 2017 to 2023; computed 825, 0.275 of it",
            "unattributed: 3800 by Chainalysis, 2022 to 2022; computed 0, 0 of it");
  }

  private static JsonNode incident(String id) {
    return StreamSupport.stream(ledger.get("incidents").spliterator(), false)
        .filter(each -> each.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no incident " + id + " among " + ids("incidents")));
  }

  private static List<String> ids(String list) {
    return StreamSupport.stream(ledger.get(list).spliterator(), false)
        .map(each -> each.get("id").asText())
        .toList();
  }

  /** Something of each actor's totals, after the actor's id. */
  private static List<String> totals(Function<JsonNode, String> what) {
    return StreamSupport.stream(ledger.get("totals").spliterator(), false)
        .map(total -> total.at("/actor/id").asText() + ": " + what.apply(total))
        .toList();
  }

  private static String tally(JsonNode tally) {
    return tally.isMissingNode()
        ? "-"
        : tally.get("incidents").asText() + " of " + millions(tally.get("lossUsd"));
  }

  private static String breakdown(JsonNode incidents, JsonNode losses) {
    return incidents.properties().stream()
        .map(
            each ->
                "%s %s of %s"
                    .formatted(
                        each.getKey(),
                        each.getValue().asText(),
                        losses.has(each.getKey()) ? millions(losses.get(each.getKey())) : "0"))
        .collect(Collectors.joining(", "));
  }

  private static String loss(JsonNode incident) {
    JsonNode loss = incident.get("lossUsd");
    return millions(loss.get("low"))
        + "/"
        + millions(loss.get("best"))
        + "/"
        + millions(loss.get("high"));
  }

  private static String actors(JsonNode incident) {
    String actors =
        StreamSupport.stream(incident.get("actors").spliterator(), false)
            .map(
                actor ->
                    actor.get("id").asText()
                        + (actor.get("certainty").asText().equals("SUSPECTED") ? "?" : ""))
            .collect(Collectors.joining(","));
    return actors.isEmpty() ? "-" : actors;
  }

  private static String millions(JsonNode dollars) {
    return dollars.decimalValue().movePointLeft(6).stripTrailingZeros().toPlainString();
  }
}
