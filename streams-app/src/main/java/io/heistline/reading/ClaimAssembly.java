package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.ActorMention;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Article;
import io.heistline.model.Certainty;
import io.heistline.model.Claim;
import io.heistline.model.Entity;
import io.heistline.model.EntityType;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.Period;
import io.heistline.model.Precision;
import io.heistline.model.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes claims of what an article says of each victim, and of its sums. */
final class ClaimAssembly {
  /** Figures for one loss: the best, and two that differ. */
  private static final int MAX_LOSSES = 3;

  /** Two figures this close are one, rounded twice. */
  private static final BigDecimal SAME_FIGURE = new BigDecimal("0.05");

  /**
   * Days before publication within which an undated main incident is taken to have happened: news
   * is news within a fortnight.
   */
  private static final int FRESH_DAYS = 14;

  /** What one repetition of a figure adds to its weight, see {@link Candidate#weight()}. */
  private static final int REPEATED = 12;

  /** Sentences from the top in which a main incident's date is looked for; later ones look back. */
  private static final int DATED_SENTENCES = 15;

  /** Days before publication within which a date is an item's news rather than its background. */
  private static final int RECENT_DAYS = 45;

  /** Sentences back within which "the firm said" means the source that was named. */
  private static final int SOURCE_SENTENCES = 6;

  /** A stretch of time longer than a quarter tells of a series, not of an event. */
  private static final int SHORT_SPAN_DAYS = 92;

  private final Article article;
  private final Knowledge knowledge;
  private final LocalDate published;
  private final List<Facts> sentences;

  ClaimAssembly(Article article, Knowledge knowledge, List<Facts> sentences) {
    this.article = article;
    this.knowledge = knowledge;
    this.published = LocalDate.ofInstant(article.getPublishedAt(), ZoneOffset.UTC);
    this.sentences = sentences;
  }

  List<Claim> claims(ArticleFolding.Folded folded) {
    List<Claim> claims = new ArrayList<>();
    for (VictimFile file : folded.victims()) {
      boolean main = folded.main().filter(file::equals).isPresent();
      if (file.isKnown() || file.isTellable()) {
        claims.add(incident(file, main));
      }
    }
    claims.addAll(sums(folded.sums()));
    return claims;
  }

  private Claim incident(VictimFile file, boolean main) {
    List<Statement> statements = file.statements();
    List<Amount> amounts = amounts(statements);
    Statement evidence = evidence(statements, amounts);
    boolean ransomArticle = sentences.get(0).sentence().has(Sense.RANSOM);
    Kind kind = KindRule.of(statements, amounts, evidence, ransomArticle);
    return ClaimIds.withId(
        start(evidence.facts().sentence())
            .setScope(Scope.INCIDENT)
            .setKind(kind)
            .setVictim(file.name())
            .setVictimAliases(file.aliases())
            .setActors(blamed(file, main))
            .setAmounts(amounts)
            .setVagueAmount(null)
            .setRecords(kind == Kind.THEFT ? null : records(statements).orElse(null))
            .setPeriod(period(statements, main).orElse(null))
            .setAttributedBy(sources(statements)));
  }

  private Claim.Builder start(Sentence sentence) {
    return Claim.newBuilder()
        .setArticleId(article.getId())
        .setUrl(article.getUrl())
        .setPublisher(article.getPublisher())
        .setPublishedAt(article.getPublishedAt())
        .setEvidence(new Evidence(sentence.text(), sentence.start(), sentence.end()));
  }

  /** The best loss first, then what differs from it; then demands and recoveries. */
  private List<Amount> amounts(List<Statement> statements) {
    List<Candidate> candidates = new ArrayList<>();
    for (Statement statement : statements) {
      for (RoleRule.Roled roled : statement.money()) {
        candidates.add(new Candidate(roled, statement, isOld(statement)));
      }
    }
    dropDamages(candidates, statements);
    candidates.sort(
        Comparator.comparingInt((Candidate c) -> c.weight() + repeats(c, candidates)).reversed());
    List<Amount> amounts = new ArrayList<>();
    List<Money> losses = new ArrayList<>();
    for (AmountRole role : AmountRole.values()) {
      List<Money> kept = new ArrayList<>();
      for (Candidate candidate : candidates) {
        Money money = candidate.roled().money();
        boolean loss = role == AmountRole.LOSS;
        if (candidate.roled().role() == role
            && kept.size() < (loss ? MAX_LOSSES : 1)
            && kept.stream().noneMatch(other -> isSameFigure(other, money))
            // what was asked for and paid is a loss, and said once
            && (role != AmountRole.DEMAND
                || losses.stream().noneMatch(other -> isSameFigure(other, money)))) {
          kept.add(money);
          amounts.add(money.amount(role));
          if (loss) {
            losses.add(money);
          }
        }
      }
    }
    return amounts;
  }

