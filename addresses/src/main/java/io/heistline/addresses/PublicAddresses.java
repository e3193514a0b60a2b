package io.heistline.addresses;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses are on the public internet, by the registries of special-purpose addresses. */
public final class PublicAddresses {
  private static final List<Block> NOT_PUBLIC_4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carriers' NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, and the metadata of cloud machines
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /** All else is loopback, unique local, link-local, multicast, or not given out. */
  private static final List<Block> GLOBAL_6 = blocks("2000::/3");

  private static final List<Block> NOT_PUBLIC_6 =
      blocks(
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  /** IPv6 addresses that stand for an IPv4 address, and at which byte of them that is. */
  private static final Block NAT64 = Block.of("64:ff9b::/96");

  private static final int NAT64_AT = 12;
  private static final Block SIX_TO_FOUR = Block.of("2002::/16");
  private static final int SIX_TO_FOUR_AT = 2;

  private PublicAddresses() {}

  /** IPv4-mapped IPv6 addresses never come here: Java takes them for what they map. */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublic4(bytes);
    }
    if (NAT64.holds(bytes)) {
      return isPublic4(Arrays.copyOfRange(bytes, NAT64_AT, NAT64_AT + 4));
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isPublic4(Arrays.copyOfRange(bytes, SIX_TO_FOUR_AT, SIX_TO_FOUR_AT + 4));
    }
    return anyHolds(GLOBAL_6, bytes) && !anyHolds(NOT_PUBLIC_6, bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    return !anyHolds(NOT_PUBLIC_4, bytes);
  }

  private static boolean anyHolds(List<Block> blocks, byte[] address) {
    return blocks.stream().anyMatch(block -> block.holds(address));
  }

  private static List<Block> blocks(String... blocks) {
    return Arrays.stream(blocks).map(Block::of).toList();
  }

  /** All addresses whose first bits are the same. */
  private static final class Block {
    private final byte[] first;
    private final int bits;

    private Block(byte[] first, int bits) {
      this.first = first;
      this.bits = bits;
    }

    static Block of(String text) {
      String[] parts = text.split("/", 2);
      try {
        return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text + " is no block of addresses", e);
      }
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
