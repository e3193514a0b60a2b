package io.heistline.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heistline.model.EntityRef;
import io.heistline.model.Incident;
import io.heistline.model.Kind;
import io.heistline.model.Loss;
import io.heistline.monitor.IncidentFilter;
import io.heistline.topics.ModelClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Records as ID:DOLLARS, in order of their offsets; no dollars for a tombstone. Receivers want what
 * is worth 100 or more.
 */
class BacklogTest {
  private static final String TOPIC = "heistline.incidents";

  private final Backlog backlog = new Backlog(IncidentFilter.of(Map.of("minUsd", "100")));

  /** What the receiver is told: ID for an incident as it is, -ID for one taken back. */
  private String told() {
    List<String> told = new ArrayList<>();
    for (Optional<IncidentChange> next = backlog.next(); next.isPresent(); next = backlog.next()) {
      Message message = backlog.message(next.get(), "desk", TOPIC);
      boolean gone = new String(message.body(), UTF_8).endsWith("\"incident\":null}");
      told.add((gone ? "-" : "") + next.get().id());
      backlog.done(next.get());
    }
    return String.join(" ", told);
  }

  private static IncidentChange change(int partition, long offset, String record) {
    String[] parts = record.split(":", -1);
    return new IncidentChange(
        partition,
        offset,
        1_000,
        parts[0],
        parts[1].isEmpty() ? Optional.empty() : Optional.of(incident(parts[0], parts[1])));
  }

  private static Incident incident(String id, String dollars) {
    ModelClasses.trust();
    long cents = Long.parseLong(dollars) * 100;
    return Incident.newBuilder()
        .setId(id)
        .setVictim(new EntityRef(id, id))
        .setKnownAs(List.of())
        .setKind(Kind.THEFT)
        .setActors(List.of())
        .setLoss(new Loss(cents, cents, cents, "one says so", false))
        .setPeriod(null)
        .setClaims(1)
        .setArticles(1)
        .setPublishers(1)
        .setSources(List.of())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    // before what was left off | after it | told
    "'',          a:100 b:99 c:200,       a c",
    "'',          a:100 b:200 a:300,      b a",
    "'',          a:100 a:50,             ''",
    "'',          a:100 a:,               ''",
    "a:100,       a:200,                  a",
    "a:100,       a:50,                   -a",
    "a:100,       a:,                     -a",
    "a:100,       a: a:300,               a",
    "a:50,        a:60,                   ''",
    "a:100 a:50,  a:,                     ''",
    "a:50,        a:,                     ''",
    "'',          b:,                     ''",
  })
  void isToldOfWhatItAskedForAndOfWhatGoes(String before, String after, String expected) {
    List<String> earlier = records(before);
    backlog.open(0, earlier.size());
    add(0, earlier);
    assertThat(told()).isEmpty();
    add(earlier.size(), records(after));

    assertThat(told()).isEqualTo(expected);
    assertThat(backlog.isEmpty()).isTrue();
  }

  private static List<String> records(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private void add(int from, List<String> records) {
    for (int i = 0; i < records.size(); i++) {
      backlog.add(change(0, from + i, records.get(i)));
    }
  }

  @Test
  void whatSomebodyElseTellsFromNowOnIsForgotten() {
    backlog.open(0, 0);
    backlog.open(1, 0);
    backlog.add(change(0, 0, "a:100"));
    backlog.add(change(1, 0, "b:100"));
    backlog.close(0);

    assertThat(told()).isEqualTo("b");
  }

  @Test
  void aMessageHasTheSameIdHoweverOftenItIsMade() {
    Message first = change(0, 7, "a:100").told("desk", TOPIC);

    assertThat(change(0, 7, "a:100").told("desk", TOPIC).id())
        .isEqualTo(first.id())
        .startsWith("msg_");
    assertThat(change(0, 8, "a:100").told("desk", TOPIC).id()).isNotEqualTo(first.id());
    assertThat(change(1, 7, "a:100").told("desk", TOPIC).id()).isNotEqualTo(first.id());
    assertThat(change(0, 7, "a:100").told("house", TOPIC).id()).isNotEqualTo(first.id());
    assertThat(new String(first.body(), UTF_8))
        .startsWith("{\"id\":\"a\",\"incident\":{\"id\":\"a\"");
  }
}
