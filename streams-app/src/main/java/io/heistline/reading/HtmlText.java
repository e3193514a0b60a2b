package io.heistline.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The paragraphs of an HTML page, without navigation, asides, banners and the like. */
final class HtmlText {
  private static final Set<String> PAGE_FURNITURE =
      Set.of(
          "nav",
          "header",
          "footer",
          "aside",
          "script",
          "style",
          "noscript",
          "form",
          "button",
          "svg",
          "iframe",
          "template",
          "figcaption",
          "select",
          "textarea",
          "head",
          "title",
          "dialog",
          "del",
          "s",
          "strike");

  /** Words in a class or id that tell furniture: {@code <div class="cookie-banner">}. */
  private static final Set<String> FURNITURE_WORDS =
      Set.of(
          "cookie",
          "cookies",
          "consent",
          "newsletter",
          "subscribe",
          "subscription",
          "share",
          "sharing",
          "social",
          "related",
          "sidebar",
          "advert",
          "advertisement",
          "ads",
          "promo",
          "comments",
          "breadcrumb",
          "breadcrumbs",
          "menu",
          "navigation",
          "nav",
          "footer",
          "popup",
          "modal",
          "recommended",
          "trending",
          "byline",
          "comment",
          "disqus",
          "caption",
          "signup",
          "paywall",
          "gdpr",
          "outbrain",
          "taboola",
          "sponsored");

  /** How a style hides what nobody shall read. */
  private static final Pattern HIDING =
      Pattern.compile("(?i)(display:\\s*none|visibility:\\s*hidden)");

  /**
   * The part of a page's text that must be left when furniture by class is gone; with less of it, a
   * class has been misread ("content-with-sidebar") and all is taken.
   */
  private static final double LEAST_PART_LEFT = 0.3;

  private HtmlText() {}

  static List<String> paragraphs(String html) {
    Document page = Jsoup.parse(html);
    List<String> all = paragraphs(page, false);
    List<String> clean = paragraphs(page, true);
    return length(clean) >= LEAST_PART_LEFT * length(all) ? clean : all;
  }

  private static int length(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(String::length).sum();
  }

  private static List<String> paragraphs(Document page, boolean judgeByClass) {
    Collector collector = new Collector(judgeByClass);
    NodeTraversor.filter(collector, page);
    collector.endParagraph();
    return collector.paragraphs;
  }

  /** Walks the page without recursion: nesting may be deep. */
  private static final class Collector implements NodeFilter {
    private final boolean judgeByClass;
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();

    Collector(boolean judgeByClass) {
      this.judgeByClass = judgeByClass;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        paragraph.append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (isFurniture(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (isBlock(element) || element.normalName().equals("br")) {
          endParagraph();
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && isBlock(element)) {
        endParagraph();
      }
      return FilterResult.CONTINUE;
    }

    /** "ins" marks a correction within a sentence, whatever the parser thinks. */
    private static boolean isBlock(Element element) {
      return element.isBlock() && !element.normalName().equals("ins");
    }

    void endParagraph() {
      String words = MainText.squeeze(paragraph.toString());
      if (!words.isEmpty()) {
        paragraphs.add(words);
      }
      paragraph.setLength(0);
    }

    private boolean isFurniture(Element element) {
      if (PAGE_FURNITURE.contains(element.normalName()) || isHidden(element)) {
        return true;
      }
      if (!judgeByClass
          || element.normalName().equals("body")
          || element.normalName().equals("html")) {
        return false;
      }
      return hasFurnitureWord(element.className()) || hasFurnitureWord(element.id());
    }

    private static boolean isHidden(Element element) {
      return element.hasAttr("hidden")
          || element.attr("aria-hidden").equals("true")
          || HIDING.matcher(element.attr("style")).find();
    }

    private static boolean hasFurnitureWord(String names) {
      if (names.isEmpty()) {
        return false;
      }
      int start = 0;
      String lower = names.toLowerCase(Locale.ROOT);
      for (int i = 0; i <= lower.length(); i++) {
        if (i == lower.length() || !Character.isLetterOrDigit(lower.charAt(i))) {
          if (FURNITURE_WORDS.contains(lower.substring(start, i))) {
            return true;
          }
          start = i + 1;
        }
      }
      return false;
    }
  }
}
