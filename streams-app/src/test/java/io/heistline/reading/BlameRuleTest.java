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
  void blamesWhomTheTitleBlames() {
    assertThat(
            blamed("Freedonian hackers strike shops", "Oakmart was hacked on Monday. It closed."))
        .containsExactly("Freedonia");
  }

  @Test
  void blamesForThoseBesideTheNewsToo() {
    assertThat(
            blamed(
                "Pinemart and Oakmart hacked",
                "Hackers breached Pinemart and Oakmart. The Night Owls claimed responsibility for the"
                    + " attack."))
        .containsExactly("Night Owls");
  }

  @Test
  void doesNotBlameForADeedLookedBackAt() {
    assertThat(
            blamed(
                "Oakmart hacked",
                "Oakmart was hacked. Others recall the Pinemart hack. That attack was traced to"
                    + " Freedonia."))
        .isEmpty();
    assertThat(
            blamed(
                "Oakmart hacked",
                "Oakmart was hacked. In the past Freedonian hackers have robbed shops."))
        .isEmpty();
  }

  @Test
  void aPlaceWhereSomebodySpeaksIsNotWhomHeRobbed() {
    assertThat(
            blamed(
                "Oakmart hacked",
                "Oakmart was hacked. The hacker, who goes by the name \"zuzu\" on Pinemart, leaked it."))
        .containsExactly("zuzu");
  }

  @Test
  void doesNotBlameForAnotherVictimsHack() {
    assertThat(
            blamed("Oakmart hacked", "Oakmart was hacked. Pinemart was hacked by the Zorro gang."))
        .isEmpty();
  }

  @Test
  void doesNotBlameForAnotherKindOfDeed() {
    assertThat(
            blamed(
                "Oakmart hacked",
                "Oakmart was hacked. The Zorro gang used a similar technique in May."))
        .isEmpty();
  }

  @Test
  void whatIsToldAsAStrainBlamesNobody() {
    String told =
        "Oakmart was hacked with a strain known as Night Owls. The Night Owls lock files.";

    assertThat(blamed("Oakmart hacked", told)).isEmpty();
    assertThat(blamed("Oakmart hacked", told + " The Night Owls have published its data."))
        .containsExactly("Night Owls");
  }

  @Test
  void aSellersTitleSpeaksOfAllWhoseDataHeSells() {
    assertThat(
            blamed(
                "Hacker sells 26 million accounts",
                "The Zorro gang is new. Data of Oakmart was stolen. Data of Pinemart was stolen."))
        .containsExactly("Zorro");
  }

  @Test
  void aStrainBlamesNobody() {
    assertThat(blamed("Oakmart hacked", "Oakmart was hit by Grub, a virus.")).isEmpty();
  }

  @Test
  void anArticleAboutAGangTellsOfWhomItRobbed() {
    assertThat(
            blamed(
                "Night Owls gang strikes again",
                "Pinemart was hacked by the Night Owls. Oakmart was hacked in May 2021."))
        .containsExactly("Night Owls");
  }

  @Test
  void whoTellsIsNotWhomTheyRobbed() {
    assertThat(
            blamed(
                "Oakmart hacked",
                "Oakmart was hacked. Pinemart and the Elm Times wrote that the Night Owls did it."))
        .containsExactly("Night Owls");
  }

  @Test
  void whoUsesOldPasswordsDidNotStealThem() {
    assertThat(
            blamed(
                "Pinemart hacked",
                "Pinemart was hacked. The Night Owls used passwords from the recent breaches at"
                    + " Oakmart."))
        .isEmpty();
  }

  @Test
  void theHeadOfAListBlamesForItsItems() {
    assertThat(
            blamed(
                "Reward offered",
                "Some attacks are attributed to the Night Owls:\n\nThe 2014 Oakmart hack"))
        .containsExactly("Night Owls");
  }

  @Test
  void thievesSignTheirDeeds() {
    assertThat(blamed("Oakmart hacked by Zuz3 Team", "Oakmart was hacked. It is closed."))
        .containsExactly("Zuz3 Team");
    assertThat(blamed("Oakmart hacked by SQL Injection", "Oakmart was hacked. It is closed."))
        .isEmpty();
  }

  @Test
  void whatIsLikeAGangsDeedIsNotItsOwn() {
    assertThat(blamed("Oakmart hacked", "Oakmart suffered a Night Owls style breach.")).isEmpty();
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
