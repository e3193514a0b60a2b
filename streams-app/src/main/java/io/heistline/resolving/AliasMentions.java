package io.heistline.resolving;

import io.heistline.knowledge.Names;
import io.heistline.model.AliasMention;
import io.heistline.model.Claim;
import io.heistline.model.Scope;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pairs of names that a claim gives to one victim ("Ronin, the network of Axie Infinity"). */
public final class AliasMentions {
  /** Other names of one victim that one claim can vouch for; the first of them count. */
  static final int MOST_ALIASES = 10;

  /** Between the two names of a pair: no normalised name holds it. */
  private static final char AND = '|';

  private AliasMentions() {}

  /** By pair of names/claim id. */
  public static SortedMap<String, AliasMention> of(Claim claim) {
    SortedMap<String, AliasMention> mentions = new TreeMap<>();
    if (claim.getScope() == Scope.INCIDENT) {
      for (String victim : claim.getVictim().stream().toList()) {
        claim.getVictimAliases().stream()
            .sorted()
            .limit(MOST_ALIASES)
            .filter(alias -> areTwo(Names.normalise(victim), Names.normalise(alias)))
            .forEach(
                alias -> mentions.put(key(victim, alias, claim), mention(victim, alias, claim)));
      }
    }
    return mentions;
  }

  private static boolean areTwo(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private static String key(String one, String other, Claim claim) {
    List<String> names = inOrder(one, other).stream().map(Names::normalise).toList();
    return names.get(0) + AND + names.get(1) + "/" + claim.getId();
  }

  private static AliasMention mention(String one, String other, Claim claim) {
    return new AliasMention(inOrder(one, other), Voice.of(claim));
  }

  private static List<String> inOrder(String one, String other) {
    return Names.normalise(one).compareTo(Names.normalise(other)) < 0
        ? List.of(one, other)
        : List.of(other, one);
  }
}
