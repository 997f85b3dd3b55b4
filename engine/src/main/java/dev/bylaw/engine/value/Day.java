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
    int month = month(text);
    int day = day(text);
    return month >= 1 && month <= 12 && day >= 1 && day <= length(year(text), month);
  }

  /** The day before a day. */
  public static String before(String text) {
    int year = year(text);
    int month = month(text);
    if (day(text) > 1) {
      return text(year, month, day(text) - 1);
    }
    return month > 1 ? text(year, month - 1, length(year, month - 1)) : text(year - 1, 12, 31);
  }

  /** The day after a day. */
  public static String after(String text) {
    int year = year(text);
    int month = month(text);
    if (day(text) < length(year, month)) {
      return text(year, month, day(text) + 1);
    }
    return month < 12 ? text(year, month + 1, 1) : text(year + 1, 1, 1);
  }

  private static int length(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return List.of(31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31).get(month - 1);
  }

  private static int year(String text) {
    return Integer.parseInt(text.substring(0, 4));
  }

  private static int month(String text) {
    return Integer.parseInt(text.substring(5, 7));
  }

  private static int day(String text) {
    return Integer.parseInt(text.substring(8, 10));
  }

  private static String text(int year, int month, int day) {
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(width - digits.length()) + digits;
  }
}
