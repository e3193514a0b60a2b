package io.heistline.reading;

/**
 * The wordings that make a name a victim's, each with an example: Zuzubit is the victim of each.
 *
 * <p>A wording is one method of a pattern class, and one line of {@link VictimPatterns} that says
 * which words may open it.
 */
enum Wording {
  HEADLINE_TAG("Zuzubit - REKT", true),
  STRUCK("Zuzubit was hacked last week."),
  POSSESSION_STRUCK("Zuzubit's internal servers were hit by ransomware."),
  HACKED("Thieves hacked the exchange Zuzubit."),
  BELONGING("More than 33 million records belonging to Zuzubit have been leaked."),
  TAKEN_FROM("Thieves stole $81 million from Zuzubit."),
  EVENT_AT("The incident at Zuzubit was the largest."),
  EVENT_OF("The breach reported by Zuzubit is the largest."),
  AFFECTED("Ransomware affected Zuzubit."),
  ACCESSED("Thieves gained access to Zuzubit and its data."),
  LEAKED_FROM("They posted records obtained from Zuzubit."),
  VICTIMS_ARE("Other victims of the breach were Zuzubit and Oakmart."),
  UNPAID("Zuzubit does not intend to pay a ransom."),
  NAMED_EVENT("Police look into the massive Zuzubit hack."),
  KNOWN_BEFORE("Zuzubit's $40 million ransom made the news."),
  TELLING_NAME("Zuzubit: Millions of Accounts Stolen"),
  LOST("Zuzubit lost $5 million to thieves.", true),
  OWNED_UP("Zuzubit disclosed a data breach."),
  SELF_REPORTED("Zuzubit reported that it was hit with ransomware.", true),
  FELL_VICTIM("Zuzubit fell victim to a hack.", true),
  FINED("A court fined Zuzubit $80 million over a data breach."),
  PAID("Zuzubit paid the hackers $4.4 million."),
  DEMANDED("They demanded a ransom of $20 million from Zuzubit.", true),
  REFUSED("Zuzubit refused to pay the ransom.", true),
  COUNTED_ITEM("Zuzubit: 12 million accounts", true),
  LISTED_AS("The breach hit services including Zuzubit and others.", true),
  PEOPLE_OF("Details of customers of Zuzubit were leaked."),
  COST("The attack cost the bank Zuzubit $9 million."),
  BRACKETED_SUM("They robbed a bank, Zuzubit ($9 million)."),
  SUM_FROM("They made off with $9 million from Zuzubit."),
  SUM_HIT("A $9 million heist shook the exchange Zuzubit."),
  WHOSE("It happened to Zuzubit, from which they stole $9 million."),
  FLAW_IN("Thieves used a flaw in Zuzubit to steal $9 million."),
  SUM_PAID("In May Zuzubit paid $9,000 to get its files back."),
  PAID_BY("A ransom of $9,000 was paid by Zuzubit."),
  SUM_LOST("In May Zuzubit, which claims to have lost $9 million, closed."),
  SUM_WIRED("Scammers tricked Zuzubit into wiring $9 million."),
  OWN_SUM("Yesterday Zuzubit CEO revealed a $9 million loss."),
  /** The name of a victim in another sentence about a deed. */
  NAMED("Zuzubit and the hackers");

  private final String example;
  private final boolean outright;

  Wording(String example) {
    this(example, false);
  }

  Wording(String example, boolean outright) {
    this.example = example;
    this.outright = outright;
  }

  /**
   * Whether it leaves no doubt, whatever else is said: of labelled names so told, 19 in 20 and more
   * are victims.
   */
  boolean isOutright() {
    return outright;
  }

  /** A sentence in which the wording stands. */
  String example() {
    return example;
  }
}
