package dev.bylaw.engine.evaluate;

import com.google.re2j.Pattern;
import dev.bylaw.engine.budget.Steps;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The regular expressions of a policy, each compiled when a manifest first needs it: most runs need
 * few of those that the rules have. All evaluators of a plan share them.
 */
final class Patterns {
  private static final int EACH_CHARACTER = 2;

  /** So many parts of an expression are tried in the time of one step. */
  private static final int PARTS = 32;

  private final Map<String, Pattern> compiled = new LinkedHashMap<>();

  /**
   * Whether the whole text matches an expression, which the compiler has accepted. Takes the steps
   * of the worst case, in which every character is held against every part of the expression.
   */
  boolean matches(String expression, String text, Steps steps) {
    Pattern pattern = compiled(expression);
    steps.take((long) text.length() * (EACH_CHARACTER + pattern.programSize() / PARTS));
    return pattern.matches(text);
  }

  /** Several evaluators of a plan may ask at a time, each on a thread of its own. */
  private synchronized Pattern compiled(String expression) {
    return compiled.computeIfAbsent(expression, Pattern::compile);
  }
}
