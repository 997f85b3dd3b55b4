package dev.bylaw.engine.finding;

import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value, or one missing value, that breaks one rule.
 *
 * @param ruleId the rule's id; {@code manifest/…} where the manifest itself is wrong for the API
 * @param rule the rule, or null for a {@code manifest/…} finding
 * @param message one sentence, lower case unless it starts with a name, without a full stop
 * @param resource the object it is in
 * @param container the name of the container it is in, or null
 * @param path from the document's root, for example {@code items[1].spec.containers[0].image}; of
 *     the value, or of the value that is missing
 * @param span the value, or the nearest existing parent's key where it is missing
 * @param missing what would have to be written under that parent, outermost first; empty where the
 *     value exists
 * @param insert the YAML value to write there, or null if no one value is right
 * @param note what to say at the value beside marking it, or null
 * @param changes what the rule's fixes would change so that the finding goes away; empty if it
 *     declares none, or none that has a place here
 * @param waiver the exception that covers it, or that did until it expired; null if there is none
 * @param fingerprint the same for the same finding after edits elsewhere in the file; findings of a
 *     run may share one until {@link dev.bylaw.engine.evaluate.Occurrences} tells them apart
 */
public record Finding(
    String ruleId,
    @Nullable CheckedRule rule,
    Severity severity,
    Outcome outcome,
    String message,
    Resource resource,
    @Nullable String container,
    String path,
    Span span,
    List<String> missing,
    @Nullable String insert,
    @Nullable String note,
    List<Change> changes,
    @Nullable CheckedWaiver waiver,
    String fingerprint) {
  public Finding {
    missing = List.copyOf(missing);
    changes = List.copyOf(changes);
  }

  /**
   * The same finding, with another outcome.
   *
   * @param exception what covers it, or did; null if no waiver is the reason
   */
  public Finding under(@Nullable CheckedWaiver exception, Outcome newOutcome, String newMessage) {
    return new Finding(
        ruleId,
        rule,
        severity,
        newOutcome,
        newMessage,
        resource,
        container,
        path,
        span,
        missing,
        insert,
        note,
        changes,
        exception,
        fingerprint);
  }

  /** The same finding, shown elsewhere: where the manifest itself stands in another text. */
  public Finding at(Span place) {
    return new Finding(
        ruleId,
        rule,
        severity,
        outcome,
        message,
        resource,
        container,
        path,
        place,
        missing,
        insert,
        note,
        changes,
        waiver,
        fingerprint);
  }

  /** The same finding by another fingerprint. */
  public Finding known(String newFingerprint) {
    return new Finding(
        ruleId,
        rule,
        severity,
        outcome,
        message,
        resource,
        container,
        path,
        span,
        missing,
        insert,
        note,
        changes,
        waiver,
        newFingerprint);
  }

  public enum Outcome {
    VIOLATED,
    WAIVED,
    BASELINED;

    public String word() {
      return switch (this) {
        case VIOLATED -> "violated";
        case WAIVED -> "waived";
        case BASELINED -> "baselined";
      };
    }
  }
}
