package io.heistline.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Bound;
import io.heistline.model.Claim;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private final Topics topics =
      new Topics(new ClusterSettings("unused:9092", "mock://topics-test", "h", 3, (short) 1));

  @Test
  void everyTopicOfTheDesignIsThereUnderThePrefix() {
    assertThat(topics.all())
        .extracting(Topic::name)
        .containsExactlyInAnyOrder(
            "h.feeds",
            "h.feed-state",
            "h.articles",
            "h.claims",
            "h.linked-claims",
            "h.knowledge",
            "h.rates",
            "h.rulings",
            "h.incidents",
            "h.actor-totals",
            "h.dead-letters");
  }

  @Test
  void allAreCompactedButDeadLetters() {
    for (Topic<?> topic : topics.all()) {
      String kept = topic.name().equals("h.dead-letters") ? "delete" : "compact";
      assertThat(topic.config()).as(topic.name()).containsEntry("cleanup.policy", kept);
    }
  }

  @Test
  void everyFieldOfEverySchemaIsDocumented() {
    for (Topic<?> topic : topics.all()) {
      topic
          .schema()
          .ifPresent(
              schema -> {
                assertThat(schema.getDoc()).as(topic.name()).isNotBlank();
                schema
                    .getFields()
                    .forEach(
                        field ->
                            assertThat(field.doc())
                                .as(topic.name() + "." + field.name())
                                .isNotBlank());
              });
    }
  }

  @Test
  void aRecordComesBackAsItWentInWithMoneyAndDatesExact() {
    Claim claim =
        Claim.newBuilder()
            .setId("a-1")
            .setArticleId("a")
            .setUrl("https://one.example/a")
            .setPublisher("one")
            .setPublishedAt(Instant.parse("2022-03-29T10:00:00Z"))
            .setScope(Scope.INCIDENT)
            .setKind(Kind.THEFT)
            .setVictim("Ronin Network")
            .setAmounts(
                List.of(
                    Amount.newBuilder()
                        .setRole(AmountRole.LOSS)
                        .setValue(new BigDecimal("173600.12345678"))
                        .setCurrency("ETH")
                        .setUsdCents(62_500_000_001L)
                        .setBound(Bound.AT_LEAST)
                        .setText("173,600.12345678 ETH")
                        .build()))
            .setPeriod(
                new Period(
                    LocalDate.parse("2022-03-01"), LocalDate.parse("2022-03-31"), Precision.MONTH))
            .setEvidence(new Evidence("They took it.", 0, 13))
            .build();
    Topic<Claim> topic = topics.claims();

    byte[] bytes = topic.values().serializer().serialize(topic.name(), claim);
    assertThat(topic.values().deserializer().deserialize(topic.name(), bytes)).isEqualTo(claim);
    assertThat(bytes[0]).as("magic byte of Confluent's wire format").isZero();
  }
}
