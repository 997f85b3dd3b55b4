package dev.bylaw.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * Networks as CIDR writes them, such as {@code 10.0.0.0/8} or {@code fd00::/8}, and single
 * addresses, which are networks of one.
 *
 * <p>The reading is that of {@code ParseCIDRSloppy} and {@code ParseIPSloppy} in k8s.io/utils/net,
 * by which the API server reads the fields of its older kinds: leading zeros are no octal, bits
 * behind the prefix make no difference, and an IPv4 address in the clothes of IPv6, {@code
 * ::ffff:10.0.0.1}, is the IPv4 address. Spaces around a network are dropped, as the server does
 * for {@code loadBalancerSourceRanges}.
 *
 * @param four whether it is of IPv4
 * @param high the upper 64 bits of the first address; for IPv4 those of the mapped address
 * @param low the lower 64 bits
 * @param prefix how many of the 128 bits all its addresses share
 */
public record Network(boolean four, long high, long low, int prefix) {
  private static final int BITS = 128;
  private static final int HALF = 64;

  /** Before this bit all addresses of IPv4 are the same, if they are written as IPv6. */
  private static final int MAPPED = 96;

  private static final long MAPPED_LOW = 0xffff_0000_0000L;

  /** A network or a single address; null when the text is neither. */
  public static @Nullable Network parse(String text) {
    return text.indexOf('/') < 0 ? address(text) : network(text);
  }

  /** A network with its prefix; null when the text is none. */
  public static @Nullable Network network(String text) {
    String trimmed = text.strip();
    int slash = trimmed.indexOf('/');
    if (slash < 0) {
      return null;
    }
    String first = trimmed.substring(0, slash);
    Network address = address(first);
    int written = number(trimmed.substring(slash + 1), BITS);
    // Of an address that is written as IPv6 the prefix counts all 128 bits.
    boolean short4 = first.indexOf(':') < 0;
    if (address == null || written < 0 || (short4 && written > BITS - MAPPED)) {
      return null;
    }
    return address.cutTo(short4 ? written + MAPPED : written);
  }

  /** A single address; null when the text is none. */
  public static @Nullable Network address(String text) {
    String trimmed = text.strip();
    long[] halves = trimmed.indexOf(':') < 0 ? four(trimmed) : six(trimmed);
    return halves == null ? null : of(halves[0], halves[1], BITS);
  }

  private static Network of(long high, long low, int prefix) {
    boolean four = high == 0 && low >>> 32 == MAPPED_LOW >>> 32 && prefix >= MAPPED;
    return new Network(four, high, low, prefix);
  }

  private Network cutTo(int bits) {
    return of(high & mask(bits), low & mask(bits - HALF), bits);
  }

