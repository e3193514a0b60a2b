package io.heistline.local;

import io.heistline.model.ActorTotals;
import io.heistline.topics.ClusterSettings;
import io.heistline.topics.TopicTable;
import io.heistline.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows the totals while they change: on a terminal as a table that is redrawn in place, elsewhere
 * as a line for each change.
 */
final class LiveTotals implements AutoCloseable {
  private final Console console;
  private final LiveLines lines;
  private final Map<String, ActorTotals> totals = new TreeMap<>();
  private final Thread follower;
  private volatile boolean open = true;
  private String lastFed = "";
  private int fed;

  private LiveTotals(ClusterSettings settings, Console console) {
    this.console = console;
    this.lines = new LiveLines(console.out());
    this.follower = new Thread(() -> follow(settings), "live-totals");
    follower.setDaemon(true);
  }

  static LiveTotals start(ClusterSettings settings, Console console) {
    LiveTotals live = new LiveTotals(settings, console);
    live.follower.start();
    return live;
  }

  /** Says what has just been fed. */
  synchronized void fed(String what) {
    fed++;
    lastFed = TextTable.clean(what);
    if (console.outIsTerminal()) {
      draw();
    } else {
      console.out().println("fed  " + lastFed);
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (console.outIsTerminal()) {
      lines.draw(List.of());
    }
  }

  private void follow(ClusterSettings settings) {
    try (TopicTable<ActorTotals> table =
        new TopicTable<>(settings, new Topics(settings).actorTotals())) {
      table.readToEnd().forEach((actor, value) -> change(actor, Optional.of(value)));
      table.follow(this::change, () -> open);
    }
  }

  private synchronized void change(String actor, Optional<ActorTotals> now) {
    now.ifPresentOrElse(value -> totals.put(actor, value), () -> totals.remove(actor));
    if (console.outIsTerminal()) {
      draw();
    } else {
      console
          .out()
          .println(
              now.map(value -> "     " + LedgerText.totals(List.of(value)).get(1))
                  .orElse("     gone: " + TextTable.clean(actor)));
    }
  }

  private void draw() {
    List<String> drawing = new ArrayList<>(LedgerText.totals(totals.values()));
    drawing.add("");
    drawing.add("%3d  %s".formatted(fed, lastFed));
    lines.draw(drawing);
  }
}
