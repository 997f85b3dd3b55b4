package dev.bylaw.cli.rules;

import dev.bylaw.cli.Nearest;
import dev.bylaw.cli.UsageError;
import dev.bylaw.cli.input.Glob;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code --only} and {@code --skip}: patterns of rule ids.
 *
 * @param only what is wanted; empty means every rule
 */
public record Selection(List<String> only, List<String> skip) {
  /** The policy with just the rules that are wanted. A pattern that names no rule is an error. */
  public CheckedPolicy of(CheckedPolicy policy) {
    List<String> ids = policy.rules().stream().map(CheckedRule::id).toList();
    only.forEach(pattern -> require("--only", pattern, ids));
    skip.forEach(pattern -> require("--skip", pattern, ids));
    List<CheckedRule> wanted = policy.rules().stream().filter(r -> wants(r.id())).toList();
    if (wanted.isEmpty()) {
      boolean none = ids.isEmpty();
      throw new UsageError(
          none ? "there is no rule to check by" : "`--only` and `--skip` leave no rule",
          none ? "the files that `--rules` names hold no rule" : null);
    }
    return new CheckedPolicy(wanted, policy.accesses(), policy.waivers(), policy.tests());
  }

  private boolean wants(String id) {
    return (only.isEmpty() || matchesAny(only, id)) && !matchesAny(skip, id);
  }

  private static boolean matchesAny(List<String> patterns, String id) {
    return patterns.stream().anyMatch(pattern -> new Glob(pattern).matches(id));
  }

  private static void require(String option, String pattern, List<String> ids) {
    Glob glob = new Glob(pattern);
    if (ids.stream().noneMatch(glob::matches)) {
      throw new UsageError(
          "`" + option + " " + pattern + "` names no rule", suggestion(pattern, ids));
    }
  }

  private static @Nullable String suggestion(String pattern, List<String> ids) {
    String bare = pattern.startsWith("std/") ? pattern.substring(4) : pattern;
    for (String id : ids) {
      if (id.equals(bare) || id.endsWith("/" + bare)) {
        return "did you mean `" + id + "`?";
      }
    }
    return Nearest.question(pattern, ids, "`bylaw rules` lists the rules");
  }
}
