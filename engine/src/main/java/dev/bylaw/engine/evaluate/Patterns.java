package dev.bylaw.engine.evaluate;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The regular expressions of a policy, each compiled when a manifest first needs it: most runs need
 * few of those that the rules have. All evaluators of a plan share them.
 */
final class Patterns {
  private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

  /** Whether the whole text matches an expression, which the compiler has accepted. */
  boolean matches(String expression, String text) {
    return compiled.computeIfAbsent(expression, Pattern::compile).matches(text);
  }
}
