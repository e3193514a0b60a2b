package io.heistline.syndication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Makes of what a feed's author meant what the library that reads feeds expects. */
final class Repaired {
  static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  static final Namespace ATOM_03 = Namespace.getNamespace("http://purl.org/atom/ns#");
  private static final Namespace RSS_10 = Namespace.getNamespace("http://purl.org/rss/1.0/");
  private static final Namespace RSS_090 =
      Namespace.getNamespace("http://my.netscape.com/rdf/simple/0.9/");
  private static final Namespace RSS_090_CHANNEL =
      Namespace.getNamespace("http://channel.netscape.com/rdf/simple/0.9/");
  private static final Namespace RDF =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  private static final Set<String> VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");

  /** Of no use here, and a reason to fail where they hold nonsense. */
  private static final Set<String> USELESS =
      Set.of("cloud", "image", "rating", "skipDays", "skipHours", "textInput", "textinput", "ttl");

  private Repaired() {}

  /** The root of an RSS, RDF or Atom feed, as it should be; empty if it is none. */
  static Optional<Element> feed(Element root) {
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "rss" -> Optional.of(rss(root));
      case "channel" -> Optional.of(rss(new Element("rss").addContent(root.detach())));
      case "rdf" -> Optional.of(rdf(root));
      case "feed" -> Optional.of(atom(root));
      default -> Optional.empty();
    };
  }

  private static Element rss(Element root) {
    move(root, channel(root).getNamespace(), Namespace.NO_NAMESPACE);
    root.setName("rss");
    root.setNamespace(Namespace.NO_NAMESPACE);
    String version = Optional.ofNullable(root.getAttributeValue("version")).orElse("");
    if (!VERSIONS.contains(version.strip())) {
      root.setAttribute("version", "2.0");
    }
    Element channel = channel(root);
    adopt(channel, root.getChildren("item"));
    dropUseless(channel);
    return root;
  }

  /** The one channel; made where there is none. */
  private static Element channel(Element root) {
    return root.getChildren().stream()
        .filter(child -> child.getName().equals("channel"))
        .findFirst()
        .orElseGet(
            () -> {
              Element made = new Element("channel", root.getNamespace());
              root.addContent(made);
              return made;
            });
  }

  private static void adopt(Element parent, List<Element> children) {
    for (Element child : new ArrayList<>(children)) {
      parent.addContent(child.detach());
    }
  }

  private static Element rdf(Element root) {
    Namespace said = channel(root).getNamespace();
    boolean old = said.equals(RSS_090) || said.equals(RSS_090_CHANNEL);
    Namespace right = old ? RSS_090 : RSS_10;
    move(root, said, right);
    root.setName("RDF");
    root.setNamespace(RDF);
    root.removeNamespaceDeclaration(RSS_10);
    root.addNamespaceDeclaration(right);
    Element channel = channel(root);
    adopt(root, channel.getChildren("item", right));
    dropUseless(channel);
    return root;
  }

  private static Element atom(Element root) {
    Namespace said = root.getNamespace();
    boolean old =
        said.getURI().equals(ATOM_03.getURI()) || "0.3".equals(root.getAttributeValue("version"));
    move(root, said, old ? ATOM_03 : ATOM);
    root.setName("feed");
    if (old) {
      root.setAttribute("version", "0.3");
      decode(root);
    }
    return root;
  }

  /** The library stumbles over white space around Base64, and one item would cost all others. */
  private static void decode(Element element) {
    if ("base64".equalsIgnoreCase(element.getAttributeValue("mode"))) {
      element.setText(XmlTree.legal(decoded(element.getText())));
      element.setAttribute("mode", "escaped");
    }
    element.getChildren().forEach(Repaired::decode);
  }

  private static String decoded(String base64) {
    try {
      return new String(
          Base64.getDecoder().decode(base64.replaceAll("\\s", "")), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return base64; // said to be Base64, and is not
    }
  }

  private static void dropUseless(Element channel) {
    channel.getChildren().removeIf(child -> USELESS.contains(child.getName()));
  }

  /** Takes all elements of a namespace into another. */
  private static void move(Element element, Namespace from, Namespace to) {
    if (element.getNamespace().getURI().equals(from.getURI())) {
      element.setNamespace(to);
    }
    element.getChildren().forEach(child -> move(child, from, to));
  }
}
