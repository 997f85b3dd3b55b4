package dev.bylaw.engine.evaluate;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The regular expressions of a policy, each compiled when a manifest first needs it: most runs need
 * few of those that the rules have. All evaluators of a plan share them.
 */
final class Patterns {
  private final Map<String, Pattern> compiled = new LinkedHashMap<>();

  /** Whether the whole text matches an expression, which the compiler has accepted. */
  boolean matches(String expression, String text) {
    return compiled(expression).matches(text);
  }

  /** Several evaluators of a plan may ask at a time, each on a thread of its own. */
  private synchronized Pattern compiled(String expression) {
    return compiled.computeIfAbsent(expression, Pattern::compile);
  }
}
