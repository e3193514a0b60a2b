package io.heistline.resolving;

import io.heistline.model.ArticleSignatures;
import io.heistline.model.Incident;
import io.heistline.model.LinkedClaim;
import io.heistline.model.Ruling;
import io.heistline.model.Signature;
import io.heistline.model.VictimClaim;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A case file over tables in memory, for claims about one victim. */
final class TestFile {
  static final String VICTIM = "acme";

  final MapTable<VictimClaim> claims = new MapTable<>();
  final MapTable<ArticleSignatures> articles = new MapTable<>();
  final MapTable<Signature> signatures = new MapTable<>();
  final MapTable<Long> counts = new MapTable<>();
  final MapTable<Ruling> rulings = new MapTable<>();
  private final CaseFile file = new CaseFile(claims, articles, signatures, counts, rulings);

  static TestFile of(Collection<LinkedClaim> claims) {
    TestFile file = new TestFile();
    claims.forEach(file::add);
    return file;
  }

  boolean add(LinkedClaim claim) {
    return file.file(VICTIM, claim.getClaim().getId(), Optional.of(claim));
  }

  boolean remove(String claimId) {
    return file.file(VICTIM, claimId, Optional.empty());
  }

  boolean rule(Ruling ruling) {
    return file.rule(VICTIM, key(ruling), Optional.of(ruling));
  }

  boolean revoke(Ruling ruling) {
    return file.rule(VICTIM, key(ruling), Optional.empty());
  }

  SortedMap<String, Incident> incidents() {
    return file.incidents(VICTIM);
  }

  /** Counts rows that are read and written from now on. */
  void startCounting() {
    tables().forEach(MapTable::startCounting);
  }

  long reads() {
    return tables().stream().mapToLong(MapTable::reads).sum();
  }

  long writes() {
    return tables().stream().mapToLong(MapTable::writes).sum();
  }

  private List<MapTable<?>> tables() {
    return List.of(claims, articles, signatures, counts, rulings);
  }

  /** All that is kept, but for the rulings. */
  List<Object> content() {
    return List.of(claims.rows(), articles.rows(), signatures.rows(), counts.rows());
  }

  private static String key(Ruling ruling) {
    return ruling.getSubject() + "/" + ruling.getAction() + "/" + ruling.getTarget().orElse("");
  }
}
