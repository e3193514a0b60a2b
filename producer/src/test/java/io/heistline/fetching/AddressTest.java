package io.heistline.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  private static final URI PAGE = URI.create("https://a.example/news/feed.xml?x=1");

  @ParameterizedTest
  @CsvSource({
    "http://a.example, http://a.example/",
    "HTTPS://A.Example/B c?d=|#frag, https://a.example/B%20c?d=%7C",
    "https://a.example:8080/100%, https://a.example:8080/100%25",
    "https://b\u00FCcher.example/\u00E9, https://xn--bcher-kva.example/%C3%A9",
    "http://[2001:db8::1]/x, http://[2001:db8::1]/x",
    "item, https://a.example/news/item",
    "/item a, https://a.example/item%20a",
    "?p=2, https://a.example/news/?p=2",
    "//b.example/x, https://b.example/x",
    "'https://a.example/a\tb\n', https://a.example/ab"
  })
  void reads(String text, String address) {
    assertThat(Address.within(PAGE, text)).hasToString(address);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://a.example/x, SCHEME",
    "file:///etc/passwd, SCHEME",
    "javascript:alert(1), SCHEME",
    "jar:http://a.example!/x, SCHEME",
    "http:///x, ADDRESS",
    "http://user:secret@a.example/, ADDRESS",
    "http://a.example:99999/, ADDRESS",
    "http://a b.example/, ADDRESS",
    "http://[zz]/, ADDRESS",
    "'https://a.example/a\u0001', ADDRESS"
  })
  void refuses(String text, FetchProblem problem) {
    assertThatThrownBy(() -> Address.within(PAGE, text))
        .isInstanceOfSatisfying(
            FetchFailure.class, failure -> assertThat(failure.problem()).isEqualTo(problem));
  }
}
