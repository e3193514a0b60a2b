package io.heistline.producer;

import io.heistline.model.Article;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in hex digits, of texts and of everything that an article says. */
final class Digest {
  /** 128 bits of it tell versions apart, and keep a feed's state small. */
  private static final int VERSION_DIGITS = 32;

  private Digest() {}

  static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Differs as soon as any field of the article differs. */
  static String ofVersion(Article article) {
    MessageDigest sha256 = sha256();
    List.of(
            article.getId(),
            article.getUrl(),
            article.getPublisher(),
            article.getTitle(),
            article.getBody(),
            article.getContentType(),
            article.getPublishedAt().toString(),
            article.getUpdatedAt().map(Object::toString).orElse(""))
        .forEach(
            field -> {
              sha256.update((field.length() + ":").getBytes(StandardCharsets.UTF_8));
              sha256.update(field.getBytes(StandardCharsets.UTF_8));
            });
    return HexFormat.of().formatHex(sha256.digest()).substring(0, VERSION_DIGITS);
  }

  /** Differs if something else is wrong, or with something else. */
  static String ofRefusal(Submission.Refused refused) {
    MessageDigest sha256 = sha256();
    sha256.update(refused.reason().getBytes(StandardCharsets.UTF_8));
    sha256.update(refused.original().bytes());
    return HexFormat.of().formatHex(sha256.digest()).substring(0, VERSION_DIGITS);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256, which every Java must have", e);
    }
  }
}
