package io.heistline.resolving;

import io.heistline.model.LinkedActor;
import io.heistline.model.Period;
import io.heistline.model.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What any number of claims about the victim say alike, with the questions that resolving asks of
 * it. A figure is one that the articles state in dollars, unless it is asked for as valued.
 *
 * @param choir all voices about the victim
 * @param parts who says this, as the choir numbers them
 * @param firstDay of publication
 * @param lastDay of publication
 */
record Statement(
    Signature signature, Choir choir, Choir.Parts parts, LocalDate firstDay, LocalDate lastDay) {
  /** A report reaches so many days back for its news; beyond, for what it calls recent. */
  static final long NEWS_DAYS = 31;

  private static final int DAY_LENGTH = "2022-03-29".length();

  /** All statements about one victim, in order of signature id. */
  static List<Statement> of(Collection<Signature> signatures) {
    SortedMap<String, List<Voice>> voices = new TreeMap<>();
    SortedMap<String, Signature> inOrder = new TreeMap<>();
    for (Signature signature : signatures) {
      inOrder.put(signature.getId(), signature);
      voices.put(signature.getId(), signature.getVoices().stream().map(Voice::parse).toList());
    }
    Choir choir = new Choir(voices.values().stream().flatMap(List::stream).toList());
    return inOrder.values().stream()
        .map(each -> of(each, choir, choir.parts(voices.getOrDefault(each.getId(), List.of()))))
        .toList();
  }

  private static Statement of(Signature signature, Choir choir, Choir.Parts parts) {
    return new Statement(
        signature,
        choir,
        parts,
        LocalDate.parse(signature.getSources().get(0).substring(0, DAY_LENGTH)),
        LocalDate.parse(signature.getLastDay()));
  }

  String id() {
    return signature.getId();
  }

  boolean official() {
    return signature.getOfficial();
  }

  Optional<Period> period() {
    return signature.getPeriod();
  }

  /** Whether its period is narrow enough to say which event is meant. */
  boolean anchored() {
    return period().map(When::isNarrow).orElse(false);
  }

  /** Whether somebody says when it was. */
  boolean dated() {
    return period().isPresent() && !signature.getFresh();
  }

  /** Whether all that tells when it was is that it is the news. */
  boolean isNews() {
    return signature.getFresh() && period().map(When::days).orElse(0L) <= NEWS_DAYS;
  }

  /** Whether all that tells when it was is that it is called recent. */
  boolean isRecent() {
    return signature.getFresh() && !isNews();
  }

  /** The loss as it is stated, in dollars and in another unit. */
  List<Sum> sums() {
    List<Sum> sums = new ArrayList<>();
    signature.getLossUsdCents().map(Sum::ofCents).ifPresent(sums::add);
    signature.getLossUnits().map(Sum::parse).ifPresent(sums::add);
    return List.copyOf(sums);
  }

  /** The loss, in cents of US dollars. */
  OptionalLong loss() {
    return figure(signature.getLossUsdCents());
  }

  /** The loss, in cents of US dollars, as worked out at the month's rate. */
  OptionalLong valuedLoss() {
    return figure(signature.getValuedLossUsdCents());
  }

  /** What came back, in cents of US dollars. */
  OptionalLong recovered() {
    return figure(signature.getRecoveredUsdCents());
  }

  /** What came back, in cents of US dollars, as worked out at the month's rate. */
  OptionalLong valuedRecovered() {
    return figure(signature.getValuedRecoveredUsdCents());
  }

  /** People or records affected. */
  OptionalLong records() {
    return figure(signature.getRecords());
  }

  /** Ids of those who are named. */
  Set<String> actors() {
    return signature.getActors().stream().map(LinkedActor::getId).collect(Collectors.toSet());
  }

  private static OptionalLong figure(Optional<Long> cents) {
    return cents.isPresent() ? OptionalLong.of(cents.get()) : OptionalLong.empty();
  }
}
