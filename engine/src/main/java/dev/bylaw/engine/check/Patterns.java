package dev.bylaw.engine.check;

import com.google.re2j.Pattern;
import dev.bylaw.engine.value.Glob;
import java.util.function.Predicate;

/** What the patterns of rules ask of a text, for values that are known when a rule is compiled. */
final class Patterns {
  private Patterns() {}

  static Predicate<String> like(String glob) {
    return text -> Glob.matches(glob, text);
  }

  /**
   * @param regex one that RE2 accepts
   */
  static Predicate<String> matches(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return pattern::matches;
  }
}
