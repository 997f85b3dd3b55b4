package dev.bylaw.engine.check;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.PackName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rule that a waiver or a test speaks of: by its id, or by its own name within its pack.
 */
final class RuleNames {
  private final Context context;
  private final Set<String> ids;

  RuleNames(Context context, Set<String> ids) {
    this.context = context;
    this.ids = ids;
  }

  /** The id, or null after saying that there is no such rule. */
  @Nullable String resolve(PackName name, Pack pack) {
    String written = name.text();
    if (ids.contains(written)) {
      return written;
    }
    String own = pack.name + "/" + written;
    if (ids.contains(own)) {
      return own;
    }
    String near = Suggestion.of(written, ids);
    if (near == null) {
      List<String> here =
          ids.stream()
              .filter(id -> id.startsWith(pack.name + "/"))
              .map(id -> id.substring(pack.name.length() + 1))
              .toList();
      near = Suggestion.of(written, here);
    }
    Diagnostic diagnostic =
        Diagnostic.of(
            CheckCode.UNKNOWN_RULE,
            name.span(),
            "unknown rule `" + written + "`",
            near == null
                ? "name a rule of this run by its pack and its name, for example `capabilities/drop-all`"
                : "did you mean `" + near + "`?");
    context
        .diagnostics()
        .add(near == null ? diagnostic : Paths.replace(diagnostic, name.span(), near));
    return null;
  }
}
