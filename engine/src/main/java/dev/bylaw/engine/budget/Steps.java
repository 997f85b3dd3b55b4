package dev.bylaw.engine.budget;

/**
 * The work that may still be done for one answer, counted in steps: a condition decided, an element
 * looked at, a few characters read. Steps are counted and not timed, so the same input stops at the
 * same place on every machine.
 *
 * <p>Not for several threads at once.
 */
public final class Steps {
  /** About so many characters are compared or searched in the time of one step. */
  private static final int CHARACTERS = 16;

  /** So many steps pass while one character of a file is read. */
  private static final int READING = 8;

  private final boolean limited;
  private int left;

  private Steps(boolean limited, int left) {
    this.limited = limited;
    this.left = left;
  }

  /** Never used up: a verdict that decides whether something is deployed has to be complete. */
  public static Steps unlimited() {
    return new Steps(false, Integer.MAX_VALUE);
  }

  /**
   * A budget of so many steps.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static Steps of(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("a budget cannot be negative: " + most);
    }
    return new Steps(true, most);
  }

  /**
   * Takes one step.
   *
   * @throws UsedUp if none was left
   */
  public void take() {
    if (left-- <= 0) {
      none();
    }
  }

  /**
   * Takes several steps at once, before what they are for is done.
   *
   * @throws UsedUp if fewer were left
   */
  public void take(long count) {
    if (count > left) {
      none();
    } else {
      left -= (int) count;
    }
  }

  /**
   * Takes the steps to go through a text so many times.
   *
   * @throws UsedUp if fewer were left
   */
  public void takeFor(String text, int times) {
    take((long) (text.length() / CHARACTERS) * times);
  }

  /**
   * Takes the steps to read a file, or a document of one, before it is read.
   *
   * @throws UsedUp if fewer were left
   */
  public void takeToRead(String text) {
    take((long) text.length() * READING);
  }

  /** How many steps are left; of no meaning where there is no limit. */
  public int left() {
    return left;
  }

  private void none() {
    left = limited ? 0 : Integer.MAX_VALUE;
    if (limited) {
      throw new UsedUp();
    }
  }

  /** Nothing more may be done for this answer, and there is none. */
  public static final class UsedUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsedUp() {
      super("the budget of steps is used up", null, false, false);
    }
  }
}
