package dev.bylaw.engine.fix;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.finding.Finding.Outcome;
import dev.bylaw.engine.manifest.Manifest;
import java.util.List;

/**
 * A document of a file at some moment: where its text starts in the file, and what is found in it.
 */
record Document(Manifest manifest, int start, List<Finding> findings) {
  Document {
    findings = List.copyOf(findings);
  }

  /** What counts, and a rule says how to mend. */
  List<Finding> mendable() {
    return findings.stream()
        .filter(finding -> finding.outcome() == Outcome.VIOLATED && !finding.changes().isEmpty())
        .toList();
  }
}
