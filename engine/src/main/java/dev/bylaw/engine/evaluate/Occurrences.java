package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.value.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells findings apart that are alike in all that a fingerprint is made of, such as those of an
 * object that stands in two files: they are numbered in the order in which they are asked for. Who
 * asks in the order of names gets the same fingerprints whatever the order of reading was.
 */
public final class Occurrences {
  private final Map<String, Integer> met = new LinkedHashMap<>();

  /** What a manifest gave, with fingerprints that no other finding of the run has. */
  public Evaluation apply(Evaluation evaluation) {
    return evaluation.findings().isEmpty()
        ? evaluation
        : new Evaluation(
            evaluation.findings().stream().map(this::apply).toList(),
            evaluation.unknownKinds(),
            evaluation.applied());
  }

  private Finding apply(Finding finding) {
    String alike = finding.fingerprint();
    int occurrence = met.merge(alike, 1, Integer::sum);
    return occurrence == 1
        ? finding
        : finding.known(Sha256.hex(alike + "#" + occurrence).substring(0, alike.length()));
  }
}