  /** What an attack cost is what was taken, but for ransoms and data: there it is the repairs. */
  private static void dropDamages(List<Candidate> candidates, List<Statement> statements) {
    if (KindRule.isOfDataOrRansom(statements)) {
      candidates.removeIf(c -> c.roled().role() == AmountRole.LOSS && c.roled().damage());
    }
  }

  /** Whether a statement is dated long before publication: an earlier event, mostly. */
  private boolean isOld(Statement statement) {
    return statement
        .date()
        .filter(date -> date.last().isBefore(published.minusDays(RECENT_DAYS)))
        .isPresent();
  }

  /** The figure that an article repeats is the one that it means. */
  private static int repeats(Candidate candidate, List<Candidate> all) {
    long same =
        all.stream()
            .filter(c -> c.roled().role() == candidate.roled().role())
            .filter(c -> isSameFigure(c.roled().money(), candidate.roled().money()))
            .limit(4)
            .count();
    return (int) (same - 1) * REPEATED;
  }

  private static boolean isSameFigure(Money a, Money b) {
    if (a.usdCents().isPresent() != b.usdCents().isPresent()) {
      return false;
    }
    BigDecimal gap = a.size().subtract(b.size()).abs();
    return gap.compareTo(a.size().max(b.size()).multiply(SAME_FIGURE)) <= 0;
  }

  /** A figure for an amount, and how much speaks for it. */
  private record Candidate(RoleRule.Roled roled, Statement statement, boolean old) {

    int weight() {
      Sentence sentence = statement.facts().sentence();
      int weight = 100 - 2 * Math.min(statement.index(), 25);
      weight += statement.isTitle() ? 30 : 0;
      weight += statement.mention().isPresent() ? 10 : 0;
      weight -= old ? 60 : 0;
      weight += sentence.has(Sense.SUM) ? 15 : 0;
      weight += roled.money().usdCents().isPresent() ? 40 : 0;
      weight -= Math.min(roled.distance(), 10) * 2;
      return weight;
    }
  }

  /** The statement with the best figure, else the first outside the title. */
  private static Statement evidence(List<Statement> statements, List<Amount> amounts) {
    if (!amounts.isEmpty()) {
      String text = amounts.get(0).getText();
      for (Statement statement : statements) {
        if (statement.money().stream().anyMatch(m -> m.money().text().equals(text))) {
          return statement;
        }
      }
    }
    return statements.stream()
        .filter(s -> s.mention().isPresent() && !s.isTitle())
        .findFirst()
        .orElse(statements.get(0));
  }

  /** Whom the article blames; for the main victim and the items of a list, its only suspect. */
  private List<ActorMention> blamed(VictimFile file, boolean main) {
    List<ActorMention> own = actors(main ? file.statements() : named(file.statements()));
    return own.isEmpty() && (main || file.isListed()) ? onlySuspect(file) : own;
  }

  /** The one group that an article names, but for other victims; none if it names several. */
  private List<ActorMention> onlySuspect(VictimFile file) {
    Map<String, ActorMention> groups = new LinkedHashMap<>();
    for (Facts facts : sentences) {
      boolean others = facts.names().stream().anyMatch(n -> n.victim().isPresent());
      if (others && facts.names().stream().noneMatch(file::isOf)) {
        continue;
      }
      for (ActorMention mention : facts.actors()) {
        Optional<Entity> actor = knowledge.named(mention.getName(), EntityType.ACTOR);
        boolean state = actor.filter(a -> knowledge.isState(a.getId())).isPresent();
        if (!state && (actor.isPresent() || mention.getCoined())) {
          groups.putIfAbsent(actorId(mention), mention);
        }
      }
    }
    return groups.size() == 1 ? List.copyOf(groups.values()) : List.of();
  }

