package io.heistline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.linking.Linker;
import io.heistline.model.Alias;
import io.heistline.model.Article;
import io.heistline.model.EntityType;
import io.heistline.model.LinkedActor;
import io.heistline.reading.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader knows only the bundle: in which wordings an added actor is found all the same. */
final class AddedActorsTest {
  private static final Reader READER = new Reader(Knowledge.bundled());
  private static final NameBook BOOK = new NameBook(Knowledge.bundled().aliases());

  static {
    new KnowledgeDesk(BOOK, Knowledge.bundled(), OrdinaryWords.bundled())
        .add(
            new Addition(
                EntityType.ACTOR,
                "Copperdusk Heron",
                List.of("Umbrella"),
                Optional.empty(),
                Optional.of("Iran"),
                "ann"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s stole $6 million from Larchwood Exchange.",
        "The %s gang stole $6 million from Larchwood Exchange.",
        "The %s hacking group stole $6 million from Larchwood Exchange.",
        "The hacking group %s stole $6 million from Larchwood Exchange.",
        "A group known as %s stole $6 million from Larchwood Exchange.",
        "Hackers linked to %s stole $6 million from Larchwood Exchange.",
        "The North Korean group %s stole $6 million from Larchwood Exchange.",
        "Larchwood Exchange was hacked by %s and lost $6 million.",
        "Larchwood Exchange lost $6 million in an attack by %s.",
        "Hackers stole $6 million from Larchwood Exchange. The theft was carried out by %s.",
        "Hackers stole $6 million from Larchwood Exchange. Police said %s was behind the theft."
      })
  void anAddedActorIsFound(String wording) {
    assertThat(actors(wording.formatted("Copperdusk Heron"))).contains("copperdusk-heron");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Umbrella gang stole $6 million from Larchwood Exchange.          | true",
        "The Umbrella hacking group stole $6 million from Larchwood Exchange. | true",
        "Larchwood Exchange was hacked by Umbrella and lost $6 million.       | false"
      })
  void anAddedWordIsTheActorOnlyWhereItIsCalledAGang(String body, boolean actor) {
    assertThat(actors(body).contains("copperdusk-heron")).isEqualTo(actor);
  }

  private static List<String> actors(String body) {
    return READER.read(article(body)).stream()
        .map(claim -> Linker.link(claim, AddedActorsTest::known))
        .flatMap(claim -> claim.getActors().stream())
        .map(LinkedActor::getId)
        .toList();
  }

  private static Optional<Alias> known(String key) {
    return Stream.ofNullable(BOOK.names().get(key)).findFirst();
  }

  private static Article article(String body) {
    return Article.newBuilder()
        .setId("a")
        .setUrl("https://a.example/")
        .setPublisher("A")
        .setTitle("")
        .setBody(body)
        .setContentType("text/plain")
        .setPublishedAt(Instant.parse("2023-10-05T09:00:00Z"))
        .build();
  }
}
