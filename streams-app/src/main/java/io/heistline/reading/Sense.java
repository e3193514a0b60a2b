package io.heistline.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a word may mean to a reader of cyber thefts. The words stand here and nowhere else: one word
 * more is one word more in a table.
 */
enum Sense {
  /** Money or data goes from victim to thief: "stole", "drained". */
  TAKE(
      "taken steal steals stole stolen stealing loot loots looted looting siphon siphons siphoned siphoning"
          + " syphoned drain drains drained draining swipe swiped swiping pilfer pilfered pilfering"
          + " embezzle embezzled embezzling plunder plundered nab nabbed nabs snatch snatched grab grabbed"
          + " grabs swindle swindled rob robs robbed robbing extract extracted extracting withdraw withdrew"
          + " withdrawn withdrawing withdrawals divert diverted transferring wired cashed"
          + " misappropriated extort extorted extorting extorts netted pocketed raked vanished"
          + " defraud defrauded defrauding exfiltrated exfiltrate exfiltrating thefts"
          + " scooped lifted haul"),
  /** What may stand between a word and its amount: "stole more than an estimated". */
  ABOUT(
      "about around approximately roughly over than more much nearly almost an estimated to close at as a some up"
          + " least whopping us just only mere little under less"),
  /** Between a sum's name and its figure: "losses exceeded". */
  AMOUNT_TO(
      "hit hits reached reaches exceeded exceeds topped totaled totalled totaling totalling surpassed nearing approaching approached neared"
          + " amounted amounts was were is are stood stands estimated"),
  /** What a thief has of it; others earn too: "the gang has made $4 million". */
  GAIN(
      "raking rakes earned earning earns earn net nets netting made makes making generated generating"
          + " amassed amassing received receives collected collecting gained gaining yielded yielding"
          + " pulled brought accrued profited bagged deposited"),
  /** What is done with the loot; a sum moved on is no sum stolen: "laundered $60 million". */
  LAUNDER("launder launders laundered laundering"),
  /** Its object is who was robbed: "robbed X", not "stole X". */
  ROB(
      "robbed rob robbing looted loot defrauded defrauding drained draining swindled extorted"
          + " extorting plundered"),
  /** A victim's own word for its own breach, whoever it is: "X disclosed a breach". */
  ADMIT(
      "confirmed confirms admitted admits disclosed discloses suffered suffers suffer"
          + " suffering experienced sustained acknowledged acknowledges"),
  /** What may stand between a victim's name and its event: "the massive Zuzubit hack". */
  ADJECTIVE(
      "massive recent huge major latest alleged cyber security supply chain devastating"
          + " infamous notorious high profile biggest internal private key hot original subsequent"
          + " second first million $ m billion reported"),
  /** The victim is the subject: "lost". */
  LOSE("lose loses lost losing loss losses suffer suffers suffered suffering cost costs costing"),
  /** Something is done to a victim's systems: "hacked". */
  HACK(
      "hack hacks hacked hacking breach breaches breached breaching compromise compromises compromised"
          + " compromising exploit exploits exploited exploiting attack attacks attacked attacking hit hits"
          + " hitting target targets targeted targeting infiltrate infiltrated infiltrating penetrated"
          + " broke raid raided rekt crippled cripple knocked ransomed"
          + " victimized victimised struck paralyzed paralysed rugged phished duped conned scammed"),
  /** Talk of what could be done to a product rather than of what was done to anyone. */
  FLAW(
      "vulnerability vulnerabilities flaw flaws bug bugs zero-day zero-days proof-of-concept poc patch"
          + " patches cve spoof xss csrf demonstrate demonstrated demonstration technique techniques"
          + " bypass unpatched bounty firmware ddos denial defaced defacement"),
  /** A verb whose past participle alone says that its subject is a victim: "X Hacked". */
  STRUCK(
      "hacked breached compromised exploited attacked drained robbed looted hit targeted rekt"
          + " crippled infiltrated defrauded ransomed r3kt extorted stolen struck rugged infected"
          + " hijacked phished duped conned scammed blackmailed victimized victimised"),
  /** The event as a noun: "the Harmony hack". */
  EVENT(
      "hack hacks heist heists theft thefts breach breaches attack attacks exploit exploits robbery"
          + " cyberattack cyberattacks cyberheist cyberheists cyber-heist intrusion intrusions incident hacking scam fraud"
          + " robberies burglary compromise leak leaks outbreak rekt rug-pull rugpull raid"),
  /** Data gets out: "exposed". */
  LEAK("leak leaks leaked leaking expose exposes exposed exposing exposure dumped dump spilled"),
  PAY("shelled coughed forked pay pays paid paying payment payments payout"),
  RANSOM("ransom ransoms ransomware extortion blackmail extort extorted extorting blackmailed"),
  /** What a ransom is paid for: "paid $5,000 to regain access". */
  UNLOCK(
      "unlock unlocked unlocking decrypt decrypted decrypting decryption decryptor regain regained regaining"
          + " encrypted restore restored restoring"),
  /** Before "to pay": it was paid. */
  CONSENT(
      "agreed agrees had forced forcing having chose opted decided elected ended managed made causing"
          + " caused leading led compelled compelling prompting"),
  REFUSE("refused refuses refusing declined declines declining"),
  DEMAND("demand demands demanded demanding asked asking sought seeking wanted"),
  RECOVER(
      "seizing freezing retrieving recouping clawing handed recover recovers recovered recovering recovery return returns returned returning seize seized seizes"
          + " seizure froze frozen freeze freezing refund refunds refunded retrieve retrieved reimburse reimbursed"
          + " reimbursing repay repaid repaying clawed recouped restored confiscated compensate compensated"
          + " compensation forfeited forfeit rescued secured safe"),
  /** Money that is no loss: "fined", "a bounty of". */
  OTHER_MONEY(
      "fine fines fined penalty penalties settlement settle settled bounty bounties reward rewards funding"
          + " valued valuation revenue revenues capitalization capitalisation cap tvl bail budget"
          + " invested investment investments investors fund-raising fundraise fundraising raised raise donated"
          + " donation grant insurance insured acquired acquisition acquire salary price priced prices"
          + " sale sold sells sell selling sales spend spends spending spent forfeiture restitution lawsuit sued"
          + " damages tokenomics borrowed borrow collateral loan loans flashloan flashloaned deposit deposited"
          + " liquidity treasury holdings assets-under-management turnover trading volume profit-sharing"
          + " offering offered offer offers award awarded rewarded rewarding debts debt"
          + " advanced traded holds stock budgeting budgeted"),
  /** Money that is called by what it is, and is never loot: "a $5 million fine". */
  DUE(
      "fine fines penalty penalties settlement settlements bounty bounties reward rewards prize prizes"
          + " funding revenue revenues bail bond restitution valuation insurance salary donation donations"
          + " bribe budget award awards price acquisition forfeiture ipo value grant grants investment investments"
          + " buyout takeover lawsuit discount"),
  /** Before "for" and "at": what follows is a price. */
  SALE(
      "sell sells selling sold sale sales buy buys buying bought purchase purchased purchases rent rented"
          + " rents renting lease available advertised advertising advertises offered offering offers offer"
          + " ad ads traded acquired acquire resold resell auction auctioned listed priced"),
  /** Where these stand, what was wired was lost. */
  TRICK(
      "scam scammer scammers fraud fraudulent fraudulently fraudster fraudsters phishing bogus tricked duped"
          + " impersonating impersonated spoofed bec conned fooled crime crimes cybercrime cybercrimes"),
  ATTEMPT(
      "attempt attempts attempted attempting try tries tried trying fail fails failed failing foil foiled"
          + " thwart thwarted prevent prevented preventing blocked stopped averted could would might"
          + " may will if planned plan plans plotted unsuccessful unsuccessfully impending imminent looming"),
  NEGATION("no not never none neither nor without n't didn't wasn't weren't hasn't haven't isn't"),
  DENY("deny denies denied denying refuted refutes rejected rejects dismissed"),
  HEDGE(
      "suspected suspect suspects suspecting suspicion allegedly alleged believed believe believes likely"
          + " linked links link possibly possible may might reportedly tied ties probably purportedly thought"
          + " appears apparently potentially could points"),
  BLAME(
      "behind responsible blamed blames blame blaming attributed attributes attribute attributing attribution"
          + " linked links link tied ties accused accuses accusing suspected perpetrator perpetrators culprit culprits"
          + " culpable identified orchestrated masterminded conducted credited pinned fingered pointed"
          + " perpetrated carried credit"),
  /** What the law does to a suspect: "X was charged". */
  CHARGE(
      "charged indicted arrested accused sentenced convicted jailed imprisoned extradited detained apprehended"
          + " prosecuted nabbed busted"),
  /** Guilt that is settled: "X pleaded guilty". */
  CONVICT(
      "sentenced convicted jailed imprisoned pleaded pleads pled guilty confessed confesses admitted admits"),
  /** What one thief is called. */
  CULPRIT(
      "hacker suspect mastermind ringleader defendant cybercriminal fraudster scammer thief carder attacker"
          + " intruder perpetrator culprit hacktivist hactivist cyberthief blackmailer extortionist leaker"),
  /** Someone with a handle, a thief if the sentence speaks of a deed: "a seller known as X". */
  SOMEONE("user seller vendor individual person someone man woman teenager teen boy member"),
  /** What a name that one gives oneself is called: "under the handle X". */
  HANDLE(
      "name names alias aliases handle moniker pseudonym nickname nick username screenname persona"),
  /** What leads to a handle: "a hacker known as X". */
  CALLED(
      "called named dubbed known nicknamed surnamed itself themselves himself herself calling alias pseudonym name"
          + " handle moniker nickname online by goes going who"),
  /** What stands between a gang's name and the noun: "the X ransomware group". */
  GANG_KIND(
      "ransomware hacking hacker cybercrime extortion cyber crime espionage cyberespionage threat sponsored"
          + " backed state spy apt cybercriminal criminal hacktivist intrusion"),
  /** Whose gang it is: "a Freedonia-backed group", "hackers working for Freedonia". */
  BACKED(
      "linked backed sponsored affiliated aligned supported working work works employed hired funded directed"
          + " controlled"),
  /** With whom a deed or a gang is connected: "tied to X". */
  LINKED(
      "linked links link tied ties connected associated attributed attribute attributes attributing traced pinned"
          + " pointed points pointing belonging loyal affiliated aligned"),
  /** Its object is who is blamed: "accused X". */
  ACCUSE("accused accuse accuses accusing blamed blame blames blaming fingered suspect suspects"),
  SAY(
      "said says say saying according told tells announced announces announce confirmed confirms confirm"
          + " claimed claims claim claiming found finds estimates estimated estimate revealed reveals reveal"
          + " reported reports report admitted admits admit disclosed discloses disclose stated states"
          + " acknowledged acknowledges warned warns warn tweeted wrote writes noted notes added adds explained"
          + " suggested suggests published showed shows concluded believes believe accused alleged alleges"
          + " determined informed notified calculated"),
  /** What a victim does about its own breach: "X confirmed a breach". */
  OWN_UP(
      "warns warning notifies notify alerts alerted confirming confirmed confirms confirm admitted admits admit disclosed discloses disclose announced announces"
          + " announce reported reports acknowledged acknowledges revealed reveals suffered suffers suffer"
          + " experienced experiences sustained detected discovered discovers notified warned investigating"
          + " investigates faced endured suffering"),
  /** Verbs of the law and the press; a date beside them is not the day of the theft. */
  AFTERMATH(
      "arrested arrest arrests sentenced charged indicted convicted pleaded pled fined discovered learned"
          + " patched notified launched founded released jailed extradited sanctioned unsealed unsealing"
          + " charges accused resigned resigns seizes seized testified posted published surfaced filed"
          + " files sued suing interview sentencing sentence apprehended prosecuted laundering"),
  /** What a court, a company or the police do after a theft, or long before it: not the theft. */
  BYGONE(
      "acquired acquires acquisition bought buys purchased merged founded established incorporated"
          + " introduced integrated added audited reviewed joined hired appointed elected abandoned"
          + " applied registered shopped visited sold selling sale auctioned read"
          + " launched released patched fixed updated upgraded published posted resigned testified"
          + " extradited sanctioned unsealed unsealing sued suing offered investigating"),
  /** The law at work: its days are not the theft's. */
  LAW(
      "arrested arrest arrests sentenced charged indicted indictment convicted pleaded pled pleads"
          + " guilty fined jailed extradited sanctioned unsealed accused sentencing sentence"
          + " apprehended prosecuted prison trial lawsuit sued settlement settles settled"
          + " sues lawsuits fines charges jails convicts sentences indicts extradites nabbed busted"
          + " accuse accuses accusing sanctions"),
  /** A theft comes to light: "discovered in May". */
  DISCOVER(
      "discovered discovers discovering discovery detected detecting learned learnt noticed spotted"
          + " found uncovered identified aware informed alerted surfaced emerged unearthed encountered light"),
  /** It is made known: "after revealing it on Thursday". */
  ANNOUNCE(
      "announcing revealing disclosing disclosure confirming admitting reporting notified told"
          + " informing headlines"),
  /** Its subject is a theft, if that is an event: "the breach occurred". */
  HAPPEN(
      "occurred occurring occurs happened happens began begun started starting lasted unfolded took ran"),
  /** The thief gets in: "gained access", "infected". */
  INTRUDE(
      "accessed gained obtained infected infecting infect encrypted hijacked installed planted intruded brought"),
  /** Before an event: not the one that the news is about: "a similar breach". */
  OTHER_EVENT("another similar previous earlier prior separate second identical"),
  /** Words that open a date: "back in", "late on". */
  DATE_OPENER(
      "on in back just late early earlier over during around about at the since only as from"
          + " between mid long this last and recently during morning afternoon evening night of"),
  PERSONAL(
      "user users customer customers client clients member members people person patient patients consumer"
          + " consumers employee employees subscriber subscribers citizen citizens guest guests passenger"
          + " passengers account accounts victim victims cardholders individuals voters students players"
          + " households americans britons shoppers drivers accountholders"),
  /** What is counted of stolen data beside people: "3 million passwords". */
  COUNTED(
      "records emails passwords cards profiles files addresses adults kids children parents riders names"
          + " numbers identities logins credentials rows entries fingerprints taxpayers residents workers"
          + " applicants readers donors borrowers policyholders travelers travellers"),
  /** What a victim has that is broken into: "its servers". */
  OWNED(
      "systems system servers server network networks computers computer website websites site database"
          + " databases customers users clients employees patients data records accounts wallets wallet"
          + " infrastructure files email account"),
  DATA(
      "data record records information details credentials password passwords email emails card cards"
          + " account accounts profile profiles numbers database databases files documents credential"
          + " addresses logins identities"),
  ORG(
      "exchange exchanges bank company firm platform protocol bridge wallet app service provider retailer giant"
          + " site website network group operator maker startup game lender broker marketplace dao project"
          + " hospital university airline chain agency corporation developer bureau department city town"
          + " insurer manufacturer pipeline processor supplier business store stores forum portal casino"
          + " hotel carrier publisher studio vendor contractor organization organisation institution fund"
          + " custodian brokerage app wallets crypto cryptocurrency bitcoin decentralized finance defi lending"
          + " trading gaming payment online digital asset assets central social media hosting cloud health healthcare"
          + " credit rating e-commerce ecommerce ride-sharing ridesharing video streaming dating fitness blockchain nft token cross-chain"
          + " bitcoin-exchange software security tech technology telecom telecommunications beef meat oil fuel"
          + " fashion food restaurant delivery photo music travel booking entertainment company's"),
  /** What a thief is called. */
  GANG(
      "hacker hackers group groups gang gangs crew crews attacker attackers criminals cybercriminals"
          + " cyber-criminals thief thieves operators syndicate collective actors actor cyberspies spies"
          + " unit cell cartel cybergang affiliates affiliate perpetrators fraudsters scammers exploiter ring"
          + " intruders robbers team army"),
  RANSOMWARE("ransomware extortion"),
  MALWARE(
      "malware trojan virus worm botnet ransomware spyware backdoor banker rat stealer keylogger"),
  /** Victims without a name: "from banks and exchanges". */
  MANY(
      "banks exchanges companies businesses firms institutions organizations organisations victims"
          + " enterprises platforms corporations individuals protocols projects hospitals customers"
          + " users consumers people investors globally worldwide countries nations entities atms"
          + " attacks heists thefts hacks breaches raids incidents schools sites scams frauds crimes"
          + " cybercrime globe world homes cyberattacks"),
  /** Whoever may do what a flaw allows: "lets attackers". */
  ANYONE("attacker attackers hacker hackers anyone someone criminals"),
  /** To look like another: what is named is a disguise. */
  POSE("purporting impersonating posing pretending disguised spoofed fake masquerading"),
  /** What is told of, before a list of those robbed: "its victims include". */
  LIST_OF_VICTIMS("victims victim targets breaches hacks hit"),
  /** What opens a list: "victims including". */
  LIST_OPENER("including include includes included like as were are"),
  LET("let lets letting allow allows allowed allowing enable enables enabled enabling"),
  /** Headlines of no one breach: "How ransomware works", "Phishing campaigns on the rise". */
  GENERAL(
      "how why new malware campaign campaigns what report study survey ways tips researchers warning"
          + " attacks phishing scams spam trojan botnet could can fbi arrested sentenced pleads outbreak"
          + " computers beware growing surge rise threat threats history population forums users year"),
  /** A sum of several: "a total of", "so far". */
  SUM("total totaling totalling totaled combined altogether cumulatively annually yearly overall"),
  /** Words with which a date begins that is no number: "yesterday", "since". */
  TIME(
      "since between from yesterday today tonight last past previous this first second third fourth q1 q2"
          + " q3 q4 a an couple few several"
          + " early mid late beginning start middle end spring summer autumn fall christmas thanksgiving"
          + " black holiday weekend hours days weeks months"),
  /** Numbers in words. */
  QUANTITY(
      "half a one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
          + " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"),
  DETERMINER("the a an its their his her our this that these those some one two three another"),
  PREPOSITION(
      "of in on at by for with from to into against since during between through over under about"
          + " after before within via across until till near as than off inside per upon toward"),
  CONJUNCTION("and or but while when where which who whom that because if although though whose"),
  BE("is are was were be been being gets get got getting has have had having"),
  MONTH(
      "january february march april may june july august september october november december jan feb mar"
          + " apr jun jul aug sep sept oct nov dec"),
  WEEKDAY("monday tuesday wednesday thursday friday saturday sunday"),
  /**
   * Words in the names of institutions: alone they name nothing, "Swansea Police Department" does.
   */
  NAME_PART(
      "police department agency ministry federal national international digital global security financial"
          + " online world credit card savings government county city state first central bank university"
          + " hospital college school council institute bureau board group holdings systems services solutions"
          + " technologies technology labs network networks finance protocol capital markets exchange"
          + " corporation corp inc ltd company international media entertainment health healthcare medical"
          + " foreign office authority commission library libraries club schools district academy clinic"
          + " center centre pipeline airways airlines telecom communications pictures games gaming studios"
          + " new san los north south east west port fort lake great"
          + " bridge swap cash pay wallet chain dao trust reserve union insurance motors foods credit"),
  /** What goes on with "of": "Bank of Zuzu", "Association of Zuzu Agents". */
  INSTITUTION(
      "bank department ministry university college office city government hospital council county"
          + " state institute center centre board association organization organisation agency"
          + " federation society bureau authority embassy church port museum chamber house houses"
          + " league secretary library archdiocese diocese"),
  /** What ends a name of two parts: "Savings and Investments Commission". */
  JOINT_INSTITUTION(
      "commission administration agency authority board council association department ministry"
          + " institute trust federation committee"),
  /** Countries, peoples, cities: who was robbed was somewhere, but was not the place. */
  PLACE(
      "america american americans africa african asia asian europe european british britain england english"
          + " scotland scottish wales ireland irish germany german germans france french spain spanish italy"
          + " italian portugal dutch netherlands belgium belgian switzerland swiss austria austrian poland polish"
          + " sweden swedish norway norwegian denmark danish finland finnish iceland russia russian ukraine"
          + " ukrainian belarus romania romanian bulgaria bulgarian hungary hungarian greece greek turkey"
          + " turkish israel israeli iran iranian iraq syria saudi arabia uae dubai qatar kuwait egypt nigeria"
          + " nigerian kenya ghana morocco india indian pakistan pakistani bangladesh bangladeshi nepal lanka"
          + " china chinese taiwan taiwanese japan japanese korea korean korea's vietnam vietnamese thailand"
          + " thai malaysia malaysian singapore singaporean indonesia indonesian philippines filipino australia"
          + " australian zealand canada canadian mexico mexican brazil brazilian argentina chile chilean"
          + " colombia peru ecuador ecuadorian venezuela cuba haiti estonia estonian latvia latvian lithuania"
          + " lithuanian czech slovakia slovenia slovenian croatia serbia malta cyprus luxembourg liechtenstein"
          + " kazakhstan uzbekistan georgia armenia mongolia hong kong macau london paris berlin moscow beijing"
          + " shanghai tokyo seoul pyongyang delhi mumbai sydney melbourne toronto york washington angeles"
          + " francisco chicago boston texas california florida massachusetts waltham virginia ohio"
          + " alabama alaska arkansas carolina connecticut dakota hampshire hawaii idaho indiana iowa"
          + " kansas kentucky maine maryland michigan minnesota mississippi missouri montana nebraska"
          + " oklahoma rhode tennessee vermont wisconsin wyoming ontario quebec alberta scotland"
          + " queensland n.c s.c n.y hk u.s.a"
          + " pennsylvania illinois nevada vegas colorado oregon utah arizona jersey delaware brooklyn"
          + " manhattan miami seattle atlanta dallas houston manila caribbean latin scandinavia balkans"
          + " new san los eastern western northern southern pacific atlantic el salvador bermuda bahamas cayman"
          + " panama uruguay paraguay bolivia guatemala honduras nicaragua jamaica barbados"
          + " trinidad uganda tanzania ethiopia rwanda zambia zimbabwe mozambique angola senegal"
          + " tunisia algeria libya sudan somalia cameroon botswana namibia madagascar mauritius"
          + " seychelles bahrain oman cambodia myanmar maldives brunei azerbaijan turkmenistan"
          + " kyrgyzstan tajikistan moldova albania montenegro kosovo macedonia bosnia greenland"
          + " monaco andorra gibraltar panamanian"
          + " canadians norwegians australians israelis russians ukrainians iranians swedes danes turks koreans"
          + " mexicans brazilians italians spaniards chinese japanese indians pakistanis"
          + " yemen lebanon jordan palestine afghanistan south north us uk usa eu u.s u.s. u.k u.k."),
  /** What a person is called before the name: "founder Jane Doe". */
  TITLE_OF_PERSON(
      "founder co-founder cofounder executive ceo cto cfo chairman president director officer spokesman spokeswoman"
          + " spokesperson researcher expert analyst judge attorney prosecutor minister secretary senator"
          + " detective inspector mr mr. mrs ms dr professor author engineer developer"),
  /** Capitalised words that name no victim. */
  NO_NAME(
      "democrat democrats republican republicans arabian inside insider"
          + " bitcoin bitcoins btc ether ethereum eth crypto cryptocurrency cryptocurrencies usdc usdt internet web"
          + " android windows ios linux iphone mac java flash chrome excel word office powershell"
          + " i he she it we they you what why how here there not all any both each more most many much also"
          + " however meanwhile according then now just only very so such other others same new old first"
          + " last next every several few ceo cfo cto founder president director police government court"
          + " judge prosecutors officials authorities researchers experts analysts investigators security"
          + " hackers hacker attackers attacker criminals cybercriminals users customers victims"
          + " after before since although though while when where if as because unlike like despite once"
          + " mr mrs ms dr prof professor sir lord senator sen rep judge justice yes no hi hello please"
          + " monday tuesday wednesday thursday friday saturday sunday january february march april may"
          + " june july august september october november december today yesterday tomorrow week"
          + " earlier later recently currently previously unfortunately fortunately interestingly notably"
          + " additionally furthermore moreover therefore thus hence instead overall still even yet"
          + " indeed ironically luckily sadly clearly obviously apparently reportedly allegedly"
          + " typically usually generally essentially basically ultimately finally firstly secondly"
          + " nothing nobody something somebody someone everything everybody everyone anything"
          + " anybody anyone says said warns admits confirms denies reveals announces explains"
          + " nearly almost about around approximately over under up down out off to of in on at by for from with"
          + " is are was were be been has have had do does did will would can could should may might must"
          + " data breach hack heist theft attack cyberattack ransomware malware trojan virus botnet update"
          + " exclusive breaking video watch photo image credit source via dao defi nft nfts tvl evm bsc api"
          + " sql xss ddos dns ssl https http url ip pos atm atms swift pin cvv usb vpn otp sim pii gdpr"
          + " million billion thousand millions billions dollars euros pounds usd eur gbp"
          + " rekt r3kt us uk eu usa europe asia africa america english chinese russian arabic"
          + " north south east west northern southern eastern western"
          + " let industry crime crimes ransom ss7"
          + " christmas thanksgiving easter covid covid-19 pandemic twitter telegram discord medium reddit"
          + " youtube gmail etherscan tweet tor dark darknet underground operation"
          + " step address tx transaction contract attackers' exploiter's wallet wallets bridge exploiter funds money"
          + " zero-day multisig multi-sig governance oracle oracles pool pools token tokens vault vaults apt q1 q2 q3 q4 utc am pm est pst edt gmt"
          + " pcs pc dex amm amms eoa csrf adsl msp msps ico icos cex tvl example layer lp pdf admin id ids identity system systems weak strong lesson ltd part chapter figure table isp isps ai ml it iot cia fbi nsa doj gdp smb dll exe sms html css php json rpc kyc aml ux ui"
          + " your their its our his her my this that these those the a an and or but nor"
          + " report reports statement news blog post researcher analyst expert hundreds thousands dozens"
          + " multiple massive huge biggest largest major popular who whose which"
          + " credit debit card cards personal private public account accounts email password passwords"
          + " company companies bank banks exchange exchanges department agency bureau ministry cyber"
          + " digital online financial global world worldwide international national federal"
          + " stolen hacked steals stole hacks breached leaked exposed lost hits suffers"
          + " hacking group gang team crew information insurance market capital law enforcement user customer"
          + " north-korean south-korean chief executive officer head vice chairman spokesman spokesperson spokeswoman"
          + " tornado cash binance-smart-chain mainnet polygon arbitrum avalanche solana optimism base");

  private final String words;

  Sense(String words) {
    this.words = words;
  }

  /** All words that mean anything, in lower case, and what each may mean. */
  static Map<String, Senses> words() {
    Map<String, Senses> words = new HashMap<>();
    for (Sense sense : values()) {
      for (String word : sense.words.toLowerCase(Locale.ROOT).split(" ", -1)) {
        words.merge(word, Senses.of(sense), Senses::with);
      }
    }
    return words;
  }
}
