package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.policy.Value;

/** Says in words what a rule's fix would do to the manifest. */
final class FixText {
  private FixText() {}

  private static final int LONGEST = 60;

  static String of(CheckedFix fix, Finding finding) {
    return switch (fix) {
      case CheckedFix.Remove(boolean matchedOnly, Value.Read path) ->
          matchedOnly
              ? "remove " + matched(finding) + " from " + path(path)
              : "remove " + path(path);
      case CheckedFix.Add(String value, Value.Read path) -> "add `" + value + "` to " + path(path);
      case CheckedFix.Set(String value, Value.Read path) ->
          "set " + path(path) + " to `" + value + "`";
    };
  }

  private static String matched(Finding finding) {
    String text = finding.span().text();
    boolean quotable = text.length() <= LONGEST && text.indexOf('\n') < 0;
    return finding.missing().isEmpty() && quotable ? "`" + text + "`" : "it";
  }

  /** The path as a manifest has it, whichever word the rule used for it. */
  private static String path(Value.Read read) {
    StringBuilder path = new StringBuilder("`");
    for (Access.Step step : read.access().steps()) {
      switch (step) {
        case Access.Step.Field field -> {
          if (path.length() > 1) {
            path.append('.');
          }
          path.append(field.name());
        }
        case Access.Step.ComputedKey _ -> path.append("[…]");
        case Access.Step.Item item -> path.append('[').append(item.index()).append(']');
        case Access.Step.ImagePart _ -> {}
      }
    }
    return path.append('`').toString();
  }
}
