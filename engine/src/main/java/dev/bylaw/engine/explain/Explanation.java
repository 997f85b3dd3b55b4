package dev.bylaw.engine.explain;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule came to for one subject of one object, and why.
 *
 * @param reason why the rule did not look at the subject; null where it did
 * @param when the rule's {@code when}; null where it has none or was not asked
 * @param condition null where the rule was not asked
 * @param findings what the rule finds in the subject, waived or not
 * @param complaints what the subject holds of the wrong type, as far as the rule reads it: {@code
 *     manifest/wrong-type} findings of a check
 * @param waiver the exception that covers the findings, or one that has expired; or null
 */
public record Explanation(
    CheckedRule rule,
    Place subject,
    Outcome outcome,
    @Nullable Reason reason,
    @Nullable Trace when,
    @Nullable Trace condition,
    List<Finding> findings,
    List<Finding> complaints,
    @Nullable CheckedWaiver waiver) {
  public Explanation {
    findings = List.copyOf(findings);
    complaints = List.copyOf(complaints);
    if ((outcome == Outcome.NOT_APPLICABLE) != (reason != null)) {
      throw new IllegalArgumentException("a reason is why a rule does not apply");
    }
  }

  /**
   * A subject: an object, the Pod spec or a container in it.
   *
   * @param list the list that the container stands in; null for anything but a container
   * @param container its name, or null
   * @param path from the document's root; empty for the root
   */
  public record Place(
      Resource resource,
      @Nullable ContainerList list,
      @Nullable String container,
      String path,
      Span span) {}

  /** The four outcomes; none of them is another. */
  public enum Outcome {
    VIOLATED("violated"),
    WAIVED("waived"),
    PASSED("passed"),
    NOT_APPLICABLE("not applicable");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** As tests of rules write it. */
    public String word() {
      return word;
    }
  }
}
