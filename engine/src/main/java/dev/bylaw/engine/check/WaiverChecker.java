package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.value.Day;
import dev.bylaw.grammar.tree.Waiver;
import org.jspecify.annotations.Nullable;

/** Checks that an exception is complete: by whom, why and until when. */
final class WaiverChecker {
  private final Context context;
  private final Subjects subjects;
  private final RuleNames rules;

  WaiverChecker(Context context, RuleNames rules) {
    this.context = context;
    this.subjects = new Subjects(context);
    this.rules = rules;
  }

  /** The checked waiver, or null after saying what it lacks. */
  @Nullable CheckedWaiver check(Waiver waiver, Pack pack) {
    String rule = rules.resolve(waiver.rule(), pack);
    boolean complete = subjects.known(waiver.kind());
    String because = waiver.because() == null ? "" : waiver.because().value();
    String approver = waiver.approvedBy() == null ? "" : waiver.approvedBy().value();
    complete &= present(waiver, because, "a reason", "because \"…\"");
    complete &= present(waiver, approver, "an approver", "approved by \"…\"");
    complete &=
        present(
            waiver,
            waiver.until() == null ? "" : waiver.until().text(),
            "a last day",
            "until 2027-03-31");
    if (!complete || rule == null || waiver.until() == null) {
      return null;
    }
    if (!Day.isDay(waiver.until().text())) {
      context
          .diagnostics()
          .error(
              CheckCode.BAD_LITERAL,
              waiver.until().span(),
              "`" + waiver.until().text() + "` is no day of the calendar",
              "write year-month-day, for example 2027-03-31");
      return null;
    }
    return new CheckedWaiver(
        rule,
        waiver.kind().text(),
        waiver.namespace() == null ? null : waiver.namespace().text(),
        waiver.name().text(),
        waiver.container() == null ? null : waiver.container().text(),
        because,
        approver,
        waiver.until().text(),
        waiver.span());
  }

  private boolean present(Waiver waiver, String text, String what, String example) {
    if (!text.isBlank()) {
      return true;
    }
    context
        .diagnostics()
        .error(
            CheckCode.INCOMPLETE_WAIVER,
            waiver.rule().span(),
            "this waiver has not " + what,
            "an exception is written down, by whom, why and until when: add `" + example + "`");
    return false;
  }
}
