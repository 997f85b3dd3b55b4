package dev.bylaw.engine.service;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to mark in a file: what is wrong with a rule, or what a rule finds in a manifest.
 *
 * @param code of a diagnostic, or the id of the rule that found it
 * @param help the remedy, or null
 * @param related other places that matter
 */
public record Problem(
    Range range,
    Level level,
    String code,
    String message,
    @Nullable String help,
    List<Related> related) {
  public Problem {
    related = List.copyOf(related);
  }

  /** How it is shown. Findings are errors from severity high on, and warnings below. */
  public enum Level {
    ERROR,
    WARNING,
    /** Waived: shown, and nothing to be done. */
    HINT
  }

  /** Another place and what is to be said of it. */
  public record Related(Range range, String text) {}

  static Problem of(Diagnostic diagnostic) {
    return new Problem(
        Range.of(diagnostic.primary().span()),
        diagnostic.isError() ? Level.ERROR : Level.WARNING,
        diagnostic.code().id(),
        diagnostic.message(),
        diagnostic.help(),
        diagnostic.related().stream()
            .map(label -> new Related(Range.of(label.span()), label.text()))
            .toList());
  }

  static Problem of(Finding finding) {
    Level level =
        switch (finding.outcome()) {
          case WAIVED, BASELINED -> Level.HINT;
          case VIOLATED ->
              switch (finding.severity()) {
                case HIGH, CRITICAL -> Level.ERROR;
                case LOW, MEDIUM -> Level.WARNING;
              };
        };
    return new Problem(
        Range.of(finding.span()),
        level,
        finding.ruleId(),
        finding.message(),
        finding.note(),
        rule(finding));
  }

  /** Where the rule is written. */
  private static List<Related> rule(Finding finding) {
    CheckedRule rule = finding.rule();
    return rule == null ? List.of() : List.of(new Related(Range.of(rule.clause()), rule.title()));
  }
}
