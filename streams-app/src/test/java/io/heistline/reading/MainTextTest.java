package io.heistline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTextTest {

  @Test
  void isTitleBlankLineParagraphs() {
    String text = MainText.of(Given.article("A  title", "One.\n\nTwo\u00a0words.\n")).text();

    assertThat(text).isEqualTo("A title\n\nOne.\n\nTwo words.");
  }

  @Test
  void joinsLinesThatWereWrapped() {
    String text =
        MainText.of(
                Given.article(
                    "", "A line that is long enough to have been wrapped by a machine\nends here."))
            .text();

    assertThat(text)
        .isEqualTo("A line that is long enough to have been wrapped by a machine ends here.");
  }

  @Test
  void leavesOutWhatSitesAdd() {
    String text =
        MainText.of(
                Given.article(
                    "",
                    """
                    The news.

                    Read More: Other news

                    Related Article: Older news

                    \u00a9 2022 A Site All rights reserved.

                    More from ASite
                    """))
            .text();

    assertThat(text).isEqualTo("The news.");
  }

  @Test
  void leavesOutPageFurniture() {
    String text =
        MainText.of(
                Given.html(
                    """
                    <html><body><nav>Home</nav><header>Site</header>
                    <div class="cookie-banner">We like cookies</div>
                    <article><p>First <b>bold</b> words of a story that is long enough.</p>
                    <aside>Other story</aside><p>Second.</p></article>
                    <div class="share-buttons">Tweet</div><footer>Imprint</footer>
                    <script>var x = "$5 million stolen";</script></body></html>
                    """))
            .text();

    assertThat(text).isEqualTo("First bold words of a story that is long enough.\n\nSecond.");
  }

  @Test
  void leavesOutWhatNobodyShallRead() {
    String text =
        MainText.of(
                Given.html(
                    """
                    <p>Thieves took <del>$5</del> <ins>$6</ins> million, says <s>a</s> the bank.</p>
                    <p hidden>one</p><p style="color:red; display: none">two</p>
                    <span aria-hidden="true">three</span>
                    <div class="wp-caption">A photo</div><div id="disqus">First!</div>
                    """))
            .text();

    assertThat(text).isEqualTo("Thieves took $6 million, says the bank.");
  }

  @Test
  void readsEntitiesAndLeavesOutSoftHyphens() {
    String text =
        MainText.of(
                Given.html(
                    "<h2>What &amp; who</h2><ul><li>Oak&shy;mart&rsquo;s &ldquo;safe&rdquo;</li>"
                        + "<li>$5&nbsp;million</li></ul><table><tr><td>Zuzu&#8203;bit</td></tr>"))
            .text();

    assertThat(text)
        .isEqualTo("What & who\n\nOakmart\u2019s \u201Csafe\u201D\n\n$5 million\n\nZuzubit");
  }

  @Test
  void keepsAllWhereAClassIsMisread() {
    String text =
        MainText.of(Given.html("<div class='content with-sidebar'><p>All of the story.</p></div>"))
            .text();

    assertThat(text).isEqualTo("All of the story.");
  }

  @Test
  void saysThatABodyWasCut() {
    MainText main = MainText.of(Given.article("", "word ".repeat(300_000)));

    assertThat(main.cut()).isTrue();
    assertThat(main.text().length()).isLessThanOrEqualTo(MainText.MAX_BODY_CHARS);
  }
}
