package io.heistline.totalling;

import io.heistline.model.IncidentRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The incidents of an actor that stand out. No sum tells which is next when one of them goes, so
 * they are the ends of two orders, which a store keeps by key.
 *
 * @param largest of the largest loss; empty where none has a figure
 * @param first of the earliest first possible day; empty where none is dated
 * @param last of the latest
 */
public record Landmarks(
    Optional<IncidentRef> largest, Optional<IncidentRef> first, Optional<IncidentRef> last) {
  /** What keys in the order of size begin with: the largest first, equals by id. */
  public static final String BY_SIZE = "size/";

  /** What keys in the order of time begin with: the earliest first, equals by id. */
  public static final String BY_DATE = "date/";

  /** The keys under which an incident has its place in the orders: none without figure and date. */
  public static List<String> keys(IncidentRef incident) {
    List<String> keys = new ArrayList<>();
    incident
        .getLossUsdCents()
        .ifPresent(
            loss ->
                keys.add(BY_SIZE + "%019d/%s".formatted(Long.MAX_VALUE - loss, incident.getId())));
    incident
        .getFrom()
        .ifPresent(day -> keys.add(BY_DATE + "%s/%s".formatted(day, incident.getId())));
    return keys;
  }
}
