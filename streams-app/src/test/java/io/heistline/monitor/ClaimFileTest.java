package io.heistline.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.Claim;
import io.heistline.model.EntityRef;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Scope;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.Topic;
import io.heistline.topics.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ClaimFileTest {
  private static final long ROOM = 10_000;

  private final Topic<LinkedClaim> topic =
      new Topics(new ClusterSettings("localhost:1", "mock://claim-file", "test", 1, (short) 1))
          .linkedClaims();
  private final ClaimFile file = new ClaimFile(topic, ROOM);

  private void apply(String subject, String article, int number, boolean there) {
    String id = article + "-" + number;
    LinkedClaim claim =
        LinkedClaim.newBuilder()
            .setClaim(
                Claim.newBuilder()
                    .setId(id)
                    .setArticleId(article)
                    .setUrl("https://x.example/" + article)
                    .setPublisher("X")
                    .setPublishedAt(Instant.EPOCH)
                    .setScope(Scope.INCIDENT)
                    .setKind(Kind.THEFT)
                    .setVictim(subject)
                    .setActors(List.of())
                    .setAmounts(List.of())
                    .setEvidence(new Evidence("It was stolen.", 0, 14))
                    .build())
            .setVictim(new EntityRef(subject, subject))
            .setActors(List.of())
            .setAttributedBy(List.of())
            .build();
    byte[] bytes = there ? topic.values().serializer().serialize(topic.name(), claim) : null;
    file.apply(new ConsumerRecord<>(topic.name(), 0, 0, subject + "/" + id, bytes));
  }

  @Test
  void aClaimThatMovesToAnotherSubjectStaysWhenTheOldKeyGoesLater() {
    apply("axie", "a", 1, true);
    apply("axie-infinity", "a", 1, true);
    apply("axie", "a", 1, false);

    assertThat(file.find("a-1").flatMap(LinkedClaim::getVictim))
        .contains(new EntityRef("axie-infinity", "axie-infinity"));
    apply("axie-infinity", "a", 1, false);
    assertThat(file.find("a-1")).isEmpty();
  }

  @Test
  void theClaimsOfAnArticleAreItsOwn() {
    apply("axie", "a", 1, true);
    apply("axie", "a", 2, true);
    apply("axie", "a-2", 1, true);
    apply("axie", "b", 1, true);

    assertThat(file.of("a"))
        .extracting(claim -> claim.getClaim().getId())
        .containsExactly("a-1", "a-2");
  }

  @Test
  void whatHasNoRoomIsCounted() {
    for (int i = 0; i < 1_000; i++) {
      apply("axie", "a", i, true);
    }

    assertThat(file.size()).isLessThan(200);
    assertThat(file.leftOut()).isEqualTo(1_000 - file.size());
  }
}
