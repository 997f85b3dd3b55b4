package dev.bylaw.engine.value;

import java.util.List;

/** Days of the calendar, as {@code 2027-03-31}: in text order they are in the order of time. */
public final class Day {
  private Day() {}

  /**
   * Whether the text is year-month-day with all its digits, and such a day exists: by hand, because
   * the engine has no clock and no calendar.
   */
  public static boolean isDay(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7 && (c < '0' || c > '9')) {
        return false;
      }
    }
    int year = Integer.parseInt(text.substring(0, 4));
    int month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8, 10));
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    List<Integer> lengths = List.of(31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    return month >= 1 && month <= 12 && day >= 1 && day <= lengths.get(month - 1);
  }
}