  /** The statements that name the victim themselves. */
  private static List<Statement> named(List<Statement> statements) {
    return statements.stream().filter(s -> s.mention().isPresent()).toList();
  }

  /** Each actor once with its strongest certainty; one that another belongs to is left out. */
  private List<ActorMention> actors(List<Statement> statements) {
    Map<String, ActorMention> byId = new LinkedHashMap<>();
    for (Statement statement : statements) {
      for (ActorMention mention : statement.facts().actors()) {
        String id = actorId(mention);
        ActorMention known = byId.get(id);
        if (known == null || isStronger(mention, known)) {
          byId.put(id, mention);
        }
      }
    }
    Set<String> above = new LinkedHashSet<>();
    for (ActorMention mention : byId.values()) {
      knowledge
          .named(mention.getName(), EntityType.ACTOR)
          .ifPresent(actor -> actor.getLineage().forEach(ref -> above.add(ref.getId())));
    }
    return byId.entrySet().stream()
        .filter(entry -> !above.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isStronger(ActorMention a, ActorMention b) {
    return strength(a.getCertainty()) > strength(b.getCertainty());
  }

  private static int strength(Certainty certainty) {
    return switch (certainty) {
      case DENIED -> 0;
      case SUSPECTED -> 1;
      case CONFIRMED -> 2;
    };
  }

  private String actorId(ActorMention mention) {
    return knowledge
        .named(mention.getName(), EntityType.ACTOR)
        .map(Entity::getId)
        .orElse(io.heistline.knowledge.Names.normalise(mention.getName()));
  }

  private static Optional<Long> records(List<Statement> statements) {
    return statements.stream().flatMap(s -> s.facts().records().stream()).findFirst();
  }

  /**
   * When it happened. News tells its date early: a recent date near the top first, then any narrow
   * date there, then a year; an undated main incident is fresh.
   */
  private Optional<Period> period(List<Statement> statements, boolean main) {
    List<DateMention> dates =
        statements.stream()
            .filter(s -> !main || s.index() < DATED_SENTENCES)
            .flatMap(s -> s.date().stream())
            .filter(date -> !date.span() || isShort(date))
            .toList();
    boolean old = sentences.stream().limit(1).anyMatch(f -> f.sentence().has(Sense.AFTERMATH));
    Optional<DateMention> recent =
        dates.stream()
            .filter(date -> main && !old && date.precision() != Precision.YEAR)
            .filter(date -> date.last().isAfter(published.minusDays(RECENT_DAYS)))
            .findFirst();
    Optional<DateMention> best = recent.or(() -> narrowest(dates));
    if (best.isPresent()) {
      return best.map(DateMention::period);
    }
    return main && !old
        ? Optional.of(new Period(published.minusDays(FRESH_DAYS), published, Precision.RANGE))
        : Optional.empty();
  }

  /** The first narrow date, unless a year stands before that it does not fall in. */
  private static Optional<DateMention> narrowest(List<DateMention> dates) {
    Optional<DateMention> first = dates.stream().findFirst();
    Optional<DateMention> narrow =
        dates.stream().filter(date -> date.precision() != Precision.YEAR).findFirst();
    boolean yearStands =
        first.filter(date -> date.precision() == Precision.YEAR).isPresent()
            && narrow.filter(date -> isWithin(date, first.get())).isEmpty();
    return yearStands ? first : narrow;
  }

  /** A stretch that still tells when: "between mid-May and July". */
  private static boolean isShort(DateMention span) {
    return span.last().isBefore(span.first().plusDays(SHORT_SPAN_DAYS));
  }

  private static boolean isWithin(DateMention date, DateMention year) {
    return !date.first().isBefore(year.first()) && !date.last().isAfter(year.last());
  }

  private List<String> sources(List<Statement> statements) {
    return statements.stream()
        .filter(s -> s.mention().isPresent() || !s.money().isEmpty())
        .flatMap(
            s -> (s.facts().sources().isEmpty() ? saidBefore(s) : s.facts().sources()).stream())
        .distinct()
        .limit(5)
        .toList();
  }

  /** One claim a sum; a headline's figure and the first paragraph's are one. */
  private List<Claim> sums(List<Statement> statements) {
    List<List<Statement>> groups = new ArrayList<>();
    for (Statement statement : statements) {
      List<Statement> group =
          groups.stream().filter(g -> isSameSum(g.get(0), statement)).findFirst().orElse(null);
      if (group == null) {
        groups.add(new ArrayList<>(List.of(statement)));
      } else {
        group.add(statement);
      }
    }
    List<Claim> claims = new ArrayList<>();
    for (List<Statement> group : groups) {
      List<ActorMention> before =
          claims.isEmpty() ? List.of() : claims.get(claims.size() - 1).getActors();
      claims.add(sum(group, before));
    }
    return claims;
  }

  private static boolean isSameSum(Statement a, Statement b) {
    if (a.money().isEmpty() || b.money().isEmpty()) {
      return a.money().isEmpty() && b.money().isEmpty();
    }
    return isSameFigure(a.money().get(0).money(), b.money().get(0).money());
  }

  private Claim sum(List<Statement> group, List<ActorMention> before) {
    Statement best =
        group.stream()
            .filter(s -> s.date().isPresent())
            .findFirst()
            .orElse(group.stream().filter(s -> !s.isTitle()).findFirst().orElse(group.get(0)));
    List<Amount> amounts =
        best.money().stream().limit(1).map(m -> m.money().amount(AmountRole.LOSS)).toList();
    Set<String> sources = new LinkedHashSet<>(best.facts().sources());
    if (sources.isEmpty()) {
      sources.addAll(saidBefore(best));
    }
    if (sources.isEmpty()) {
      sources.addAll(nextSource(best));
    }
    Optional<String> vague = best.facts().vague().map(MoneyGrammar.VagueMoney::text);
    return ClaimIds.withId(
        start(best.facts().sentence())
            .setScope(Scope.PERIOD)
            .setKind(KindRule.ofSum(best))
            .setVictim(null)
            .setVictimAliases(List.of())
            .setActors(isPartOfSum(best) ? before : sumActors(group))
            .setAmounts(amounts)
            .setVagueAmount(amounts.isEmpty() ? vague.orElse(null) : null)
            .setRecords(null)
            .setPeriod(best.date().map(DateMention::period).orElse(null))
            .setAttributedBy(List.copyOf(sources)));
  }

  /** "More than half of it was stolen this year": a part of the last sum, and of its thieves. */
  private static boolean isPartOfSum(Statement statement) {
    Sentence sentence = statement.facts().sentence();
    if (!statement.facts().actors().isEmpty()) {
      return false;
    }
    for (int i = 0; i < Math.min(sentence.size(), 6); i++) {
      if (sentence.at(i).is("of") && sentence.at(i + 1).isOneOf("it", "that", "them", "those")) {
        return true;
      }
    }
    return false;
  }

  /** Who is blamed; a sum that goes on about stolen things is the doing of whom the title names. */
  private List<ActorMention> sumActors(List<Statement> group) {
    List<ActorMention> own = actors(group);
    if (!own.isEmpty() || sentences.isEmpty()) {
      return own;
    }
    return sentences.stream()
        .limit(2)
        .map(Facts::actors)
        .filter(actors -> !actors.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .limit(1)
        .toList();
  }

  /** "..., the firm said": the source that was named last. */
  private List<String> saidBefore(Statement statement) {
    if (!Attribution.isAnaphoric(statement.facts().sentence())) {
      return List.of();
    }
    for (int i = statement.index() - 1;
        i >= Math.max(0, statement.index() - SOURCE_SENTENCES);
        i--) {
      List<String> before = sentences.get(i).sources();
      if (!before.isEmpty()) {
        return before.subList(before.size() - 1, before.size());
      }
    }
    return List.of();
  }

  /** "A spy agency has found ...": the source that the next sentence names. */
  private List<String> nextSource(Statement statement) {
    if (!statement.facts().sentence().has(Sense.SAY) || statement.index() + 1 >= sentences.size()) {
      return List.of();
    }
    return sentences.get(statement.index() + 1).sources();
  }
}
