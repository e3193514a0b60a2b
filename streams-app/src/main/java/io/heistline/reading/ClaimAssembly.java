package io.heistline.reading;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.ActorMention;
import io.heistline.model.Amount;
import io.heistline.model.AmountRole;
import io.heistline.model.Article;
import io.heistline.model.Claim;
import io.heistline.model.Evidence;
import io.heistline.model.Kind;
import io.heistline.model.Period;
import io.heistline.model.Scope;
import io.heistline.reading.PeriodRule.Part;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes claims of what an article says of each victim, and of its sums. */
final class ClaimAssembly {
  /** Sentences from the top in which all who are named are in the news. */
  private static final int NEWS_SENTENCES = 4;

  private final Article article;

  private final List<Facts> sentences;

  private final LocalDate published;
  private final Optional<Long> textHash;
  private final BlameRule blame;
  private final SourceRule sources;
  private final HeaderRule headers;

  ClaimAssembly(Article article, Knowledge knowledge, List<Facts> sentences) {
    this.article = article;
    this.published = LocalDate.ofInstant(article.getPublishedAt(), ZoneOffset.UTC);
    this.sentences = sentences;
    this.textHash = TextHash.of(sentences.stream().skip(1).map(f -> f.sentence().text()).toList());
    this.blame = new BlameRule(knowledge, sentences);
    this.sources = new SourceRule(sentences);
    this.headers = new HeaderRule(sentences);
  }

  List<Claim> claims(ArticleFolding.Folded folded) {
    List<Claim> claims = new ArrayList<>();
    CompanionRule companion = new CompanionRule(folded);
    Optional<Period> year = folded.victims().isEmpty() ? Optional.empty() : yearOfTitle();
    for (VictimFile file : folded.victims()) {
      Part part = part(folded, file);
      Optional<VictimFile> beside = companion.of(file);
      Optional<Period> companions = beside.flatMap(other -> period(other, part(folded, other)));
      boolean main = isNews(folded, file) || beside.filter(b -> isNews(folded, b)).isPresent();
      boolean inNews = isInNews(file);
      Optional<Period> fresh = inNews ? PeriodRule.fresh(published) : Optional.empty();
      claims.add(
          incident(
              file,
              main || inNews,
              period(file, part)
                  .or(() -> companions)
                  .or(() -> headers.date(file).map(DateMention::period))
                  .or(() -> year)
                  .or(() -> fresh)));
    }
    claims.addAll(sums(folded.sums()));
    return claims;
  }

  /** Named where the article tells its news, and dated nowhere: robbed lately, as the others. */
  private boolean isInNews(VictimFile file) {
    Sentence title = sentences.get(0).sentence();
    return sentences.get(0).hasDeed()
        && !title.has(Sense.LAW)
        && file.statements().stream()
            .filter(s -> s.mention().isPresent())
            .findFirst()
            .filter(s -> s.index() < NEWS_SENTENCES && s.facts().dates().isEmpty())
            .flatMap(Statement::mention)
            .filter(mention -> mention.name().victim().isEmpty()) // robbed before, and known for it
            .isPresent();
  }

  /** "The biggest hacks of 2014": when all happened of which nothing else is told. */
  private Optional<Period> yearOfTitle() {
    Facts title = sentences.get(0);
    boolean several = title.victims().isEmpty() && title.sentence().has(Sense.MANY);
    return title.dates().stream()
        .filter(date -> several && date.isYear() && title.sentence().has(Sense.EVENT))
        .map(DateMention::period)
        .findFirst();
  }

  private Optional<Period> period(VictimFile file, Part part) {
    return PeriodRule.period(file.dated(), part, published);
  }

  private Claim incident(VictimFile file, boolean main, Optional<Period> period) {
    List<Statement> statements = file.statements();
    List<Amount> amounts = AmountRule.amounts(statements, sentences, published);
    Statement evidence = evidence(statements, amounts);
    Kind kind = KindRule.of(statements, amounts, evidence, KindRule.ofArticle(sentences));
    return ClaimIds.withId(
        start(evidence.facts().sentence())
            .setScope(Scope.INCIDENT)
            .setKind(kind)
            .setVictim(file.name())
            .setVictimAliases(file.aliases())
            .setActors(blame.blamed(file, main))
            .setAmounts(amounts)
            .setVagueAmount(AmountRule.vague(statements, amounts).orElse(null))
            .setRecords(kind == Kind.THEFT ? null : records(statements).orElse(null))
            .setPeriod(period.orElse(null))
            .setAttributedBy(sources.ofIncident(file)));
  }

