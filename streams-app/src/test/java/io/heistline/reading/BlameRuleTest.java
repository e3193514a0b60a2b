package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.ActorMention;
import io.heistline.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BlameRuleTest {

  @Test
  void blamesWhoClaimsTheDeedAndNotWhoIsNamedBesides() {
    assertThat(
            blamed(
                "Oakmart hacked",
                "Oakmart was hacked on Monday. The Night Owls claimed responsibility for the attack."
                    + " The Zorro gang retired in May."))
        .containsExactly("Night Owls");
  }

  @Test
  void blamesTheOnlyGroup() {
    assertThat(blamed("Oakmart hacked", "Oakmart was hacked. The Zorro gang is active again."))
        .containsExactly("Zorro");
  }

  @Test
  void blamesTheChargedForAllThatTheArticleTells() {
    assertThat(
            blamed(
                "Two hackers charged",
                "Zed Quux and Ann Lee were charged with hacking Pinemart. A shop there closed."
                    + " The breach of Oakmart exposed 4,000 customers."))
        .containsExactly("Zed Quux", "Ann Lee");
  }

  @Test
  void doesNotBlameForWhatIsUnrelated() {
    assertThat(
            blamed(
                "Pinemart hacked",
                "Pinemart was hacked. The hack was the work of the Night Owls and is not related to the"
                    + " Oakmart data breach."))
        .isEmpty();
  }

  @Test
  void aStrainBlamesNobody() {
    assertThat(blamed("Oakmart hacked", "Oakmart was hit by Grub, a virus.")).isEmpty();
  }

  private static List<String> blamed(String title, String body) {
    return Given.READER.read(Given.article(title, body)).stream()
        .filter(claim -> claim.getVictim().filter("Oakmart"::equals).isPresent())
        .findFirst()
        .map(Claim::getActors)
        .orElseThrow()
        .stream()
        .map(ActorMention::getName)
        .toList();
  }
}
