package io.heistline.resolving;

import io.heistline.model.ArticleSignatures;
import io.heistline.model.Claim;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Ruling;
import io.heistline.model.RulingAction;
import io.heistline.model.Scope;
import io.heistline.model.Signature;
import io.heistline.model.Source;
import io.heistline.model.VictimClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The claims about each victim, filed by what they say. Claims that say the same share a signature,
 * which holds their number and the first of their names, voices and sources; so one claim more
 * touches a few rows, and resolving looks at as many signatures as there are different statements,
 * whatever the number of claims. All of it depends on the set of claims alone, and is taken back
 * exactly when a claim goes.
 */
public final class CaseFile {
  /**
   * Publishers that a signature holds: who says just the same is believed by then, and every one
   * held costs time whenever the victim is resolved.
   */
  static final int MOST_VOICES = 16;

  private static final int DAY_LENGTH = "2022-03-29".length();

  private final Table<VictimClaim> claims;
  private final Table<ArticleSignatures> articles;
  private final Table<Signature> signatures;
  private final Table<Long> counts;
  private final Table<Ruling> rulings;

  /**
   * A file over its tables, all by victim id/rest.
   *
   * @param claims what taking each claim back needs; rest: claim id
   * @param articles what each article says; rest: article id
   * @param signatures what is said; rest: signature id
   * @param counts how often each name, voice and source is there; rest: signature id/...
   * @param rulings on the victim's incidents; rest: as in their topic
   */
  public CaseFile(
      Table<VictimClaim> claims,
      Table<ArticleSignatures> articles,
      Table<Signature> signatures,
      Table<Long> counts,
      Table<Ruling> rulings) {
    this.claims = claims;
    this.articles = articles;
    this.signatures = signatures;
    this.counts = counts;
    this.rulings = rulings;
  }

  /**
   * Files a claim in place of what was filed under its id.
   *
   * @param claim empty if it is gone; a PERIOD claim counts as gone
   * @return whether anything has changed
   */
  public boolean file(String victim, String claimId, Optional<LinkedClaim> claim) {
    Optional<VictimClaim> before = claims.get(victim + "/" + claimId);
    Optional<Signature> content =
        claim
            .filter(linked -> linked.getClaim().getScope() == Scope.INCIDENT)
            .map(linked -> Signatures.of(linked, apart(victim, claimId)));
    Optional<VictimClaim> now =
        content.map(signature -> row(claim.orElseThrow().getClaim(), signature.getId()));
    if (before.equals(now)) {
      return false;
    }
    before.ifPresent(row -> takeBack(victim, row));
    now.ifPresentOrElse(
        row -> add(victim, row, content.orElseThrow()),
        () -> claims.remove(victim + "/" + claimId));
    return true;
  }

  /**
   * Files a ruling on one of the victim's incidents in place of what was filed under its key.
   *
   * @param key the rest of the key, behind the victim
   * @param ruling empty if it is taken back
   * @return whether anything has changed
   */
  public boolean rule(String victim, String key, Optional<Ruling> ruling) {
    String row = victim + "/" + key;
    Optional<Ruling> before = rulings.get(row);
    if (before.equals(ruling)) {
      return false;
    }
    ruling.ifPresentOrElse(now -> rulings.put(row, now), () -> rulings.remove(row));
    Stream.concat(before.stream(), ruling.stream())
        .filter(each -> each.getAction() == RulingAction.SPLIT)
        .flatMap(each -> each.getTarget().stream())
        .forEach(claimId -> refile(victim, claimId));
    return true;
  }

  /** The victim's incidents by id. */
  public SortedMap<String, Incident> incidents(String victim) {
    String prefix = victim + "/";
    return Resolver.resolve(
        signatures.all(prefix),
        rulings.all(prefix),
        claimId -> claims.get(prefix + claimId).orElseThrow().getSource());
  }

  /** The claim that a source stands for. */
  static String claimId(String source) {
    return source.substring(DAY_LENGTH + 1);
  }

  /** A claim that is set apart, or no more, goes under another signature. */
  private void refile(String victim, String claimId) {
    Optional<VictimClaim> filed = claims.get(victim + "/" + claimId);
    if (filed.isEmpty()) {
      return;
    }
    VictimClaim row = filed.get();
    Signature content =
        Signatures.apart(
            signatures.get(victim + "/" + row.getSignature()).orElseThrow(),
            apart(victim, claimId));
    takeBack(victim, row);
    add(victim, VictimClaim.newBuilder(row).setSignature(content.getId()).build(), content);
  }