  /** The news; or what it goes back to, where the title tells of a court or the police. */
  private Part part(ArticleFolding.Folded folded, VictimFile file) {
    if (!isNews(folded, file) || isOfSomethingElse(file)) {
      return Part.BACKGROUND;
    }
    return sentences.get(0).sentence().has(Sense.LAW) ? Part.AFTERMATH : Part.MAIN;
  }

  /** "How To Choose A Password": a title of no deed, and not of whom was robbed. */
  private boolean isOfSomethingElse(VictimFile file) {
    Facts title = sentences.get(0);
    return !title.hasDeed() && !title.sentence().has(Sense.SALE) && !isTitled(file);
  }

  /** What the article is about, or its title. */
  private boolean isNews(ArticleFolding.Folded folded, VictimFile file) {
    return folded.main().filter(file::equals).isPresent() || isTitled(file);
  }

  private boolean isTitled(VictimFile file) {
    return sentences.get(0).names().stream().anyMatch(file::isOf);
  }

  private Claim.Builder start(Sentence sentence) {
    return Claim.newBuilder()
        .setArticleId(article.getId())
        .setUrl(article.getUrl())
        .setPublisher(article.getPublisher())
        .setPublishedAt(article.getPublishedAt())
        .setTextHash(textHash.orElse(null))
        .setEvidence(new Evidence(sentence.text(), sentence.start(), sentence.end()));
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

  /** How many were robbed of data: what is said where the victim is named goes first. */
  private static Optional<Long> records(List<Statement> statements) {
    Optional<Long> named =
        statements.stream()
            .flatMap(s -> s.mention().flatMap(m -> RecordsGrammar.of(m, s.facts())).stream())
            .findFirst();
    return named.or(
        () ->
            statements.stream()
                .filter(s -> s.mention().isEmpty())
                .flatMap(s -> s.facts().records().stream())
                .findFirst());
  }

  /** One claim a sum; a headline's figure and the first paragraph's are one. */
  private List<Claim> sums(List<Statement> statements) {
    List<List<Statement>> groups = new ArrayList<>();
    for (Statement statement : statements) {
      List<Statement> merged = new ArrayList<>();
      int place = groups.size();
      for (int i = groups.size() - 1; i >= 0; i--) {
        if (groups.get(i).stream().anyMatch(other -> isSameSum(other, statement))) {
          merged.addAll(0, groups.remove(i)); // two, where this one gives both their units
          place = i;
        }
      }
      merged.add(statement);
      groups.add(place, merged);
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
    return a.money().get(0).money().isSameFigure(b.money().get(0).money());
  }

  private Claim sum(List<Statement> group, List<ActorMention> before) {
    Statement best =
        group.stream()
            .filter(s -> s.date().isPresent())
            .findFirst()
            .orElse(group.stream().filter(s -> !s.isTitle()).findFirst().orElse(group.get(0)));
    List<Amount> amounts =
        best.money().stream().limit(1).map(m -> m.money().amount(AmountRole.LOSS)).toList();
    Optional<String> vague = best.facts().vague().map(VagueMoney::text);
    return ClaimIds.withId(
        start(best.facts().sentence())
            .setScope(Scope.PERIOD)
            .setKind(KindRule.ofSum(best))
            .setVictim(null)
            .setVictimAliases(List.of())
            .setActors(isPartOfSum(best) ? before : blame.ofSum(group))
            .setAmounts(amounts)
            .setVagueAmount(amounts.isEmpty() ? vague.orElse(null) : null)
            .setRecords(null)
            .setPeriod(best.date().map(DateMention::period).orElse(null))
            .setAttributedBy(sources.ofSum(best)));
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
}
