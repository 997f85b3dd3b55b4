package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.finding.Finding.Outcome;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.value.Glob;
import dev.bylaw.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies the exceptions of a policy to its findings. A waived finding stays a finding, with
 * another outcome; one whose waiver has expired counts, and says so.
 */
public final class Waivers {
  /** What it takes to hold a finding against one of them. */
  private static final int STEPS = 20;

  private final List<CheckedWaiver> waivers;
  private final String today;
  private final Steps steps;
  private final Set<CheckedWaiver> used = new LinkedHashSet<>();

  /**
   * @param today as {@code 2027-03-31}: the engine has no clock
   */
  public Waivers(List<CheckedWaiver> waivers, String today) {
    this(waivers, today, Steps.unlimited());
  }

  /** Those of the plan's policy, within the plan's budget. */
  public Waivers(Plan plan, String today) {
    this(plan.policy().waivers(), today, plan.steps());
  }

  private Waivers(List<CheckedWaiver> waivers, String today, Steps steps) {
    this.waivers = waivers;
    this.today = today;
    this.steps = steps;
  }

  /** What a manifest gave, with the exceptions applied. */
  public Evaluation apply(Evaluation evaluation) {
    return waivers.isEmpty()
        ? evaluation
        : new Evaluation(
            evaluation.findings().stream().map(this::apply).toList(),
            evaluation.unknownKinds(),
            evaluation.applied());
  }

  /** The finding, waived or with a word about its expired waiver, or as it is. */
  Finding apply(Finding finding) {
    steps.take((long) waivers.size() * STEPS);
    CheckedWaiver expired = null;
    for (CheckedWaiver waiver : waivers) {
      if (covers(waiver, finding)) {
        used.add(waiver);
        if (!isExpired(waiver, today)) {
          return under(finding, waiver, today);
        }
        expired = waiver;
      }
    }
    return expired == null ? finding : under(finding, expired, today);
  }

  /** The finding under an exception that covers it: waived, or with a word about its last day. */
  public static Finding under(Finding finding, CheckedWaiver waiver, String today) {
    return isExpired(waiver, today)
        ? finding.under(
            waiver,
            Outcome.VIOLATED,
            finding.message() + " (its waiver expired after " + waiver.until() + ")")
        : finding.under(waiver, Outcome.WAIVED, finding.message());
  }

  /** The day on which they are held against. */
  String today() {
    return today;
  }

  /** The exceptions that it applies. */
  public List<CheckedWaiver> all() {
    return waivers;
  }

  /** Whether a finding of the input needed it, expired or not. */
  public boolean isUsed(CheckedWaiver waiver) {
    return used.contains(waiver);
  }

  private static boolean isExpired(CheckedWaiver waiver, String today) {
    // Both are year-month-day with all their digits, so text order is the order of days.
    return waiver.until().compareTo(today) < 0;
  }

  private static boolean covers(CheckedWaiver waiver, Finding finding) {
    Resource resource = finding.resource();
    return waiver.rule().equals(finding.ruleId())
        && waiver.kind().equals(resource.kind())
        && Objects.equals(waiver.namespace(), resource.namespace())
        && named(waiver.name(), resource.name())
        && (waiver.container() == null || named(waiver.container(), finding.container()));
  }

  private static boolean named(String pattern, @Nullable String name) {
    return name != null && Glob.matches(pattern, name);
  }

  /**
   * What is to be said of the waivers once all input was judged: which expired, and which no
   * finding needed.
   *
   * @param rules those of the run; a waiver of a rule that was left out may be needed another time
   */
  public List<Diagnostic> remarks(List<CheckedRule> rules) {
    Set<String> ids = new LinkedHashSet<>();
    rules.forEach(rule -> ids.add(rule.id()));
    List<Diagnostic> remarks = new ArrayList<>();
    for (CheckedWaiver waiver : waivers) {
      remark(waiver, used.contains(waiver), ids.contains(waiver.rule()), today, remarks);
    }
    return remarks;
  }

  /**
   * Says of an exception that no finding needed it, or that it expired.
   *
   * @param judged whether its rule was among those of the run
   */
  public static void remark(
      CheckedWaiver waiver, boolean used, boolean judged, String today, List<Diagnostic> remarks) {
    if (!used && judged) {
      remarks.add(
          Diagnostic.of(
              WaiverCode.UNUSED,
              waiver.span(),
              "no finding needs this waiver of " + waiver.rule(),
              "take it away, or mend the object that it names"));
    } else if (used && isExpired(waiver, today)) {
      remarks.add(
          Diagnostic.of(
              WaiverCode.EXPIRED,
              waiver.span(),
              "this waiver of " + waiver.rule() + " expired after " + waiver.until(),
              "mend the object, or have the exception approved again"));
    }
  }
}
