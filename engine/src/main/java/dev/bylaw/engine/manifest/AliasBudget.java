package dev.bylaw.engine.manifest;

/**
 * The work that aliases may cause, counted as go-yaml v2 counts it, so that a document is refused
 * here exactly when kubectl refuses it.
 *
 * <p>go-yaml checks after every single value. Here the values behind an alias are added at once:
 * while they are added the share of aliased values only grows and the allowed share only shrinks,
 * so the check at the end finds what a check at every step would have found.
 */
final class AliasBudget {
  private static final long RANGE_LOW = 400_000;
  private static final long RANGE_HIGH = 4_000_000;

  private long decoded;
  private long aliased;

  /** A value that is written where it stands. */
  boolean allowsValue() {
    decoded++;
    return allowed();
  }

  /** An alias to a value that holds {@code weight} values, itself included. */
  boolean allowsAlias(long weight) {
    decoded += 1 + weight;
    aliased += weight;
    return allowed();
  }

  private boolean allowed() {
    return aliased <= 100 || decoded <= 1000 || (double) aliased / decoded <= allowedShare();
  }

  private double allowedShare() {
    if (decoded <= RANGE_LOW) {
      return 0.99;
    }
    if (decoded >= RANGE_HIGH) {
      return 0.10;
    }
    return 0.99 - 0.89 * ((double) (decoded - RANGE_LOW) / (RANGE_HIGH - RANGE_LOW));
  }
}
