package io.heistline.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFileTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir private Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("webhooks.yaml"), yaml.replace("SECRET", SECRET));
  }

  @Test
  void thereAreNoneUnlessAFileIsNamed() {
    assertThat(WebhookFile.fromEnvironment(Map.of())).isEmpty();
    assertThat(WebhookFile.fromEnvironment(Map.of(WebhookFile.FILE, " "))).isEmpty();
  }

  @Test
  void readsWhatAnOperatorWrites() throws IOException {
    Files.writeString(folder.resolve("desk.secret"), SECRET + "\n\n" + SECRET + "\n");
    Path file =
        file(
            """
            - name: desk
              url: https://hooks.example.com/heists
              secretFile: desk.secret
              filter: {sponsor: north-korea, minUsd: 1000000}
            - name: house
              url: http://10.0.0.7:9000/
              secret: SECRET
              history: true
              allowPrivate: true
            """);

    assertThat(WebhookFile.fromEnvironment(Map.of(WebhookFile.FILE, file.toString())))
        .satisfiesExactly(
            desk -> {
              assertThat(desk.secrets()).hasSize(2);
              assertThat(desk.history()).isFalse();
              assertThat(desk.allowPrivate()).isFalse();
              assertThat(desk).hasToString("webhook desk (hooks.example.com)");
            },
            house -> {
              assertThat(house.history()).isTrue();
              assertThat(house.allowPrivate()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1}                                                  | it is no list",
        "- [                                                     | it is no YAML",
        "- {url: 'https://a.example/', secret: SECRET}           | entry 1: it has no name",
        "- {name: a, secret: SECRET}                             | entry 1: it has no url",
        "- {name: a, url: 'https://a.example/'}                  | there are 0 secrets; give 1",
        "- {name: 'A b', url: 'https://a.example/', secret: SECRET} | use 1 to 60 of a-z 0-9 -",
        "- {name: a, url: 'http://a.example/', secret: SECRET}   | url is no https",
        "- {name: a, url: 'ftp://a.example/', secret: SECRET, allowPrivate: true} | no https",
        "- {name: a, url: 'https://u:p@a.example/', secret: SECRET} | a user",
        "- {name: a, url: 'https:///x', secret: SECRET}          | no host",
        "- {name: a, url: 'https://a.example/ x', secret: SECRET} | entry 1",
        "- {name: a, url: 'https://a.example/', secret: short}   | entry 1: a secret is whsec_",
        "- {name: a, url: 'https://a.example/', secretFile: none} | none cannot be read",
        "- {name: a, url: 'https://a.example/', secret: SECRET, colour: red} | no field 'colour'",
        "- {name: a, url: 'https://a.example/', secret: SECRET, history: maybe} | not true or false",
        "- {name: a, url: 'https://a.example/', secret: SECRET, filter: all} | filter is no object",
        "- {name: a, url: 'https://a.example/', secret: SECRET, filter: {minUsd: x}} | filter: 'minUsd'",
        "- {name: a, url: 'https://a.example/', secret: SECRET, filter: {sort: loss}} | 'sort'",
      })
  void saysWhichEntryMakesNoSense(String yaml, String problem) throws IOException {
    Path file = file(yaml);

    assertThatThrownBy(() -> WebhookFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(problem)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void aNameIsGivenOnceAndThereAreNotTooMany() throws IOException {
    String entry = "- {name: NAME, url: 'https://a.example/', secret: SECRET}\n";
    Path twice = file(entry.repeat(2).replace("NAME", "a"));
    assertThatThrownBy(() -> WebhookFile.read(twice)).hasMessageContaining("entry 2: another");

    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= WebhookFile.MOST_HOOKS; i++) {
      many.append(entry.replace("NAME", "a" + i));
    }
    Path tooMany = file(many.toString());
    assertThatThrownBy(() -> WebhookFile.read(tooMany)).hasMessageContaining("20 can be had");
  }
}
