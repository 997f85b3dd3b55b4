package dev.bylaw.cli.rules;

import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.ConfigurationError;
import dev.bylaw.cli.Written;
import dev.bylaw.cli.config.Level;
import dev.bylaw.cli.input.Glob;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of single rules: how bad they are, which are off, and which no
 * manifest may waive.
 *
 * @param levels an id comes before a pattern, and of several patterns the last counts
 * @param locked patterns of rule ids
 * @param strict whether each pattern must name a rule: not where the command line chooses other
 *     rules than the configuration was written for
 */
public record Levels(List<Level> levels, List<Written> locked, boolean strict) {
  /** Every rule as its author has it. */
  public static final Levels NONE = new Levels(List.of(), List.of(), true);

  public Levels {
    levels = List.copyOf(levels);
    locked = List.copyOf(locked);
  }

  /** The rule as it counts here; null if it is off. */
  @Nullable CheckedRule of(CheckedRule rule) {
    Level level = levelOf(rule.id());
    if (level == null) {
      return rule;
    }
    return level.severity() == null ? null : rule.withSeverity(level.severity());
  }

  /** What is said of a rule, or null. */
  @Nullable Level levelOf(String id) {
    Level found = null;
    for (Level level : levels) {
      String pattern = level.rules().text();
      if (pattern.equals(id)) {
        return level;
      }
      found = new Glob(pattern).matches(id) ? level : found;
    }
    return found;
  }

  /** Refuses patterns that name none of the rules: they would have no effect. */
  void require(List<String> ids) {
    if (!strict) {
      return;
    }
    List<Diagnostic> unknown = new ArrayList<>();
    for (Level level : levels) {
      require(level.rules(), "levels", ids, unknown);
    }
    for (Written pattern : locked) {
      require(pattern, "locked", ids, unknown);
    }
    if (!unknown.isEmpty()) {
      throw new ConfigurationError(unknown);
    }
  }

  private static void require(
      Written pattern, String setting, List<String> ids, List<Diagnostic> unknown) {
    Glob glob = new Glob(pattern.text());
    if (ids.stream().noneMatch(glob::matches)) {
      unknown.add(
          Diagnostic.of(
              CliCode.NO_SUCH_RULE,
              pattern.place(),
              "`" + setting + "` names `" + pattern.text() + "`, and no rule is called so",
              Selection.suggestion(pattern.text(), ids)));
    }
  }
}
