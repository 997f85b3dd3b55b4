package dev.bylaw.engine.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal number of any size.
 *
 * <p>The numbers that manifests hold fit a {@code long} and a few decimal places, and those are
 * kept so: the mere loading of {@link BigDecimal} computes 5 to the 65536th in JDK 25, which takes
 * longer than the evaluation of a manifest. What does not fit is a {@code BigDecimal}. Each number
 * has one form, so equal numbers are equal objects, whatever zeros they were written with.
 */
public final class Decimal implements Comparable<Decimal> {
  public static final Decimal ZERO = new Decimal(0, 0, null);

  /** With as many places, a number that fits can still be lined up with a whole one. */
  private static final int MOST_PLACES = 9;

  /** So that no number that fits overflows when it is negated or lined up. */
  private static final long MOST_UNSCALED = 1_000_000_000_000_000_000L;

  private static final long[] POWERS = powers();

  private final long unscaled;
  private final int places;
  private final @Nullable BigDecimal large;

  private Decimal(long unscaled, int places, @Nullable BigDecimal large) {
    this.unscaled = unscaled;
    this.places = places;
    this.large = large;
  }

  private static long[] powers() {
    long[] powers = new long[MOST_PLACES + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  public static Decimal of(long whole) {
    return of(whole, 0);
  }

  /**
   * The number {@code unscaled / 10^places}.
   *
   * @param places none or more
   */
  public static Decimal of(long unscaled, int places) {
    if (!isSmall(unscaled, places)) {
      return of(BigDecimal.valueOf(unscaled, places));
    }
    long digits = unscaled;
    int left = places;
    while (left > 0 && digits % 10 == 0) {
      digits /= 10;
      left--;
    }
    return new Decimal(digits, left, null);
  }

  public static Decimal of(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    BigDecimal exact = plain.scale() < 0 ? plain.setScale(0) : plain;
    boolean small =
        exact.unscaledValue().bitLength() < Long.SIZE
            && isSmall(exact.unscaledValue().longValue(), exact.scale());
    return small
        ? new Decimal(exact.unscaledValue().longValue(), exact.scale(), null)
        : new Decimal(0, 0, exact);
  }

  private static boolean isSmall(long unscaled, int places) {
    return places <= MOST_PLACES && unscaled >= -MOST_UNSCALED && unscaled <= MOST_UNSCALED;
  }

  public BigDecimal toBigDecimal() {
    return large == null ? BigDecimal.valueOf(unscaled, places) : large;
  }

  public boolean isWhole() {
    return large == null ? places == 0 : large.scale() == 0;
  }

  public boolean isNegative() {
    return large == null ? unscaled < 0 : large.signum() < 0;
  }

  public Decimal negate() {
    return large == null ? new Decimal(-unscaled, places, null) : of(large.negate());
  }

  @Override
  public int compareTo(Decimal other) {
    if (large != null || other.large != null) {
      return toBigDecimal().compareTo(other.toBigDecimal());
    }
    int whole = Long.compare(floor(), other.floor());
    return whole != 0 ? whole : Long.compare(fraction(), other.fraction());
  }

  private long floor() {
    return Math.floorDiv(unscaled, POWERS[places]);
  }

  /** What is over the floor, in units of the last place that a small number may have. */
  private long fraction() {
    return Math.floorMod(unscaled, POWERS[places]) * POWERS[MOST_PLACES - places];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decimal decimal && compareTo(decimal) == 0;
  }

  @Override
  public int hashCode() {
    return large == null ? Long.hashCode(unscaled) * 31 + places : large.hashCode();
  }

  /** Its digits, without an exponent and without zeros that say nothing. */
  @Override
  public String toString() {
    if (large != null) {
      return large.toPlainString();
    }
    if (places == 0) {
      return Long.toString(unscaled);
    }
    String digits = Long.toString(Math.abs(unscaled));
    String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
    int point = padded.length() - places;
    return (unscaled < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
  }
}
