package io.heistline.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heistline.json.LedgerJson;
import io.heistline.model.Incident;
import io.heistline.monitor.IncidentEvent;
import io.heistline.monitor.NamedUuid;
import java.util.Optional;

/**
 * A record of the incidents' topic.
 *
 * @param timestamp milliseconds since 1970
 * @param incident as it is from now on; empty if it is gone
 */
record IncidentChange(
    int partition, long offset, long timestamp, String id, Optional<Incident> incident) {
  /** Tells a webhook of that name the incident as it is now. */
  Message told(String hook, String topic) {
    return message(hook, topic, incident.map(LedgerJson::incident));
  }

  /** Tells it that the incident is none of those that were asked for. */
  Message takenBack(String hook, String topic) {
    return message(hook, topic, Optional.empty());
  }

  /** By its time, too: a cluster that is made anew counts from the same offset. */
  private Message message(String hook, String topic, Optional<String> json) {
    String place = "webhook/%s/%s/%d/%d/%d".formatted(hook, topic, partition, offset, timestamp);
    return new Message(
        "msg_" + NamedUuid.of(NamedUuid.NAMESPACE, place),
        IncidentEvent.json(id, json).getBytes(UTF_8));
  }
}
