package dev.bylaw.engine.fix;

import dev.bylaw.engine.finding.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds all files of a run against what was found in them before one was edited: by a rule that
 * looks at more than one object, an edit here may break something there.
 */
public final class Across {
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param before what was found in all files
   */
  public Across(List<Finding> before) {
    before.forEach(finding -> known.addAll(keys(finding)));
  }

  /** Why the edits cannot stand: something that is found now and was not before; or null. */
  public @Nullable String news(List<Finding> after) {
    return after.stream()
        .filter(finding -> keys(finding).stream().noneMatch(known::contains))
        .findFirst()
        .map(finding ->
            finding.ruleId() + " would then find in " + file(finding) + ": " + finding.message())
        .orElse(null);
  }

  /** What a finding may be known again by: its fingerprint, and its place. */
  private static List<String> keys(Finding finding) {
    String object = finding.resource().kind() + " " + finding.resource().name();
    String place = finding.ruleId() + " " + file(finding) + " " + object + " " + finding.path();
    return List.of(file(finding) + " " + finding.fingerprint(), place);
  }

  private static String file(Finding finding) {
    return finding.span().source().name();
  }
}