  /** The first so many of 64 bits. */
  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= HALF ? -1L : -1L << (HALF - bits);
  }

  /** Whether each address of this one is an address of the other. None of IPv4 is one of IPv6. */
  public boolean isIn(Network other) {
    return four == other.four
        && prefix >= other.prefix
        && (high & mask(other.prefix)) == other.high
        && (low & mask(other.prefix - HALF)) == other.low;
  }

  /** Whether the address of a text is its first: then no bits stand behind the prefix. */
  public boolean isWrittenIn(String text) {
    int slash = text.indexOf('/');
    Network address = address(slash < 0 ? text : text.substring(0, slash));
    return address != null && address.high == high && address.low == low;
  }

  /** Whether it is one address and no more. */
  public boolean isSingle() {
    return prefix == BITS;
  }

  /** The one text for all that are the same network, as RFC 5952 has it: {@code fd00::/8}. */
  @Override
  public String toString() {
    int written = four ? prefix - MAPPED : prefix;
    return (four ? textOfFour() : textOfSix()) + (isSingle() ? "" : "/" + written);
  }

  private String textOfFour() {
    return (low >>> 24 & 0xff)
        + "."
        + (low >>> 16 & 0xff)
        + "."
        + (low >>> 8 & 0xff)
        + "."
        + (low & 0xff);
  }

  private String textOfSix() {
    int gap = 8;
    int left = 1;
    for (int i = 0; i < 8; i++) {
      int zeros = zerosAt(i);
      gap = zeros > left ? i : gap;
      left = Math.max(zeros, left);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        text.append("::");
        i += left - 1;
      } else {
        boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Long.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  private long group(int index) {
    return (index < 4 ? high : low) >>> (48 - index % 4 * 16) & 0xffff;
  }

  private int zerosAt(int index) {
    int end = index;
    while (end < 8 && group(end) == 0) {
      end++;
    }
    return end - index;
  }

  private static long @Nullable [] four(String text) {
    long address = octets(text);
    return address < 0 ? null : new long[] {0, MAPPED_LOW | address};
  }

  /** Four numbers with dots between them; negative for anything else. */
  private static long octets(String text) {
    long address = 0;
    int at = 0;
    for (int i = 0; i < 4; i++) {
      int dot = i < 3 ? text.indexOf('.', at) : text.length();
      int octet = dot < 0 ? -1 : number(text.substring(at, dot), 0xff);
      if (octet < 0) {
        return -1;
      }
      address = address << 8 | octet;
      at = dot + 1;
    }
    return address;
  }

  /** Eight groups, of which {@code ::} may leave some out; the last two may be octets. */
  private static long @Nullable [] six(String text) {
    int gap = text.indexOf("::");
    int[] groups = new int[8];
    if (gap < 0) {
      return groups(text, groups) == 8 ? halves(groups) : null;
    }
    int[] behind = new int[8];
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    int first = before.isEmpty() ? 0 : groups(before, groups);
    int last = after.isEmpty() ? 0 : groups(after, behind);
    // Only at the end may octets stand, and the gap stands for one group at least.
    if (first < 0 || last < 0 || first + last > 7 || before.indexOf('.') >= 0) {
      return null;
    }
    for (int i = 0; i < last; i++) {
      groups[8 - last + i] = behind[i];
    }
    return halves(groups);
  }

  /** Reads the groups and counts them; negative if the text is no row of groups. */
  private static int groups(String text, int[] groups) {
    int count = 0;
    int at = 0;
    while (at <= text.length()) {
      int colon = text.indexOf(':', at);
      String part = text.substring(at, colon < 0 ? text.length() : colon);
      if (colon < 0 && part.indexOf('.') >= 0) {
        long octets = octets(part);
        if (octets < 0 || count > 6) {
          return -1;
        }
        groups[count] = (int) (octets >>> 16);
        groups[count + 1] = (int) (octets & 0xffff);
        return count + 2;
      }
      int group = hex(part);
      if (group < 0 || count == 8) {
        return -1;
      }
      groups[count] = group;
      count++;
      at = colon < 0 ? text.length() + 1 : colon + 1;
    }
    return count;
  }

  private static long[] halves(int[] groups) {
    long[] halves = new long[2];
    for (int i = 0; i < 8; i++) {
      halves[i / 4] = halves[i / 4] << 16 | groups[i];
    }
    return halves;
  }

  /** Negative for what is no number up to 0xffff. */
  private static int hex(String text) {
    int value = text.isEmpty() ? -1 : 0;
    for (int i = 0; i < text.length() && value >= 0; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      boolean ascii = text.charAt(i) < 0x80;
      value = digit < 0 || !ascii || value > 0xfff ? -1 : value * 16 + digit;
    }
    return value;
  }

  /** Negative for what is no number up to the most. */
  private static int number(String text, int most) {
    int value = text.isEmpty() ? -1 : 0;
    for (int i = 0; i < text.length() && value >= 0; i++) {
      char c = text.charAt(i);
      value = c < '0' || c > '9' ? -1 : value * 10 + (c - '0');
      value = value > most ? -1 : value;
    }
    return value;
  }
}