  /** Subject of the SPLIT ruling on a claim; of several, the first. */
  private Optional<String> apart(String victim, String claimId) {
    return rulings.all(victim + "/").stream()
        .filter(ruling -> ruling.getAction() == RulingAction.SPLIT)
        .filter(ruling -> ruling.getTarget().filter(claimId::equals).isPresent())
        .map(Ruling::getSubject)
        .sorted()
        .findFirst();
  }

  private static VictimClaim row(Claim claim, String signature) {
    return VictimClaim.newBuilder()
        .setSignature(signature)
        .setNames(
            Stream.concat(claim.getVictim().stream(), claim.getVictimAliases().stream())
                .distinct()
                .sorted()
                .toList())
        .setVoice(Voice.of(claim))
        .setSource(
            Source.newBuilder()
                .setClaimId(claim.getId())
                .setArticleId(claim.getArticleId())
                .setUrl(claim.getUrl())
                .setPublisher(claim.getPublisher())
                .setPublishedAt(claim.getPublishedAt())
                .setSentence(claim.getEvidence().getSentence())
                .build())
        .build();
  }

  private void add(String victim, VictimClaim row, Signature content) {
    String key = victim + "/" + row.getSignature();
    claims.put(victim + "/" + row.getSource().getClaimId(), row);
    signatures.put(key, count(key, signatures.get(key).orElse(content), row, 1));
    countArticle(victim, row, 1);
  }

  private void takeBack(String victim, VictimClaim row) {
    String key = victim + "/" + row.getSignature();
    countArticle(victim, row, -1);
    Signature left = count(key, signatures.get(key).orElseThrow(), row, -1);
    if (left.getClaims() == 0) {
      signatures.remove(key);
    } else {
      signatures.put(key, left);
    }
  }

  private Signature count(String key, Signature before, VictimClaim row, int by) {
    List<String> names = before.getNames();
    for (String name : row.getNames()) {
      names = firsts(key + "/n/", false, Resolver.MOST_NAMES).count(names, name, by);
    }
    String source = day(row) + " " + row.getSource().getClaimId();
    String prefix = key + "/s/";
    return Signature.newBuilder(before)
        .setClaims(before.getClaims() + by)
        .setNames(names)
        .setVoices(
            firsts(key + "/v/", true, MOST_VOICES).count(before.getVoices(), row.getVoice(), by))
        .setSources(
            firsts(prefix, false, Resolver.MOST_SOURCES).count(before.getSources(), source, by))
        .setLastDay(lastDay(prefix, before.getLastDay(), day(row), by))
        .build();
  }

  private Firsts firsts(String prefix, boolean grouped, int most) {
    return new Firsts(counts, prefix, grouped, most);
  }

  private String lastDay(String sources, String before, String day, int by) {
    if (by > 0) {
      return day.compareTo(before) > 0 ? day : before;
    }
    if (!day.equals(before)) {
      return before;
    }
    return counts
        .last(sources, Table.behind(sources))
        .map(key -> key.substring(sources.length(), sources.length() + DAY_LENGTH))
        .orElse("");
  }

  private static String day(VictimClaim row) {
    return row.getSource().getPublishedAt().toString().substring(0, DAY_LENGTH);
  }

  /** Counts a claim for its article, and the article for its signatures. */
  private void countArticle(String victim, VictimClaim row, int by) {
    String key = victim + "/" + row.getSource().getArticleId();
    SortedMap<String, Long> said =
        new TreeMap<>(articles.get(key).map(ArticleSignatures::getClaims).orElse(Map.of()));
    boolean hadIt = said.containsKey(row.getSignature());
    String together = String.join(" ", said.keySet());
    said.merge(row.getSignature(), (long) by, Long::sum);
    said.values().removeIf(claimCount -> claimCount == 0);
    boolean hasIt = said.containsKey(row.getSignature());
    if (said.isEmpty()) {
      articles.remove(key);
    } else {
      articles.put(key, new ArticleSignatures(said));
    }
    if (hadIt != hasIt) {
      countShared(victim, together, -1);
      Signature signature = signatures.get(victim + "/" + row.getSignature()).orElseThrow();
      signatures.put(
          victim + "/" + row.getSignature(),
          Signature.newBuilder(signature).setArticles(signature.getArticles() + by).build());
      countShared(victim, String.join(" ", said.keySet()), 1);
    }
  }

  private void countShared(String victim, String together, int by) {
    int end = together.indexOf(' ');
    if (end < 0) {
      return;
    }
    String key = victim + "/" + together.substring(0, end);
    Signature signature = signatures.get(key).orElseThrow();
    SortedMap<String, Long> shared = new TreeMap<>(signature.getShared());
    shared.merge(together, (long) by, Long::sum);
    shared.values().removeIf(articleCount -> articleCount == 0);
    signatures.put(key, Signature.newBuilder(signature).setShared(shared).build());
  }
}
