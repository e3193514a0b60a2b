package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.Certainty;
import io.heistline.model.Entity;
import io.heistline.model.EntityRef;
import io.heistline.model.EntityType;
import io.heistline.model.LinkedActor;
import io.heistline.model.LinkedClaim;
import io.heistline.reading.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every name that the bundle marks as ambiguous: where it is only a word nobody is claimed, where
 * the context supports it whom it names is. The names come from the bundle, so that a new one is
 * tested without a word here.
 */
final class AmbiguousNamesTest {
  private static final Knowledge BUNDLE = Knowledge.bundled();
  private static final SortedMap<String, Alias> NAMES = BUNDLE.aliases();
  private static final Reader READER = new Reader(BUNDLE);

  /** A name, as it is written, and whom it names in context. */
  record Ambiguous(String name, Entity entity) {
    @Override
    public String toString() {
      return name + " (" + entity.getId() + ")";
    }
  }

  static Stream<Ambiguous> actors() {
    return ambiguous(EntityType.ACTOR).filter(each -> !BUNDLE.isState(each.entity().getId()));
  }

  static Stream<Ambiguous> states() {
    return ambiguous(EntityType.ACTOR).filter(each -> BUNDLE.isState(each.entity().getId()));
  }

  static Stream<Ambiguous> victims() {
    return ambiguous(EntityType.VICTIM);
  }

  static Stream<Ambiguous> all() {
    return Stream.concat(ambiguous(EntityType.ACTOR), victims());
  }

  private static Stream<Ambiguous> ambiguous(EntityType type) {
    return NAMES.entrySet().stream()
        .filter(name -> BUNDLE.isAmbiguous(name.getKey(), type))
        .flatMap(
            name ->
                name.getValue().getEntities().stream()
                    .filter(entity -> entity.getType() == type)
                    .map(entity -> new Ambiguous(name.getValue().getName(), entity)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void asAWordBesideATheftItClaimsNobody(Ambiguous name) {
    assertThat(
            named(
                name,
                "Hackers stole $5 million from Zuzubit Exchange on 3 May 2023. A talk in the same"
                    + " week was about %s and the weather. The weather was fine."))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void asAWordInTheSentenceOfATheftItClaimsNobody(Ambiguous name) {
    assertThat(
            named(
                name,
                "Thieves took $5 million out of the tills of Zuzubit Exchange on 3 May 2023, says a"
                    + " long story with the headline \"Rain, wind and %s\"."))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void writtenSmallItClaimsNobody(Ambiguous name) {
    assertThat(
            named(
                new Ambiguous(name.name().toLowerCase(java.util.Locale.ROOT), name.entity()),
                "Hackers stole $5 million from Zuzubit Exchange on 3 May 2023. It was lost like"
                    + " %s in the wind."))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("actors")
  void calledAGangItIsTheActor(Ambiguous name) {
    assertThat(named(name, "The %s gang stole $5 million from Zuzubit Exchange on 3 May 2023."))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("states")
  void blamedForATheftItIsTheState(Ambiguous name) {
    assertThat(
            named(
                name,
                "Hackers stole $5 million from Zuzubit Exchange on 3 May 2023. Officials said that"
                    + " %s was behind the theft."))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("victims")
  void stolenFromItIsTheVictim(Ambiguous name) {
    assertThat(named(name, "Hackers stole $5 million from %s on 3 May 2023.")).isNotEmpty();
  }

  @Test
  void thereAreSuchNamesOfEveryKind() {
    assertThat(actors().count()).isGreaterThan(150);
    assertThat(states().count()).isGreaterThan(10);
    assertThat(victims().count()).isGreaterThan(150);
  }

  /** What the article claims of whom the name stands for. */
  private static List<String> named(Ambiguous name, String body) {
    String id = name.entity().getId();
    return READER.read(article(body.formatted(name.name()))).stream()
        .map(claim -> Linker.link(claim, key -> Optional.ofNullable(NAMES.get(key))))
        .flatMap(claim -> ids(claim, name.entity().getType()))
        .filter(id::equals)
        .toList();
  }

  private static Stream<String> ids(LinkedClaim claim, EntityType type) {
    return type == EntityType.VICTIM
        ? claim.getVictim().map(EntityRef::getId).stream()
        : claim.getActors().stream()
            .filter(actor -> actor.getCertainty() != Certainty.DENIED)
            .map(LinkedActor::getId);
  }

  private static Article article(String body) {
    return Article.newBuilder()
        .setId("a")
        .setUrl("https://a.example/")
        .setPublisher("A")
        .setTitle("")
        .setBody(body)
        .setContentType("text/plain")
        .setPublishedAt(Instant.parse("2023-05-05T09:00:00Z"))
        .build();
  }
}
