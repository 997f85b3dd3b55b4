package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.finding.Finding;
import java.util.List;

/**
 * What a manifest gave.
 *
 * @param findings in the order of the text, then of the rules
 * @param unknownKinds of its objects' kinds those that neither the schema nor a custom resource
 *     definition knows, as {@code group/version Kind}. Rules for any resource were evaluated for
 *     such an object, and its containers were looked for by their shape; nothing else of it could
 *     be checked
 */
public record Evaluation(List<Finding> findings, List<String> unknownKinds) {
  public Evaluation {
    findings = List.copyOf(findings);
    unknownKinds = List.copyOf(unknownKinds);
  }
}
