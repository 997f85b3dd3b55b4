package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.finding.Finding;
import java.util.List;
import java.util.Set;

/**
 * What a manifest gave.
 *
 * @param findings in the order of the text, then of the rules
 * @param unknownKinds of its objects' kinds those that neither the schema nor a custom resource
 *     definition knows, as {@code group/version Kind}. Rules for any resource were evaluated for
 *     such an object, and its containers were looked for by their shape; nothing else of it could
 *     be checked
 * @param applied the ids of the rules that were asked about at least one subject; the others were
 *     not applicable
 */
public record Evaluation(List<Finding> findings, List<String> unknownKinds, Set<String> applied) {
  public Evaluation {
    findings = List.copyOf(findings);
    unknownKinds = List.copyOf(unknownKinds);
    applied = Set.copyOf(applied);
  }
}
