package io.heistline.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What listeners and webhooks are told of an incident that has changed. */
public final class IncidentEvent {
  private IncidentEvent() {}

  /**
   * As JSON, in one line.
   *
   * @param incident as it is now, as docs/json.md has it; empty if it is gone
   */
  public static String json(String id, Optional<String> incident) {
    ObjectNode event = Json.object().put("id", id);
    incident.ifPresentOrElse(
        json -> event.putRawValue("incident", Json.raw(json)), () -> event.putNull("incident"));
    return Json.text(event);
  }
}
