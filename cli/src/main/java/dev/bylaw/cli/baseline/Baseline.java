package dev.bylaw.cli.baseline;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.finding.Finding.Outcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings of a baseline, and which of them a run met again. A finding that it knows stays a
 * finding, with another outcome; whatever it does not know counts.
 */
public final class Baseline {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> met = new HashSet<>();

  public Baseline(List<Entry> entries) {
    entries.forEach(entry -> this.entries.put(entry.fingerprint(), entry));
  }

  /** What a manifest gave, with what is known marked as such. */
  public Evaluation apply(Evaluation evaluation) {
    return entries.isEmpty() || evaluation.findings().isEmpty()
        ? evaluation
        : new Evaluation(
            evaluation.findings().stream().map(this::apply).toList(),
            evaluation.unknownKinds(),
            evaluation.applied());
  }

  /** A waiver says more than a baseline, so that what is waived stays so. */
  private Finding apply(Finding finding) {
    if (!entries.containsKey(finding.fingerprint())) {
      return finding;
    }
    met.add(finding.fingerprint());
    return finding.outcome() == Outcome.VIOLATED
        ? finding.under(finding.waiver(), Outcome.BASELINED, finding.message())
        : finding;
  }

  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  /** Whether the run met it again. */
  public boolean isMet(Entry entry) {
    return met.contains(entry.fingerprint());
  }
}
