package dev.bylaw.cli.rules;

import dev.bylaw.cli.UsageError;
import dev.bylaw.cli.config.Level;
import dev.bylaw.cli.input.Glob;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a run uses: {@code --only} and {@code --skip}, which are patterns of rule ids, and
 * the levels of the configuration.
 *
 * @param only what is wanted; empty means every rule
 */
public record Selection(List<String> only, List<String> skip, Levels levels) {
  /**
   * The policy with just the rules that are wanted, as bad as they are here. A pattern that names
   * no rule is an error, and so is one of {@code --only} that names just rules that are off.
   */
  public CheckedPolicy of(CheckedPolicy policy) {
    List<String> ids = policy.rules().stream().map(CheckedRule::id).toList();
    only.forEach(pattern -> require("--only", pattern, ids));
    skip.forEach(pattern -> require("--skip", pattern, ids));
    levels.require(ids);
    only.forEach(pattern -> requireOn(pattern, ids));
    CheckedPolicy wanted = ofThoseThere(policy);
    if (wanted.rules().isEmpty()) {
      throw none(ids);
    }
    return wanted;
  }

  /** The same where not all rules may be there that the patterns are about: none is an error. */
  public CheckedPolicy ofThoseThere(CheckedPolicy policy) {
    return new CheckedPolicy(
        policy.rules().stream()
            .filter(rule -> wants(rule.id()))
            .map(levels::of)
            .filter(Objects::nonNull)
            .toList(),
        policy.accesses(),
        policy.waivers(),
        policy.tests());
  }

  /** The same patterns, of rules that the configuration does not speak of. */
  public Selection withoutLevels() {
    return new Selection(only, skip, Levels.NONE);
  }

  /** Whether no pattern leaves a rule out. */
  public boolean isEverything() {
    return only.isEmpty() && skip.isEmpty();
  }

  /** The rules that would be used, were they not off. */
  public List<String> off(CheckedPolicy policy) {
    return policy.rules().stream()
        .map(CheckedRule::id)
        .filter(id -> wants(id) && isOff(id))
        .toList();
  }

  private UsageError none(List<String> ids) {
    if (ids.isEmpty()) {
      return new UsageError(
          "there is no rule to check by", "the files that `--rules` names hold no rule");
    }
    return ids.stream().noneMatch(this::wants)
        ? new UsageError("`--only` and `--skip` leave no rule", null)
        : new UsageError(
            "every rule is off, so there is nothing to check by",
            "see `levels` in the configuration; `--no-config` checks without it");
  }

  private boolean isOff(String id) {
    Level level = levels.levelOf(id);
    return level != null && level.severity() == null;
  }

  private boolean wants(String id) {
    return (only.isEmpty() || matchesAny(only, id)) && !matchesAny(skip, id);
  }

  private static boolean matchesAny(List<String> patterns, String id) {
    return patterns.stream().anyMatch(pattern -> new Glob(pattern).matches(id));
  }

  /** Refuses a pattern of an option that names no rule. */
  public static void require(String option, String pattern, List<String> ids) {
    Glob glob = new Glob(pattern);
    if (ids.stream().noneMatch(glob::matches)) {
      throw new UsageError(
          "`" + option + " " + pattern + "` names no rule", suggestion(pattern, ids));
    }
  }

  private void requireOn(String pattern, List<String> ids) {
    Glob glob = new Glob(pattern);
    List<String> named = ids.stream().filter(glob::matches).toList();
    Level level = levels.levelOf(named.getFirst());
    if (level != null && named.stream().allMatch(this::isOff)) {
      Span place = level.rules().place();
      throw new UsageError(
          "`--only " + pattern + "` names what is off",
          "`levels` says so in "
              + place.source().name()
              + ":"
              + place.from().line()
              + "; `--no-config` checks without it");
    }
  }

  static @Nullable String suggestion(String pattern, List<String> ids) {
    String bare = pattern.startsWith("std/") ? pattern.substring(4) : pattern;
    for (String id : ids) {
      if (id.equals(bare) || id.endsWith("/" + bare)) {
        return "did you mean `" + id + "`?";
      }
    }
    return Suggestion.question(pattern, ids, "`bylaw rules` lists the rules");
  }
}
