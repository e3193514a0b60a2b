package io.heistline.syndication;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * A tree of XML that need not be well-formed: elements that are not closed end with the one around
 * them, prefixes that nobody declared mean what they usually do.
 */
final class XmlTree {
  /** Prefixes that feeds use without declaring them. */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("atom", "http://www.w3.org/2005/Atom"),
          Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
          Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
          Map.entry("media", "http://search.yahoo.com/mrss/"),
          Map.entry("news", "http://www.google.com/schemas/sitemap-news/0.9"),
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
          Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"));

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private XmlTree() {}

  /** The tree, if there is an element at all. */
  static Optional<Document> of(String screened) {
    org.jsoup.nodes.Document parsed =
        Parser.xmlParser().settings(ParseSettings.preserveCase).parseInput(screened, "");
    return parsed.children().stream()
        .findFirst()
        .map(root -> new Document(element(root, Map.of("xml", XML))));
  }

  /** As deep as the screen lets pass. */
  private static Element element(org.jsoup.nodes.Element source, Map<String, String> outer) {
    Map<String, String> scope = scope(source, outer);
    Element element = named(source.tagName(), scope);
    for (org.jsoup.nodes.Attribute attribute : source.attributes()) {
      attribute(attribute.getKey(), attribute.getValue(), scope)
          .filter(made -> element.getAttribute(made.getName(), made.getNamespace()) == null)
          .ifPresent(element::setAttribute);
    }
    for (Node child : source.childNodes()) {
      content(child, scope).ifPresent(element::addContent);
    }
    return element;
  }

  private static Optional<Content> content(Node node, Map<String, String> scope) {
    if (node instanceof org.jsoup.nodes.Element element) {
      return Optional.of(element(element, scope));
    }
    if (node instanceof TextNode text) {
      return Optional.of(new org.jdom2.Text(legal(text.getWholeText())));
    }
    return Optional.empty();
  }

  private static Map<String, String> scope(
      org.jsoup.nodes.Element source, Map<String, String> outer) {
    Map<String, String> scope = outer;
    for (org.jsoup.nodes.Attribute attribute : source.attributes()) {
      String key = attribute.getKey();
      if (key.equals("xmlns") || key.startsWith("xmlns:")) {
        if (scope == outer) {
          scope = new HashMap<>(outer);
        }
        String prefix = key.equals("xmlns") ? "" : key.substring("xmlns:".length());
        scope.put(prefix, legal(attribute.getValue()).strip());
      }
    }
    return scope;
  }

  private static Element named(String name, Map<String, String> scope) {
    String prefix = prefix(name);
    String local = localName(name);
    if (Verifier.checkElementName(local) != null) {
      return new Element("unknown");
    }
    return new Element(local, namespace(prefix, scope));
  }

  private static Optional<Attribute> attribute(
      String name, String value, Map<String, String> scope) {
    String local = localName(name);
    if (name.equals("xmlns")
        || name.startsWith("xmlns:")
        || Verifier.checkAttributeName(local) != null) {
      return Optional.empty();
    }
    String prefix = prefix(name);
    Namespace namespace = prefix.isEmpty() ? Namespace.NO_NAMESPACE : namespace(prefix, scope);
    return Optional.of(new Attribute(local, legal(value), namespace));
  }

  private static Namespace namespace(String prefix, Map<String, String> scope) {
    String uri =
        Optional.ofNullable(scope.get(prefix))
            .orElseGet(
                () ->
                    prefix.isEmpty()
                        ? ""
                        : USUAL.getOrDefault(
                            prefix.toLowerCase(Locale.ROOT), "urn:undeclared:" + prefix));
    if (uri.isEmpty()) {
      return Namespace.NO_NAMESPACE;
    }
    if (uri.equals(XML)) {
      return Namespace.XML_NAMESPACE;
    }
    boolean legal =
        Verifier.checkNamespacePrefix(prefix) == null
            && Verifier.checkNamespaceURI(uri) == null
            && !prefix.equals("xml");
    return legal ? Namespace.getNamespace(prefix, uri) : Namespace.NO_NAMESPACE;
  }

  private static String prefix(String name) {
    int colon = name.indexOf(':');
    return colon <= 0 ? "" : name.substring(0, colon);
  }

  private static String localName(String name) {
    return name.substring(name.indexOf(':') + 1).replace(':', '_');
  }

  /** Character references may stand for characters that XML does not allow. */
  static String legal(String text) {
    if (Verifier.checkCharacterData(text) == null) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(Verifier::isXMLCharacter).forEach(legal::appendCodePoint);
    return legal.toString();
  }
}
