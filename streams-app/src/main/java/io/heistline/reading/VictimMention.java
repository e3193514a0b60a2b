package io.heistline.reading;

/**
 * A name that a sentence makes a victim.
 *
 * @param name the victim's
 * @param trigger the token that makes it one: "hacked", "from", "breach"
 * @param firm whether the wording leaves no doubt; a loose one needs a known name
 * @param rule the wording, see {@link VictimPatterns}
 */
record VictimMention(Name name, int trigger, boolean firm, String rule) {}
