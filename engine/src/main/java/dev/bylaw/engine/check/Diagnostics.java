package dev.bylaw.engine.check;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects diagnostics. One that was said already is not said again: a {@code let} is checked
 * wherever it is used.
 */
final class Diagnostics {
  /** What it takes to say what is wrong: a name is held against all that might be meant. */
  private static final int STEPS = 4000;

  private final Steps steps;
  private final Set<Diagnostic> all = new LinkedHashSet<>();
  private int gaps;

  Diagnostics(Steps steps) {
    this.steps = steps;
  }

  void add(Diagnostic diagnostic) {
    steps.take(STEPS);
    all.add(diagnostic);
  }

  void addAll(List<Diagnostic> diagnostics) {
    all.addAll(diagnostics);
  }

  void error(Code code, Span span, String message, @Nullable String help) {
    add(Diagnostic.of(code, span, message, help));
  }

  /**
   * Something could not be read. The parser has said so; here it only counts as wrong, so that
   * nothing is concluded from what is left.
   */
  void gap() {
    gaps++;
  }

  int count() {
    return all.size() + gaps;
  }

  List<Diagnostic> all() {
    return new ArrayList<>(all);
  }
}
