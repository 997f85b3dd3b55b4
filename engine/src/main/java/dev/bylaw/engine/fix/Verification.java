package dev.bylaw.engine.fix;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds an edited document against the one before: the data differs as the fixes say and in nothing
 * else, what was to be mended is gone, and nothing new is found.
 */
final class Verification {
  private Verification() {}

  /**
   * Why the edits cannot stand, or null if they can.
   *
   * @param mended the findings whose fixes were carried out
   */
  static @Nullable String fault(Document before, Document after, List<Finding> mended) {
    Manifest old = before.manifest();
    Manifest edited = after.manifest();
    if (edited.status() != old.status()
        || edited.resources().size() != old.resources().size()
        || edited.diagnostics().size() != old.diagnostics().size()) {
      return "the document would not be read as before";
    }
    if (!hasExpectedData(old, edited, mended)) {
      return "more of the document than the fix says would change";
    }
    return findings(before.findings(), after.findings(), mended);
  }

  private static boolean hasExpectedData(Manifest old, Manifest edited, List<Finding> mended) {
    for (int i = 0; i < old.resources().size(); i++) {
      Resource resource = old.resources().get(i);
      Node expected = DataChange.all(resource, mended);
      if (!DataChange.isSame(expected, edited.resources().get(i).root())) {
        return false;
      }
    }
    return true;
  }

  /** The same of what is found alone: nothing new, and of each rule as much less as was mended. */
  static @Nullable String findings(
      List<Finding> before, List<Finding> after, List<Finding> mended) {
    Set<String> known = new LinkedHashSet<>();
    for (Finding finding : before) {
      known.add(finding.fingerprint());
      known.add(place(finding));
    }
    for (Finding finding : after) {
      if (!known.contains(finding.fingerprint()) && !known.contains(place(finding))) {
        return finding.ruleId() + " would then find: " + finding.message();
      }
    }
    List<String> rules = mended.stream().map(Finding::ruleId).distinct().toList();
    for (String rule : rules) {
      if (count(after, rule) > count(before, rule) - count(mended, rule)) {
        return "the rule would still find something there";
      }
    }
    return null;
  }

  private static String place(Finding finding) {
    return finding.ruleId() + " " + finding.path();
  }

  private static long count(List<Finding> findings, String rule) {
    return findings.stream().filter(finding -> finding.ruleId().equals(rule)).count();
  }
}
