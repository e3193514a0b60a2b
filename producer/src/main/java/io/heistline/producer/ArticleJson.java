package io.heistline.producer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads one article from one JSON object: id or url, title, publishedAt, updatedAt, publisher,
 * body, contentType, withdrawn. Other fields are ignored.
 */
public final class ArticleJson {
  private final ObjectReader reader =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build()
          .readerFor(JsonNode.class);

  /**
   * Reads one.
   *
   * @param origin where it stands, as file:line
   * @return a version or a withdrawal; a refusal if it breaks the contract
   */
  public Submission read(String json, String origin) {
    return read(json, origin, FileDefaults.NONE);
  }

  /** The same, where the defaults fill in publishedAt and publisher. */
  public Submission read(String json, String origin, FileDefaults defaults) {
    try {
      return submission(object(json), defaults);
    } catch (RefusalException e) {
      return new Submission.Refused(origin, e.reason(), Original.of(json));
    }
  }

  /** The same, of the article with this id, which the object may leave out. */
  Submission read(String id, String json, String origin) {
    try {
      ObjectNode object = object(json);
      Optional<String> own = text(object, "id");
      if (own.isPresent() && !own.get().equals(id)) {
        throw new RefusalException(
            "\"id\" is '%s', but the address says '%s'; leave one out".formatted(own.get(), id));
      }
      return submission(object.put("id", id), FileDefaults.NONE);
    } catch (RefusalException e) {
      return new Submission.Refused(origin, e.reason(), Original.of(json));
    }
  }

  private ObjectNode object(String json) {
    try {
      if (reader.readTree(json) instanceof ObjectNode object) {
        return object;
      }
      throw new RefusalException("not a JSON object; give one object on each line");
    } catch (JsonProcessingException e) {
      throw new RefusalException(
          "not JSON (%s); give one object on each line".formatted(e.getOriginalMessage()), e);
    }
  }

  private static Submission submission(JsonNode object, FileDefaults defaults) {
    if (flag(object, "withdrawn")) {
      return withdrawal(object);
    }
    return new ArticleDraft(
            text(object, "id"),
            text(object, "url"),
            text(object, "publisher").or(defaults::publisher),
            text(object, "title").orElse(""),
            text(object, "body")
                .orElseThrow(() -> new RefusalException("no \"body\"; give the article's text")),
            text(object, "contentType").orElse("text/plain"),
            time(object, "publishedAt")
                .or(defaults::publishedAt)
                .orElseThrow(
                    () ->
                        new RefusalException(
                            "no \"publishedAt\"; give the date on which it appeared")),
            time(object, "updatedAt"))
        .version();
  }

  private static Submission withdrawal(JsonNode object) {
    ArticleDraft.Identity identity = ArticleDraft.identity(text(object, "id"), text(object, "url"));
    Instant at = time(object, "updatedAt").orElse(Submission.Withdrawal.FOR_GOOD);
    return new Submission.Withdrawal(identity.id(), identity.url(), at);
  }

  private static Optional<Instant> time(JsonNode object, String field) {
    return text(object, field).map(text -> Dates.parse(field, text));
  }

  private static Optional<String> text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new RefusalException("\"%s\" is not a text; put it in quotes".formatted(field));
    }
    return Optional.of(value.textValue());
  }

  private static boolean flag(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new RefusalException("\"%s\" is not true or false".formatted(field));
    }
    return value.booleanValue();
  }
}
