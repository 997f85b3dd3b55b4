package dev.bylaw.cli.suggest;

import dev.bylaw.engine.capability.observe.LeastPrivilege;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Case;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Decision;
import java.util.List;

/** The security context of a container, in YAML, with the reasons as comments. */
public final class ContextText {
  private ContextText() {}

  public static String of(LeastPrivilege least) {
    StringBuilder out = new StringBuilder();
    out.append("securityContext:\n  capabilities:\n    drop: [ALL]\n");
    if (!least.add().isEmpty()) {
      out.append("    add:\n");
    }
    for (Case one : least.cases()) {
      if (one.decision() == Decision.ADD) {
        out.append("      - ").append(one.capability()).append('\n');
        Grounds.of(one).forEach(text -> Comment.append(out, "        # ", "        #   ", text));
      }
    }
    return out.append(notes(least)).toString();
  }

  /** What is not added, and what the suggestion cannot know. */
  public static String notes(LeastPrivilege least) {
    Grounds grounds = new Grounds(least);
    StringBuilder out = new StringBuilder();
    section(out, "Not added:", grounds.leftOut());
    section(out, "Before you rely on it:", grounds.caveats());
    return out.toString();
  }

  private static void section(StringBuilder out, String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      out.append("# ").append(title).append('\n');
      sentences.forEach(text -> Comment.append(out, "# - ", "#   ", text));
    }
  }
}
