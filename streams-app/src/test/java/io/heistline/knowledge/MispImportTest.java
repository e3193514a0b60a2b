package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heistline.knowledge.MispImport.LeftOut;
import io.heistline.knowledge.MispImport.Report;
import io.heistline.model.Alias;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MispImportTest {
  private static final Knowledge BUNDLE =
      Knowledge.parse(
          """
          - {id: north-korea, name: North Korea, kind: state, aliases: [Democratic People's Republic of Korea]}
          - {id: russia, name: Russia, kind: state}
          - {id: night-owls, name: Night Owls, kind: group, aliases: [NightOwls]}
          - {id: day-larks, name: Day Larks, kind: group, sponsor: russia, ambiguous: [Umbra]}
          """,
          "- {id: brassers-inc, name: Brassers}",
          "");

  private final SortedMap<String, Alias> topic = new TreeMap<>(BUNDLE.aliases());

  private Report bring(MispCluster cluster) {
    NameBook book = new NameBook(topic);
    Report report = MispImport.run(cluster, book, BUNDLE, OrdinaryWords.bundled());
    book.changes().forEach((key, alias) -> topic.put(key, alias));
    return report;
  }

  private Optional<Entity> actor(String name) {
    return new NameBook(topic).named(name, EntityType.ACTOR);
  }

  private static MispCluster sample() {
    try (InputStream in =
        MispImportTest.class.getClassLoader().getResourceAsStream("knowledge/misp-sample.json")) {
      return MispCluster.parse(
          "sample.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static MispCluster cluster(String... values) {
    return MispCluster.parse(
        "given.json",
        "{\"type\":\"given\",\"category\":\"actor\",\"values\":[%s]}"
            .formatted(String.join(",", values)));
  }

  @Test
  void aKnownActorGetsTheNamesThatItLacksAndNothingElse() {
    bring(sample());

    for (String name : List.of("Parliament of Owls", "HEIST-7")) {
      Entity owls = actor(name).orElseThrow();
      assertThat(owls.getId()).isEqualTo("night-owls");
      assertThat(owls.getSponsor()).isEmpty();
      assertThat(owls.getReferences()).isEmpty();
      assertThat(owls.getOrigin()).isEqualTo("MISP sample");
      assertThat(owls.getAmbiguous()).isFalse();
    }
    assertThat(topic).containsAllEntriesOf(withoutVictims(BUNDLE.aliases()));
  }

  private static Map<String, Alias> withoutVictims(SortedMap<String, Alias> aliases) {
    SortedMap<String, Alias> actors = new TreeMap<>(aliases);
    actors.remove("brassers");
    return actors;
  }

  @Test
  void anUnknownActorBecomesOneWithItsSponsorAndReferences() {
    bring(sample());

    Entity heron = actor("heist 8").orElseThrow();
    assertThat(heron.getId()).isEqualTo("velvet-heron");
    assertThat(heron.getName()).isEqualTo("Velvet Heron");
    assertThat(heron.getSponsor()).contains("north-korea");
    assertThat(heron.getLineage()).containsExactly(new EntityRef("north-korea", "North Korea"));
    assertThat(heron.getReferences()).containsExactly("https://labs.example/velvet-heron");
  }

  @Test
  void whereAGangComesFromIsNotWhomItServes() {
    Report report = bring(sample());

    assertThat(actor("Copper Spider").orElseThrow().getSponsor()).isEmpty();
    assertThat(report.originOnly()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Reaper, true",
    "VH, true",
    "Gold, true",
    "HEIST-8, false",
    "Velvet Heron, false",
    "Brassers, true"
  })
  void ordinaryWordsInitialsAndNamesOfOthersAreAmbiguous(String name, boolean ambiguous) {
    bring(sample());

    assertThat(actor(name).orElseThrow().getAmbiguous()).isEqualTo(ambiguous);
  }

  @Test
  void aNameThatIsAlsoAVictimsStaysTheVictimsToo() {
    bring(sample());

    Alias brassers = topic.get("brassers");
    assertThat(brassers.getEntities())
        .extracting(Entity::getId)
        .containsExactly("brass-spider", "brassers-inc");
    assertThat(new NameBook(topic).named("Brassers", EntityType.VICTIM).orElseThrow().getOrigin())
        .isEqualTo(NameBook.BUNDLED);
  }

  @Test
  void whatCannotBeToldIsLeftOutAndSaidSo() {
    Report report = bring(sample());

    assertThat(report.leftOut())
        .containsExactlyInAnyOrder(
            new LeftOut("Umbra", "NIGHT OWLS", "already names day-larks"),
            new LeftOut(
                "Common Thieves",
                "Copper Spider",
                "claimed for several actors: brass-spider, copper-spider"),
            new LeftOut(
                "Common Thieves",
                "Brass Spider",
                "claimed for several actors: brass-spider, copper-spider"),
            new LeftOut("velvet heron", "Brass Spider", "already names velvet-heron"),
            new LeftOut(
                "Nightowls Annex",
                "Nightowls Annex",
                "its names stand for several known actors: day-larks, night-owls"),
            new LeftOut("North Korea", "North Korea", "it is the name of a state"));
    assertThat(topic).doesNotContainKeys("common thieves", "nightowls annex");
  }

  @Test
  void aSynonymInAnotherSpacingTellsWhoAnEntryIs() {
    bring(sample());

    assertThat(actor("Sunrise Birds").orElseThrow().getId()).isEqualTo("day-larks");
  }

  @Test
  void theReportCountsActorsAndNames() {
    Report report = bring(sample());

    assertThat(report.fresh()).isEqualTo(3);
    assertThat(report.extended()).isEqualTo(2);
    assertThat(report.unchanged()).isZero();
    // of Night Owls 3, of Velvet Heron 3, Brassers, Sunrise Birds and DayLarks
    assertThat(report.aliases()).isEqualTo(9);
    assertThat(report.ambiguous()).isEqualTo(4);
  }

  @Test
  void theSameAgainChangesNothing() {
    Report first = bring(sample());
    SortedMap<String, Alias> after = new TreeMap<>(topic);

    Report again = bring(sample());

    assertThat(topic).isEqualTo(after);
    assertThat(again.fresh()).isZero();
    assertThat(again.extended()).isZero();
    assertThat(again.unchanged()).isEqualTo(5);
    assertThat(again.aliases()).isZero();
    assertThat(again.leftOut()).isEqualTo(first.leftOut());
  }

  @Test
  void theOrderOfTheEntriesDoesNotMatter() {
    String falcons = "{\"value\":\"Falcons\",\"meta\":{\"synonyms\":[\"Kestrels\",\"F-1\"]}}";
    String kestrels = "{\"value\":\"Kestrels\",\"meta\":{\"synonyms\":[\"F-1\",\"K-1\"]}}";
    bring(cluster(falcons, kestrels));
    SortedMap<String, Alias> one = new TreeMap<>(topic);
    topic.clear();
    topic.putAll(BUNDLE.aliases());

    bring(cluster(kestrels, falcons));

    assertThat(topic).isEqualTo(one).containsKeys("falcons", "kestrels").doesNotContainKey("f 1");
  }

  @Test
  void anOrdinaryWordAloneDoesNotTellWhoAnEntryIs() {
    topic.putAll(
        Knowledge.parse("- {id: apt-0, name: APT-0, ambiguous: [Reaper]}", "", "").aliases());

    bring(cluster("{\"value\":\"Grim Ones\",\"meta\":{\"synonyms\":[\"Reaper\"]}}"));

    assertThat(actor("Grim Ones").orElseThrow().getId()).isEqualTo("grim-ones");
    assertThat(actor("Reaper").orElseThrow().getId()).isEqualTo("apt-0");
  }

  @Test
  void anAddedActorGetsTheSponsorThatALaterVersionSays() {
    bring(cluster("{\"value\":\"Falcons\",\"meta\":{\"synonyms\":[\"F-1\"]}}"));
    Report report =
        bring(
            cluster(
                "{\"value\":\"Falcons\",\"meta\":{\"cfr-suspected-state-sponsor\":\"Russia\"}}"));

    assertThat(report.extended()).isEqualTo(1);
    assertThat(actor("F-1").orElseThrow().getSponsor()).contains("russia");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Grey Bear    | RU |                                        | russia",
        "Grey Ones    | RU | State-sponsored espionage.             | russia",
        "Grey Ones    | RU | A Russia-nexus cluster.                | russia",
        "Grey Ones    | RU | Hacktivists aligned; Russia-aligned.   | ",
        "Grey Ones    | RU | Steals cards.                          | ",
        "GOLD GREY    | RU | State-sponsored, some say.             | ",
        "FIN99        | RU |                                        | ",
        "Grey Ones    | KP |                                        | north-korea",
        "Grey Panda   | CN |                                        | ",
        "Grey Bear    | ?? |                                        | "
      })
  void aCountryIsTheSponsorOfAStatesGroup(
      String name, String country, String description, String sponsor) {
    MispActor entry =
        new MispActor(
            name,
            List.of(),
            Optional.empty(),
            Optional.of(country),
            description == null ? "" : description,
            List.of());

    assertThat(entry.sponsor(BUNDLE).map(Entity::getId)).isEqualTo(Optional.ofNullable(sponsor));
  }

  @Test
  void entriesWithoutAValueAreRefusedByTheirPlace() {
    assertThat(sample().refused())
        .containsExactly(
            new MispCluster.Refused(
                "sample.json, entry 8", "has no value, which is the actor's name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "not json                              | f.json is not JSON",
        "[]                                    | f.json is no MISP galaxy cluster",
        "{\"values\":7}                        | f.json is no MISP galaxy cluster",
        "{\"values\":[],\"category\":\"tool\"} | f.json is a cluster of category 'tool'"
      })
  void whatIsNoClusterOfActorsIsSaidSo(String json, String message) {
    assertThatThrownBy(() -> MispCluster.parse("f.json", json))
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("give");
  }
}
