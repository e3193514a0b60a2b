package io.heistline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.heistline.model.ActorTotals;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import io.heistline.model.Incident;
import io.heistline.producer.ArticlePublisher;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way on a real broker and a real registry: articles in, incidents and totals out. Each
 * subclass says where they run.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EndToEnd {
  static final int PARTITIONS = 3;

  private RunningStack stack;
  private ClusterSettings settings;
  private Topics topics;

  /** A stack with topology and producer, of {@link #PARTITIONS} partitions. */
  abstract RunningStack start() throws Exception;

  /** Where the stack is, and how to wait until it is done. */
  interface RunningStack extends AutoCloseable {
    ClusterSettings settings();

    void drain() throws InterruptedException;

    @Override
    void close();
  }

  @BeforeAll
  void startStack() throws Exception {
    stack = start();
    settings = stack.settings();
    topics = new Topics(settings);
  }

  @AfterAll
  void stopStack() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void articlesAboutOneHeistAreOneIncidentInTheTotals() throws Exception {
    publish(
        News.article(
            "lazarus-1",
            "The Gazette",
            "2023-05-05",
            "Hackers stole $40 million from Marlinspoon Exchange on 3 May 2023. The FBI said that"
                + " the Lazarus Group was behind the theft."),
        News.article(
            "lazarus-2",
            "The Courier",
            "2023-05-06",
            "The Lazarus Group stole $42 million from Marlinspoon Exchange on 3 May 2023, the FBI"
                + " said."));

    Incident incident = incidentOf("Marlinspoon Exchange").orElseThrow();
    assertThat(incident.getArticles()).isEqualTo(2);
    assertThat(incident.getPublishers()).isEqualTo(2);
    assertThat(incident.getActors()).extracting("id").containsExactly("lazarus-group");
    assertThat(incident.getLoss().orElseThrow().getLowUsdCents()).isEqualTo(4_000_000_000L);
    assertThat(incident.getLoss().orElseThrow().getHighUsdCents()).isEqualTo(4_200_000_000L);

    long best = incident.getLoss().orElseThrow().getBestUsdCents();
    for (String actor : List.of("lazarus-group", "north-korea")) {
      ActorTotals totals = totalsOf(actor).orElseThrow();
      assertThat(totals.getIncidents()).isEqualTo(1);
      assertThat(totals.getLossUsdCents()).isEqualTo(best);
      assertThat(totals.getLossByYear()).containsExactly(Map.entry("2023", best));
    }
  }

  @Test
  void aWithdrawnArticleTakesItsShareBackOut() throws Exception {
    publish(
        News.article(
            "revil-1",
            "The Gazette",
            "2021-07-05",
            "Hackers stole $7 million from Copperquay Bank on 2 July 2021. The police said that"
                + " REvil was behind the theft."));
    assertThat(totalsOf("revil").orElseThrow().getLossUsdCents()).isEqualTo(700_000_000L);

    Command withdrawal = command("withdraw", "revil-1");
    drain();

    assertThat(withdrawal.out()).isEqualTo("withdrew revil-1" + System.lineSeparator());
    assertThat(withdrawal.status()).isZero();
    assertThat(incidentOf("Copperquay Bank")).isEmpty();
    assertThat(totalsOf("revil").map(ActorTotals::getIncidents).orElse(0)).isZero();
    assertThat(command("withdraw", "revil-1").err()).contains("no article has the id 'revil-1'");
  }

  @Test
  void bytesThatAreNoArticleBecomeADeadLetterAndTheStreamGoesOn() throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            settings.clientConfig(), new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topics.articles().name(), "garbage", new byte[] {9, 8, 7}))
          .get();
    }
    publish(
        News.article(
            "conti-1",
            "The Gazette",
            "2022-02-10",
            "Hackers stole $9 million from Tidewrack Bank on 8 February 2022. The police said"
                + " that Conti was behind the theft."));

    assertThat(incidentOf("Tidewrack Bank")).isPresent();
    assertThat(DeadLetterReader.read(settings))
        .anySatisfy(
            letter -> {
              assertThat(letter.origin()).contains(topics.articles().name());
              assertThat(letter.reason()).isNotBlank();
            });
  }

  @Test
  void aNamePublishedLaterLinksClaimsAlreadySeen() throws Exception {
    publish(
        News.article(
            "alias-1",
            "The Gazette",
            "2023-08-05",
            "Hackers stole $5 million from Fernhollow Exchange on 2 August 2023."));
    assertThat(incidentOf("Fernhollow Exchange").orElseThrow().getVictim().getId())
        .isEqualTo("fernhollow-exchange");

    Entity parent =
        Entity.newBuilder()
            .setId("bramblegate-group")
            .setName("Bramblegate Group")
            .setType(EntityType.VICTIM)
            .build();
    put(
        topics.knowledge(),
        "fernhollow exchange",
        Alias.newBuilder()
            .setName("Fernhollow Exchange")
            .setEntities(List.of(parent))
            .setOrigin("test")
            .build());
    drain();

    assertThat(incidentOf("Fernhollow Exchange")).isEmpty();
    assertThat(incidentOf("Bramblegate Group").orElseThrow().getVictim().getId())
        .isEqualTo("bramblegate-group");
  }

  @Test
  void consumersThatKnowNothingOfUsCanReadEveryTopic() throws Exception {
    publish(
        News.article(
            "generic-1",
            "The Gazette",
            "2023-09-05",
            "Hackers stole $3 million from Saltmarsh Exchange on 2 September 2023."));
    try (var feeds = new io.heistline.producer.Feeds(topics)) {
      feeds.add("https://news.example/feed", Optional.empty(), Duration.ofDays(1));
    }

    for (Topic<?> topic :
        List.of(
            topics.feeds(),
            topics.articles(),
            topics.claims(),
            topics.linkedClaims(),
            topics.knowledge(),
            topics.incidents(),
            topics.actorTotals())) {
      List<ConsumerRecord<String, Object>> records = readGenerically(topic);
      assertThat(records).as(topic.name()).isNotEmpty();
      assertThat(records)
          .allSatisfy(
              record -> {
                assertThat(record.key()).isNotBlank();
                assertThat(record.value())
                    .isInstanceOf(GenericData.Record.class)
                    .isNotInstanceOf(SpecificRecord.class);
                assertThat(((GenericData.Record) record.value()).getSchema().getFullName())
                    .isEqualTo(topic.schema().orElseThrow().getFullName());
              });
    }
  }

  @Test
  void theRegistryHoldsSchemasToFullTransitiveCompatibility() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            settings.registryUrl() + "/config/" + topics.articles().subject()))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.body()).contains("FULL_TRANSITIVE");
  }

  @Test
  void theCommandsShowWhatTheTopicsHold() throws Exception {
    publish(
        News.article(
            "darkside-1",
            "The Gazette",
            "2021-05-20",
            "Hackers stole $4.5 million from Ironvale Bank on 7 May 2021. The FBI said that"
                + " DarkSide was behind the theft."));

    Command incidents = command("incidents", "--json", "--actor", "darkside");
    assertThat(incidents.err()).isEmpty();
    JsonNode incident = JsonMapper.builder().build().readTree(incidents.out());
    assertThat(incident.at("/victim/name").asText()).isEqualTo("Ironvale Bank");
    assertThat(incident.at("/lossUsd/best").asText()).isEqualTo("4500000");

    assertThat(command("totals", "--json", "--actor", "darkside").out())
        .contains("\"id\":\"darkside\"", "\"lossUsd\":4500000", "\"byYear\":{\"2021\":4500000}");
    assertThat(command("claims", "--json", "--actor", "darkside").out())
        .contains("\"articleId\":\"darkside-1\"");
    assertThat(command("totals").out()).contains("ACTOR", "DarkSide", "$4,500,000");
    assertThat(command("topics").out())
        .contains(settings.bootstrapServers(), settings.registryUrl(), "heistline.actor-totals");
  }

  @Test
  void feedsAreAddedListedAndRemoved() {
    String url = "https://paper.example/rss";

    assertThat(command("feeds", "add", url, "--interval", "86400").out()).contains("added " + url);
    assertThat(command("feeds", "list").out()).contains(url, "86400 s");
    assertThat(command("feeds", "pause", url).out()).contains("paused " + url);
    assertThat(command("feeds", "list").out()).contains("paused");
    assertThat(command("feeds", "export").out()).contains(url, "paused: true");
    assertThat(command("feeds", "export", "--opml").out()).contains("<opml", url);
    assertThat(command("feeds", "resume", url).out()).contains("resumed " + url);
    assertThat(command("feeds", "remove", url).out()).contains("removed " + url);
    assertThat(command("feeds", "list").out()).doesNotContain(url);
    assertThat(command("feeds", "remove", url).err()).contains("no feed '" + url + "'");
  }

  @Test
  void anAliasAddedLaterMovesTheIncidentToItsActorAndBackWhenItIsRemoved() throws Exception {
    publish(
        News.article(
            "knowledge-1",
            "The Gazette",
            "2023-10-05",
            "Hackers stole $6 million from Larchwood Exchange on 2 October 2023. The FBI said that"
                + " the money was stolen by Velvet Kestrel."));
    assertThat(incidentOf("Larchwood Exchange").orElseThrow().getActors()).isEmpty();

    Command added =
        command("knowledge", "add", "actor", "Lazarus Group", "--alias", "Velvet Kestrel");
    drain();

    assertThat(added.err()).isEmpty();
    assertThat(added.out()).contains("extended actor Lazarus Group (lazarus-group)");
    assertThat(incidentOf("Larchwood Exchange").orElseThrow().getActors())
        .extracting("id")
        .containsExactly("lazarus-group");

    Command removed = command("knowledge", "remove", "actor", "Velvet Kestrel");
    drain();

    assertThat(removed.out()).contains("removed Velvet Kestrel");
    assertThat(incidentOf("Larchwood Exchange").orElseThrow().getActors()).isEmpty();
  }

  @Test
  void anImportedActorIsLinkedShownAndListedAndTheSameImportAgainChangesNothing(
      @TempDir Path folder) throws Exception {
    publish(
        News.article(
            "misp-1",
            "The Gazette",
            "2023-11-05",
            "Hackers stole $8 million from Rowanberry Exchange on 2 November 2023. The FBI said"
                + " that the money was stolen by Copperdusk Heron."));
    Path cluster =
        Files.writeString(
            folder.resolve("cluster.json"),
            """
            {"category": "actor", "type": "test", "version": 1, "values": [
              {"value": "HEIST-0042",
               "meta": {"cfr-suspected-state-sponsor": "Iran (Islamic Republic of)",
                        "synonyms": ["Copperdusk Heron", "Reaper"],
                        "refs": ["https://labs.example/42"]}},
              {"meta": {}}
            ]}
            """);

    Command rehearsed = command("knowledge", "import", "--dry-run", "--misp", cluster.toString());
    Command imported = command("knowledge", "import", "--misp", cluster.toString());
    drain();
    Command again = command("knowledge", "import", "--misp", cluster.toString());

    assertThat(rehearsed.out()).isEqualTo(imported.out());
    assertThat(imported.out()).contains("1 actors new", "1 aliases added", "already names apt37");
    assertThat(imported.err()).contains("entry 2: has no value");
    assertThat(imported.status()).isEqualTo(1);
    assertThat(again.out()).contains("0 actors new", "1 actors unchanged", "0 aliases added");
    assertThat(incidentOf("Rowanberry Exchange").orElseThrow().getActors())
        .extracting("id", "sponsor")
        .containsExactly(tuple("heist-0042", Optional.of("iran")));
    assertThat(command("knowledge", "show", "copperdusk heron").out())
        .contains("HEIST-0042 (actor, heist-0042)", "Iran", "Copperdusk Heron (by MISP test)")
        .contains("https://labs.example/42");
    assertThat(command("knowledge", "list", "--added", "--below", "iran").out())
        .contains("heist-0042")
        .doesNotContain("muddywater");
  }

  @Test
  void whatKnowledgeCannotDoIsSaid() {
    assertThat(command("knowledge", "show", "Nobody At All").err())
        .contains("'Nobody At All' stands for nothing known");
    assertThat(command("knowledge", "add", "actor", "X Owls", "--sponsor", "Atlantis").err())
        .isEqualTo(
            "heistline: no actor is known as 'Atlantis'; add it first, or see knowledge list"
                + System.lineSeparator());
    assertThat(command("knowledge", "remove", "actor", "Lazarus Group").err())
        .contains("is bundled with Heistline");
  }

  private Command command(String... words) {
    Stream<String> cluster =
        Stream.of(
            "--bootstrap-servers",
            settings.bootstrapServers(),
            "--registry",
            settings.registryUrl());
    return Command.run(Stream.concat(Stream.of(words), cluster).toArray(String[]::new));
  }

  private void publish(Article... articles) throws InterruptedException {
    try (ArticlePublisher publisher = new ArticlePublisher(topics)) {
      List.of(articles).forEach(publisher::publish);
    }
    drain();
  }

  private void drain() throws InterruptedException {
    stack.drain();
  }

  private Optional<Incident> incidentOf(String victim) {
    return TopicTable.read(settings, topics.incidents()).values().stream()
        .filter(incident -> incident.getVictim().getName().equals(victim))
        .findFirst();
  }

  private Optional<ActorTotals> totalsOf(String actor) {
    return Optional.ofNullable(TopicTable.read(settings, topics.actorTotals()).get(actor));
  }

  private <V> void put(Topic<V> topic, String key, V value) throws Exception {
    try (KafkaProducer<String, V> producer =
        new KafkaProducer<>(
            settings.clientConfig(), topic.keySerde().serializer(), topic.values().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }

  private List<ConsumerRecord<String, Object>> readGenerically(Topic<?> topic) {
    KafkaAvroDeserializer values = new KafkaAvroDeserializer();
    values.configure(
        Map.of("schema.registry.url", settings.registryUrl(), "specific.avro.reader", false),
        false);
    Map<String, Object> config = settings.clientConfig();
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, Object>> records = new ArrayList<>();
    try (KafkaConsumer<String, Object> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new AvroOnly(values))) {
      List<TopicPartition> partitions =
          Stream.iterate(0, i -> i + 1)
              .limit(PARTITIONS)
              .map(i -> new TopicPartition(topic.name(), i))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    records.removeIf(record -> record.value() == null || record.value() == AvroOnly.UNREADABLE);
    return records;
  }

  /** The garbage of another test is not to stop this reader. */
  private record AvroOnly(KafkaAvroDeserializer avro)
      implements org.apache.kafka.common.serialization.Deserializer<Object> {
    static final Object UNREADABLE = new Object();

    @Override
    public Object deserialize(String topic, byte[] bytes) {
      return bytes.length > 0 && bytes[0] == 0 ? avro.deserialize(topic, bytes) : UNREADABLE;
    }
  }
}
