package io.heistline.monitor;

import io.heistline.json.LedgerJson;
import io.heistline.model.ActorTotals;

/** An actor's totals as they lie in the read model. */
final class FiledTotals {
  private final ActorTotals totals;
  private volatile String json = "";

  FiledTotals(ActorTotals totals) {
    this.totals = totals;
  }

  ActorTotals totals() {
    return totals;
  }

  String id() {
    return totals.getActor().getId();
  }

  String name() {
    return totals.getActor().getName();
  }

  /** Whether its id or name holds this text, which is in lower case. */
  boolean mentions(String lowerText) {
    return id().contains(lowerText) || FiledIncident.lower(name()).contains(lowerText);
  }

  /** As docs/json.md has it; made once, when first asked for. */
  String json() {
    String made = json;
    if (made.isEmpty()) {
      made = LedgerJson.totals(totals);
      json = made;
    }
    return made;
  }
}
