package io.heistline.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver knows a message's sender by, as Standard Webhooks has it. Never shown. */
final class WebhookSecret {
  static final String START = "whsec_";

  /** In bytes, as Standard Webhooks has them. */
  private static final int SHORTEST = 24;

  private static final int LONGEST = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private WebhookSecret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads one.
   *
   * @param text whsec_ and 24 to 64 bytes in base64
   * @throws IllegalArgumentException saying what it should be, without it
   */
  static WebhookSecret of(String text) {
    try {
      if (text.startsWith(START)) {
        byte[] key = Base64.getDecoder().decode(text.substring(START.length()));
        if (key.length >= SHORTEST && key.length <= LONGEST) {
          return new WebhookSecret(key);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(advice() + "; what is given is no base64", e);
    }
    throw new IllegalArgumentException(advice());
  }

  private static String advice() {
    return "a secret is %s and %d to %d random bytes in base64; make one: echo %s$(openssl rand -base64 32)"
        .formatted(START, SHORTEST, LONGEST, START);
  }

  /** The signature of a message, with its version. */
  String signature(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return START + "...";
  }
}
