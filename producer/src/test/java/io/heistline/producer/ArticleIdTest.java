package io.heistline.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleIdTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://news.example/a                         | https://news.example/a
          HTTP://WWW.News.Example:80/a/                  | https://news.example/a
          https://news.example:443/a#top                 | https://news.example/a
          http://news.example:8080/a                     | https://news.example:8080/a
          http://news.example:443/a                      | https://news.example/a
          https://news.example                           | https://news.example
          https://news.example/                          | https://news.example
          https://news.example./a                        | https://news.example/a
          https://user:secret@news.example/a             | https://news.example/a
          https://news.example/a?utm_source=x&UTM_b=1    | https://news.example/a
          https://news.example/a?b=2&fbclid=9&a=1&gclid= | https://news.example/a?a=1&b=2
          https://news.example/a/?id=7&                  | https://news.example/a?id=7
          https://news.example/A?Q=A                     | https://news.example/A?Q=A
          https://news.example/caf%c3%a9/%7ex            | https://news.example/caf%C3%A9/~x
          https://news.example/café                      | https://news.example/caf%C3%A9
          https://news.example/a b|https://news.example/a%20b
          https://news.example/100%                      | https://news.example/100%25
          https://news.example/a%2Fb                     | https://news.example/a%2Fb
          https://bücher.example/a                       | https://xn--bcher-kva.example/a
          https://[2001:DB8::1]:443/a                    | https://[2001:db8::1]/a
          https://www.com/a                              | https://www.com/a
          https://my_host.example/a                      | https://my_host.example/a
          file:///samples/a.txt                          | file:///samples/a.txt
          file:/samples/a.txt                            | file:///samples/a.txt
          URN:heistline:gold-1                           | urn:heistline:gold-1
          """)
  void givesOneForm(String url, String canonical) {
    assertThat(ArticleId.canonical(url)).isEqualTo(canonical);
    assertThat(ArticleId.canonical(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          news.example/a             | no scheme
          ''                         | no scheme
          https:///a                 | no host
          https://                   | no host
          https://exa mple/a         | no host name
          https://a..b/              | no host name
          https://news.example:x/    | no host and port
          https://news.example:70000 | port is above 65535
          javascript:alert(1)        | scheme is javascript
          ftp://news.example/a       | scheme is ftp
          file://server/a            | a file has no host
          """)
  void saysWhyAUrlIsNone(String url, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArticleId.of(url))
        .withMessageContaining(why);
  }

  @Test
  void refusesAUrlWithoutEnd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArticleId.of("https://news.example/" + "a".repeat(5_000)))
        .withMessage("URL has 5021 characters, more than 4096");
  }

  /** Ids are keys of a public topic: they must never change. */
  @Test
  void keepsItsIds() {
    assertThat(ArticleId.of("https://www.news.example/a?utm_source=x"))
        .isEqualTo(ArticleId.of("http://news.example/a/"))
        .isEqualTo(Digest.of("https://news.example/a").substring(0, 20))
        .isEqualTo("95bbca1f9b4bae7d73e8");
  }

  @Property
  void isIdempotent(@ForAll("urls") String url) {
    String canonical = ArticleId.canonical(url);
    assertThat(ArticleId.canonical(canonical)).isEqualTo(canonical);
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> rest = Arbitraries.strings().all().excludeChars('\uD800').ofMaxLength(30);
    return Combinators.combine(
            Arbitraries.of("http://", "HTTPS://www.", "https://"),
            Arbitraries.of(List.of("news.example", "News.Example:80", "a.b.c.")),
            rest)
        .as((scheme, host, tail) -> (scheme + host + "/" + tail).strip());
  }
}
