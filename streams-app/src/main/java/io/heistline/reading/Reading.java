package io.heistline.reading;

import io.heistline.model.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of an article.
 *
 * @param claims in order of mention, each once
 * @param limits that were reached: what lies beyond them was not read
 * @param skipped why nothing was read, if so
 */
public record Reading(List<Claim> claims, Set<Limit> limits, Optional<Skipped> skipped) {

  /** Why an article is left alone. */
  public enum Skipped {
    /** It is written in another language. */
    NOT_ENGLISH
  }

  /** A bound on what is read of one article. */
  public enum Limit {
    /** The body is longer than is read of one. */
    BODY,
    /** A sentence is longer than is read as one: what one part of it says of another is lost. */
    SENTENCE,
    /** More names than an article of news has. */
    NAMES,
    /** More claims than an article may make. */
    CLAIMS,
    /** More victims than an article may name. */
    VICTIMS,
    /** More statements about one victim than a claim can rest on. */
    STATEMENTS
  }

  public Reading {
    claims = List.copyOf(claims);
    limits = Set.copyOf(limits);
  }
}
