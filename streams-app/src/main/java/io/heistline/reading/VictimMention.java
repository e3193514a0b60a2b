package io.heistline.reading;

/**
 * A name that a sentence makes a victim.
 *
 * @param name the victim's
 * @param trigger the token that makes it one: "hacked", "from", "breach"
 * @param firm whether the wording leaves no doubt
 * @param wording that makes it a victim
 */
record VictimMention(Name name, int trigger, boolean firm, Wording wording) {}
