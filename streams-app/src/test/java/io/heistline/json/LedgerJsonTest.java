package io.heistline.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorTotals;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Article;
import io.heistline.model.Bound;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.EntityRef;
import io.heistline.model.Evidence;
import io.heistline.model.Incident;
import io.heistline.model.IncidentRef;
import io.heistline.model.Kind;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Loss;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Rate;
import io.heistline.model.Reported;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import io.heistline.model.Scope;
import io.heistline.model.Source;
import io.heistline.model.Tally;
import io.heistline.reading.Reading.Skipped;
import io.heistline.topics.ModelClasses;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerJsonTest {
  private static final Instant PUBLISHED = Instant.parse("2022-03-29T16:40:00Z");
  private static final LinkedActor LAZARUS =
      new LinkedActor(
          "lazarus-group",
          "Lazarus Group",
          "north-korea",
          List.of(new EntityRef("north-korea", "North Korea")),
          Certainty.CONFIRMED);

  @BeforeAll
  static void trustTheModel() {
    ModelClasses.trust();
  }

  @Test
  void extractGivesEveryFieldOfTheContract() {
    Claim claim =
        claim("a-1", 0)
            .setVictim("Axie")
            .setVictimAliases(List.of("Ronin Network", "Ronin"))
            .setAmounts(
                List.of(
                    amount(AmountRole.LOSS, "625000000.00000000", "USD", 62_500_000_000L),
                    amount(AmountRole.RECOVERY, "173600.50000000", "ETH", null),
                    Amount.newBuilder(amount(AmountRole.RECOVERY, "2.00000000", "BTC", 83_00L))
                        .setRate(new Rate("BTC", "2022-03", new BigDecimal("41.50000000"), "X", ""))
                        .build()))
            .setPeriod(
                new Period(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 3, 31), Precision.MONTH))
            .build();
    LinkedClaim linked =
        LinkedClaim.newBuilder()
            .setClaim(claim)
            .setVictim(new EntityRef("axie-infinity", "Axie Infinity"))
            .setActors(List.of(LAZARUS))
            .setAttributedBy(List.of(new EntityRef("fbi", "FBI")))
            .build();

    assertThat(LedgerJson.extract(article(), List.of(linked), Optional.empty()))
        .isEqualTo(
            ("{'id':'a','url':'https://x.example/a','claims':[{'id':'a-1','scope':'INCIDENT',"
                    + "'kind':'THEFT','victim':{'id':'axie-infinity','name':'Axie Infinity',"
                    + "'aliases':['Axie','Ronin','Ronin Network']},'actors':[{'id':'lazarus-group',"
                    + "'name':'Lazarus Group','sponsor':'north-korea','certainty':'CONFIRMED'}],"
                    + "'amounts':[{'role':'LOSS','usd':625000000,'value':625000000,"
                    + "'currency':'USD','bound':'ABOUT','rate':null},{'role':'RECOVERY','usd':null,"
                    + "'value':173600.5,'currency':'ETH','bound':'ABOUT','rate':null},"
                    + "{'role':'RECOVERY','usd':83,'value':2,'currency':'BTC','bound':'ABOUT',"
                    + "'rate':{'currency':'BTC','month':'2022-03','usd':41.5,'source':'X'}}],"
                    + "'vague':null,"
                    + "'records':null,'period':{'from':'2022-03-01','to':'2022-03-31'},"
                    + "'attributedBy':['FBI'],'evidence':'They took it.'}],'skipped':null}")
                .replace('\'', '"'));
  }

  @Test
  void extractGivesClaimsInTheOrderOfTheText() {
    LinkedClaim second = linked(claim("a-1", 90).build());
    LinkedClaim first = linked(claim("a-2", 10).build());

    assertThat(LedgerJson.extract(article(), List.of(second, first), Optional.empty()))
        .contains("\"id\":\"a-2\"")
        .matches(".*\"a-2\".*\"a-1\".*");
  }

  @Test
  void extractSaysWhyAnArticleIsNotRead() {
    assertThat(LedgerJson.extract(article(), List.of(), Optional.of(Skipped.NOT_ENGLISH)))
        .endsWith("\"claims\":[],\"skipped\":\"NOT_ENGLISH\"}");
  }

  @Test
  void extractLeavesOutWhatHasNoFigure() {
    Claim vague =
        claim("a-1", 0).setScope(Scope.PERIOD).setVagueAmount("hundreds of millions").build();

    assertThat(LedgerJson.extract(article(), List.of(linked(vague)), Optional.empty()))
        .contains(
            "\"scope\":\"PERIOD\",\"kind\":\"THEFT\",\"victim\":null,\"actors\":[],"
                + "\"amounts\":[],\"vague\":\"hundreds of millions\",\"records\":null,"
                + "\"period\":null,\"attributedBy\":[]");
  }

  @Test
  void aFiledClaimNamesItsArticle() {
    assertThat(LedgerJson.claim(linked(claim("a-1", 0).build())))
        .startsWith("{\"id\":\"a-1\",\"scope\":\"INCIDENT\"")
        .endsWith(
            "\"articleId\":\"a\",\"url\":\"https://x.example/a\",\"publisher\":\"X\","
                + "\"publishedAt\":\"2022-03-29T16:40:00Z\"}");
  }

  @Test
  void theLedgerIsSortedById() {
    String ledger =
        LedgerJson.ledger(
            7,
            List.of(
                incident("b-2022").build(),
                incident("a-2021")
                    .setLoss(
                        new Loss(61_500_000_000L, 62_500_000_000L, 62_500_000_050L, "why", true))
                    .setRecoveredUsdCents(5L)
                    .setSources(
                        List.of(
                            new Source(
                                "a-1",
                                "a",
                                "https://x.example/a",
                                "X",
                                Instant.parse("2022-03-29T16:40:00Z"),
                                "They took it.")))
                    .setRulings(
                        List.of(
                            Ruling.newBuilder()
                                .setSubject("a-2021")
                                .setAction(RulingAction.SET_LOSS)
                                .setLossUsdCents(150L)
                                .setBy("Ada")
                                .setWhy("counted")
                                .setAt(PUBLISHED)
                                .build()))
                    .build()),
            List.of(totals("revil", null).build(), totals("lazarus-group", "north-korea").build()));

    assertThat(ledger)
        .isEqualTo(
            ("{'articles':7,'incidents':[{'id':'a-2021','kind':'THEFT','victim':{'id':'v',"
                    + "'name':'V','aliases':[]},'actors':[{'id':'lazarus-group',"
                    + "'name':'Lazarus Group','sponsor':'north-korea','certainty':'CONFIRMED'}],"
                    + "'lossUsd':{'low':615000000,'best':625000000,'high':625000000.50},"
                    + "'lossReason':'why','lossValued':true,"
                    + "'recoveredUsd':0.05,'recoveredValued':false,'records':null,'period':null,'articles':2,"
                    + "'publishers':1,'sources':[{'claimId':'a-1','articleId':'a',"
                    + "'url':'https://x.example/a','publisher':'X',"
                    + "'publishedAt':'2022-03-29T16:40:00Z','sentence':'They took it.'}],"
                    + "'rulings':[{'action':'SET_LOSS','subject':'a-2021','target':null,"
                    + "'lossUsd':1.50,'by':'Ada','why':'counted',"
                    + "'at':'2022-03-29T16:40:00Z'}]},"
                    + "{'id':'b-2022','kind':'THEFT','victim':{'id':'v',"
                    + "'name':'V','aliases':[]},'actors':[{'id':'lazarus-group',"
                    + "'name':'Lazarus Group','sponsor':'north-korea','certainty':'CONFIRMED'}],"
                    + "'lossUsd':null,'lossReason':null,'lossValued':false,"
                    + "'recoveredUsd':null,'recoveredValued':false,'records':null,'period':null,"
                    + "'articles':2,'publishers':1,'sources':[],'rulings':[]}],'totals':[{'actor':{'id':'lazarus-group',"
                    + "'name':'lazarus-group','sponsor':'north-korea'},'incidents':1,"
                    + "'lossUsd':625000000,'recoveredUsd':0,'netUsd':null,'byYear':{},"
                    + "'incidentsByYear':{},'byKind':{},'lossByKind':{},'byCertainty':{},"
                    + "'largest':null,'first':null,'last':null,'reported':[]},"
                    + "{'actor':{'id':'revil','name':'revil','sponsor':null},"
                    + "'incidents':1,'lossUsd':625000000,'recoveredUsd':0,'netUsd':null,"
                    + "'byYear':{},'incidentsByYear':{},'byKind':{},'lossByKind':{},"
                    + "'byCertainty':{},'largest':null,'first':null,'last':null,"
                    + "'reported':[]}]}")
                .replace('\'', '"'));
  }

  @Test
  void totalsSortYearsKindsAndReports() {
    ActorTotals totals =
        totals("north-korea", null)
            .setNetUsdCents(50L)
            .setLossByYear(Map.of("2024", 100L, "2022", 62_500_000_000L, "unknown", 1L))
            .setIncidentsByYear(Map.of("2024", 1, "2022", 2))
            .setIncidentsByKind(Map.of("THEFT", 2, "EXTORTION", 1))
            .setLossByKind(Map.of("THEFT", 300L, "EXTORTION", 1L))
            .setByCertainty(Map.of("SUSPECTED", new Tally(1, 100L), "CONFIRMED", new Tally(2, 1L)))
            .setLargest(new IncidentRef("v-2022", "V", LocalDate.of(2022, 3, 1), 300L))
            .setFirst(new IncidentRef("v-2022", "V", LocalDate.of(2022, 3, 1), null))
            .setReported(
                List.of(
                    reported(62_600_000_000L, 2022, "NIS"),
                    new Reported(300L, null, null, "", 1, true, 100L),
                    reported(120_000_000_000L, 2017, "NIS")))
            .build();

    assertThat(LedgerJson.totals(totals))
        .endsWith(
            ("'netUsd':0.50,'byYear':{'2022':625000000,'2024':1,'unknown':0.01},"
                    + "'incidentsByYear':{'2022':2,'2024':1},"
                    + "'byKind':{'EXTORTION':1,'THEFT':2},"
                    + "'lossByKind':{'EXTORTION':0.01,'THEFT':3},"
                    + "'byCertainty':{'CONFIRMED':{'incidents':2,'lossUsd':0.01},"
                    + "'SUSPECTED':{'incidents':1,'lossUsd':1}},"
                    + "'largest':{'id':'v-2022','victim':'V','from':'2022-03-01','lossUsd':3},"
                    + "'first':{'id':'v-2022','victim':'V','from':'2022-03-01','lossUsd':null},"
                    + "'last':null,"
                    + "'reported':[{'usd':3,'from':null,'to':null,'by':null,'valued':true,"
                    + "'computedUsd':1,'coverage':0.3333},"
                    + "{'usd':1200000000,'from':'2017-01-01','to':'2022-12-31','by':'NIS',"
                    + "'valued':false,'computedUsd':null,'coverage':null},"
                    + "{'usd':626000000,'from':'2022-01-01','to':'2022-12-31','by':'NIS',"
                    + "'valued':false,'computedUsd':null,'coverage':null}]}")
                .replace('\'', '"'));
  }

  @Test
  void moneyIsPlainWhateverItsSize() {
    assertThat(Dollars.ofCents(1_000_000_000_000_00L).toPlainString()).isEqualTo("1000000000000");
    assertThat(Dollars.ofCents(-150).toPlainString()).isEqualTo("-1.50");
    assertThat(Dollars.plain(new BigDecimal("1200000.00000000")).toPlainString())
        .isEqualTo("1200000");
  }

  private static Article article() {
    return Article.newBuilder()
        .setId("a")
        .setUrl("https://x.example/a")
        .setPublisher("X")
        .setTitle("")
        .setBody("They took it.")
        .setContentType("text/plain")
        .setPublishedAt(PUBLISHED)
        .build();
  }

  private static Claim.Builder claim(String id, int start) {
    return Claim.newBuilder()
        .setId(id)
        .setArticleId("a")
        .setUrl("https://x.example/a")
        .setPublisher("X")
        .setPublishedAt(PUBLISHED)
        .setScope(Scope.INCIDENT)
        .setKind(Kind.THEFT)
        .setEvidence(new Evidence("They took it.", start, start + 13));
  }

  private static LinkedClaim linked(Claim claim) {
    return LinkedClaim.newBuilder().setClaim(claim).build();
  }

  private static Amount amount(AmountRole role, String value, String currency, Long cents) {
    return new Amount(role, new BigDecimal(value), currency, cents, Bound.ABOUT, value, null);
  }

  private static Incident.Builder incident(String id) {
    return Incident.newBuilder()
        .setId(id)
        .setVictim(new EntityRef("v", "V"))
        .setKnownAs(List.of("V"))
        .setKind(Kind.THEFT)
        .setActors(List.of(LAZARUS))
        .setClaims(3)
        .setArticles(2)
        .setPublishers(1);
  }

  private static ActorTotals.Builder totals(String id, String sponsor) {
    return ActorTotals.newBuilder()
        .setActor(new EntityRef(id, id))
        .setSponsor(sponsor)
        .setIncidents(1)
        .setLossUsdCents(62_500_000_000L)
        .setRecoveredUsdCents(0);
  }

  private static Reported reported(long cents, int fromYear, String by) {
    return new Reported(
        cents, LocalDate.of(fromYear, 1, 1), LocalDate.of(2022, 12, 31), by, 1, false, null);
  }
}
