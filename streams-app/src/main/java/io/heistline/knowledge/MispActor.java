package io.heistline.knowledge;

import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One entry of a MISP cluster.
 *
 * @param name its value
 * @param synonyms other names
 * @param suspectedSponsor the state that is said to be behind it
 * @param country ISO code of where it comes from
 * @param description in words
 * @param references addresses of pages that say more
 */
public record MispActor(
    String name,
    List<String> synonyms,
    Optional<String> suspectedSponsor,
    Optional<String> country,
    String description,
    List<String> references) {

  /** "Korea (Democratic People's Republic of)", as lists of countries turn names round. */
  private static final Pattern TURNED_ROUND = Pattern.compile("(.+?)\\s*\\((.+)\\)");

  /** Families under which vendors keep groups that work for a state, and codes for such groups. */
  private static final Pattern STATE_GROUP =
      Pattern.compile(
          "(?i)\\bAPT[- ]?[C0-9]|.+ (panda|bear|kitten|chollima|typhoon|blizzard|sandstorm|sleet)");

  /** Families of those that work for themselves. */
  private static final Pattern OWN_ACCOUNT =
      Pattern.compile("(?i).+ (spider|tempest|jackal)|gold .+|fin\\d+");

  private static final Pattern SERVES_A_STATE =
      Pattern.compile(
          "(?i)\\b(state|nation|government|regime|military)[- ]"
              + "(sponsored|backed|aligned|affiliated|controlled|directed)\\b"
              + "|\\p{L}+-(nexus|aligned)\\b|nation[- ]state");

  /** Those who side with a state unasked. */
  private static final Pattern HACKTIVISTS = Pattern.compile("(?i)hacktivis|cybercrim");

  /** Nobody there steals on an account of his own. */
  private static final String STATE_AS_A_WHOLE = "KP";

  /**
   * The state behind it, if knowledge has it. A suspected sponsor is one. A country is only where
   * the group comes from: it is the sponsor if the entry speaks of a state's group, else a gang
   * from Russia would be Russia.
   */
  Optional<Entity> sponsor(Knowledge bundled) {
    Stream<String> spoken = suspectedSponsor.stream().flatMap(MispActor::readings);
    Stream<String> origin =
        country.filter(code -> isStatesGroup()).flatMap(MispActor::nameOfCountry).stream();
    return Stream.concat(spoken, origin)
        .flatMap(name -> bundled.named(name, EntityType.ACTOR).stream())
        .filter(state -> bundled.isState(state.getId()))
        .findFirst();
  }

  private boolean isStatesGroup() {
    List<String> names = Stream.concat(Stream.of(name), synonyms.stream()).toList();
    if (country.filter(STATE_AS_A_WHOLE::equals).isPresent()) {
      return true;
    }
    if (names.stream().anyMatch(each -> OWN_ACCOUNT.matcher(each).matches())) {
      return false;
    }
    return names.stream().anyMatch(each -> STATE_GROUP.matcher(each).lookingAt())
        || (SERVES_A_STATE.matcher(description).find() && !HACKTIVISTS.matcher(description).find());
  }

  private static Stream<String> readings(String state) {
    Matcher turned = TURNED_ROUND.matcher(state);
    return turned.matches()
        ? Stream.of(state, turned.group(2) + " " + turned.group(1), turned.group(1))
        : Stream.concat(Stream.of(state), nameOfCountry(state).stream());
  }

  private static Optional<String> nameOfCountry(String code) {
    if (!code.matches("[A-Z]{2}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
  }
}
