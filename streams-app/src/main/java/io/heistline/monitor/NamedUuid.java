package io.heistline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5 (RFC 9562): the same name has the same one, everywhere. */
public final class NamedUuid {
  /** Heistline's own; the one that STIX sets apart for observables is not for these. */
  public static final UUID NAMESPACE = UUID.fromString("6f1d0a3e-2f0b-4c55-9d0b-5f6f9a4c7e21");

  private static final int VERSION = 5;

  private NamedUuid() {}

  public static UUID of(UUID namespace, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
      long high = (digest.getLong() & ~0xF000L) | ((long) VERSION << 12);
      long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
