package io.heistline.local;

import io.heistline.producer.ArticleDesk;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Takes an article back; the ledger is then as if it had never been.")
final class WithdrawCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(
      paramLabel = "ARTICLE_ID",
      description = "Id of the article, as claims --json shows it in articleId.")
  private String id = "";

  WithdrawCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ArticleDesk desk = new ArticleDesk(cluster.topics(), Clock.systemUTC())) {
      if (!desk.withdraw(id)) {
        console.say(
            "heistline: no article has the id '%s'; claims --json shows ids in articleId"
                .formatted(TextTable.clean(id)));
        return 1;
      }
    }
    console.out().println("withdrew " + TextTable.clean(id));
    return 0;
  }
}
