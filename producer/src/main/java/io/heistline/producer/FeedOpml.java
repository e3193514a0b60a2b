package io.heistline.producer;

import io.heistline.model.Feed;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * A list of feeds as OPML: an outline with an xmlUrl is a feed, any other a folder, to any depth.
 * Our own settings are attributes of a namespace of ours; other programs pass them over.
 */
final class FeedOpml {
  private static final String NAMESPACE = "urn:heistline:feeds";
  private static final String PREFIX = "heistline";

  private FeedOpml() {}

  static FeedListFile read(byte[] opml) {
    List<FeedEntry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    boolean isOpml = false;
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(opml));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          isOpml |= xml.getLocalName().equals("opml");
          if (xml.getLocalName().equals("outline")) {
            take(xml, entries, problems);
          }
        }
      }
    } catch (XMLStreamException e) {
      problems.add(
          "line %d: not XML any further: %s"
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), reason(e)));
    }
    if (!isOpml && problems.isEmpty()) {
      problems.add("not OPML: no opml element");
    }
    return new FeedListFile(entries, problems);
  }

  private static void take(XMLStreamReader xml, List<FeedEntry> entries, List<String> problems) {
    Optional<String> url = attribute(xml, "", "xmlUrl");
    if (url.isEmpty()) {
      return; // a folder
    }
    try {
      FeedEntry entry =
          new FeedEntry(
              url.get()
                  .replaceFirst("(?i)^feed:(//)?(?=https?:)|^feed:(?=//)", "")
                  .replaceFirst("^//", "https://"),
              attribute(xml, "", "title")
                  .or(() -> attribute(xml, "", "text"))
                  .filter(name -> !name.equals(url.get())),
              number(xml, FeedEntry.INTERVAL),
              number(xml, FeedEntry.LONGEST_INTERVAL),
              flag(xml, FeedEntry.PAUSED),
              flag(xml, FeedEntry.FULL_TEXT),
              flag(xml, FeedEntry.BACKFILL));
      Feeds.check(entry.applyTo(Optional.empty()));
      entries.add(entry);
    } catch (IllegalArgumentException e) {
      problems.add("line %d: %s".formatted(xml.getLocation().getLineNumber(), e.getMessage()));
    }
  }

  static String write(List<Feed> feeds) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("opml");
      xml.writeNamespace(PREFIX, NAMESPACE);
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters("Heistline's feeds");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeStartElement("body");
      for (Feed feed : feeds) {
        xml.writeCharacters("\n");
        write(feed, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a list of feeds cannot be written as OPML", e);
    }
    return text + "\n";
  }

  private static void write(Feed feed, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEmptyElement("outline");
    xml.writeAttribute("type", "rss");
    xml.writeAttribute("text", feed.getPublisher().orElse(feed.getUrl()));
    if (feed.getPublisher().isPresent()) {
      xml.writeAttribute("title", feed.getPublisher().get());
    }
    xml.writeAttribute("xmlUrl", feed.getUrl());
    setting(xml, FeedEntry.INTERVAL, feed.getIntervalSeconds());
    setting(xml, FeedEntry.LONGEST_INTERVAL, feed.getLongestIntervalSeconds());
    setting(xml, FeedEntry.PAUSED, feed.getPaused());
    setting(xml, FeedEntry.FULL_TEXT, feed.getFullText());
    setting(xml, FeedEntry.BACKFILL, feed.getBackfill());
  }

  private static void setting(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    xml.writeAttribute(PREFIX, NAMESPACE, name, value.toString());
  }

  private static Optional<Integer> number(XMLStreamReader xml, String name) {
    return attribute(xml, NAMESPACE, name)
        .map(
            value -> {
              try {
                return Integer.parseInt(value);
              } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " is '" + value + "', no number", e);
              }
            });
  }

  private static Optional<Boolean> flag(XMLStreamReader xml, String name) {
    return attribute(xml, NAMESPACE, name).map(Boolean::parseBoolean);
  }

  /** Any attribute of the name, where the namespace is empty: files differ in case, too. */
  private static Optional<String> attribute(XMLStreamReader xml, String namespace, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String theirs = xml.getAttributeNamespace(i) == null ? "" : xml.getAttributeNamespace(i);
      if (theirs.equals(namespace) && xml.getAttributeLocalName(i).equalsIgnoreCase(name)) {
        return Optional.of(xml.getAttributeValue(i).strip()).filter(value -> !value.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static String reason(XMLStreamException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
