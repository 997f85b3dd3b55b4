package dev.bylaw.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * Points in time as the API writes them, {@code 2026-01-31T12:00:00Z}: RFC 3339, with perhaps a
 * fraction of a second and an offset from UTC. By hand, because the engine has no calendar.
 */
public final class TimeStamp {
  private static final int DAY_LENGTH = 10;
  private static final int MINUTES = 24 * 60;

  private TimeStamp() {}

  /** The day in UTC, as {@link Day} has it, or null when the text is no point in time. */
  public static @Nullable String dayOf(String text) {
    if (text.length() < DAY_LENGTH + "T00:00:00Z".length()
        || !Day.isDay(text.substring(0, DAY_LENGTH))
        || text.charAt(DAY_LENGTH) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int hour = twoDigits(text, 11, 23);
    int minute = twoDigits(text, 14, 59);
    int second = twoDigits(text, 17, 59);
    Integer offset = offset(text, endOfFraction(text, 19));
    if (hour < 0 || minute < 0 || second < 0 || offset == null) {
      return null;
    }
    int utc = hour * 60 + minute - offset;
    String day = text.substring(0, DAY_LENGTH);
    return utc < 0 ? Day.before(day) : utc >= MINUTES ? Day.after(day) : day;
  }

  private static int endOfFraction(String text, int start) {
    if (text.charAt(start) != '.') {
      return start;
    }
    int at = start + 1;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    // A point wants digits behind it, and nothing is no offset.
    return at == start + 1 ? text.length() : at;
  }

  /** In minutes; null for what is none. */
  private static @Nullable Integer offset(String text, int at) {
    String zone = text.substring(at);
    if (zone.equals("Z")) {
      return 0;
    }
    boolean shaped =
        zone.length() == "+00:00".length()
            && (zone.charAt(0) == '+' || zone.charAt(0) == '-')
            && zone.charAt(3) == ':';
    int hours = shaped ? twoDigits(zone, 1, 23) : -1;
    int minutes = shaped ? twoDigits(zone, 4, 59) : -1;
    if (hours < 0 || minutes < 0) {
      return null;
    }
    return zone.charAt(0) == '-' ? -(hours * 60 + minutes) : hours * 60 + minutes;
  }

  /** Negative for what is no number up to the most. */
  private static int twoDigits(String text, int at, int most) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits && tens * 10 + ones <= most ? tens * 10 + ones : -1;
  }
}
