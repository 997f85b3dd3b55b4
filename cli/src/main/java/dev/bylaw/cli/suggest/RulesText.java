package dev.bylaw.cli.suggest;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.LeastPrivilege;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Case;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Decision;
import java.util.List;

/** A pack of rules that allows what is suggested and nothing beyond. */
public final class RulesText {
  private RulesText() {}

  public static String of(LeastPrivilege least) {
    StringBuilder out = new StringBuilder("pack suggested\n\n");
    List<String> names = least.add().stream().map(Capability::name).toList();
    Comment.append(out, "## ", "## ", "Everything that is not added back by name is dropped.");
    out.append(
        """
        rule drop-all "Drop ALL capabilities" {
          severity high
          for container
          when pod.os.name is absent or pod.os.name != "windows"
          require drop contains ALL
          fix add ALL to drop
        }

        """);
    if (names.isEmpty()) {
      Comment.append(out, "## ", "## ", "Nothing was seen to be needed.");
    }
    for (Case one : least.cases()) {
      if (one.decision() == Decision.ADD) {
        Comment.append(
            out, "## - ", "##   ", one.capability() + ": " + String.join(" ", Grounds.of(one)));
      }
    }
    out.append("rule add-only-what-was-seen \"");
    out.append(names.isEmpty() ? "Add no capability" : "Add no capability but " + and(names));
    out.append("\" {\n  severity high\n  for container\n  require add contains only [");
    out.append(String.join(", ", names)).append("]\n");
    out.append(
        """
          message "container `{container.name}` adds {matched}, which was not seen to be needed"
          fix remove matched from add
        """);
    return out.append("}\n\n").append(ContextText.notes(least)).toString();
  }

  private static String and(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
