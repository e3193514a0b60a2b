package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    assertThat(totals())
        .contains(
            "north-korea 7 2949",
            "lazarus-group 6 2714",
            "tradertraitor 2 1808",
            "apt38 2 725",
            "alphv 1 22",
            "revil 1 11",
            "darkside 1 4.4")
        .anyMatch(total -> total.matches("unattributed \\d 1776"));
  }

  @Test
  void whatOthersReportStandsBesideAndIsNeverAdded() {
    List<String> reported = new ArrayList<>();
    for (JsonNode total : ledger.get("totals")) {
      for (JsonNode report : total.get("reported")) {
        reported.add(
            "%s: %s by %s, %s to %s"
                .formatted(
                    total.at("/actor/id").asText(),
                    millions(report.get("usd")),
                    report.get("by").asText(),
                    report.get("from").asText().substring(0, 4),
                    report.get("to").asText().substring(0, 4)));
      }
    }
    assertThat(reported)
        .containsExactlyInAnyOrder(
            "carbanak: 1000 by Kaspersky, 2013 to 2015",
            "north-korea: 1200 by National Intelligence Service, 2017 to 2022",
            "north-korea: 626 by National Intelligence Service, 2022 to 2022",
            "north-korea: 1700 by Chainalysis, 2022 to 2022",
            "north-korea: 3000 by UN experts, 2017 to 2023",
            "unattributed: 3800 by Chainalysis, 2022 to 2022");
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

  private static List<String> totals() {
    return StreamSupport.stream(ledger.get("totals").spliterator(), false)
        .map(
            total ->
                "%s %d %s"
                    .formatted(
                        total.at("/actor/id").asText(),
                        total.get("incidents").asInt(),
                        millions(total.get("lossUsd"))))
        .toList();
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
