package dev.bylaw.engine.report;

import dev.bylaw.engine.policy.Severity;
import dev.bylaw.grammar.frame.Printable;
import org.jspecify.annotations.Nullable;

/**
 * How a check ends by what it counted. Nothing ends well that was not looked at.
 *
 * @param failOn the least severity that fails the run; null if none does
 * @param allowEmpty whether a run that checked nothing may end well
 */
public record Verdict(Tally tally, @Nullable Severity failOn, boolean allowEmpty) {
  public ExitCode code() {
    ExitCode code = tally.fails(failOn) ? ExitCode.FINDINGS : ExitCode.OK;
    return isIncomplete() ? code.worst(ExitCode.INCOMPLETE) : code;
  }

  /** Whether something was not read, or nothing was checked. */
  public boolean isIncomplete() {
    return tally.unreadableDocuments() > 0 || (!tally.checkedSomething() && !allowEmpty);
  }

  /** What is to be said of rules that do not compile. */
  public static Complaint ofRules(long errors) {
    return new Complaint(
        "error: the rules do not compile ("
            + (errors == 1 ? "1 error" : errors + " errors")
            + "), so nothing was checked",
        null);
  }

  /** What is to be said of a run that is incomplete. */
  public Complaint complaint() {
    int unreadable = tally.unreadableDocuments();
    if (unreadable > 0) {
      return new Complaint(
          "error: "
              + (unreadable == 1 ? "1 document was" : unreadable + " documents were")
              + " not read, so the check is incomplete",
          null);
    }
    return new Complaint(
        "error: nothing was checked: "
            + (tally.documents() == 0
                ? "there is no document in the input"
                : "no document is of a kind that Kubernetes knows"),
        "if that is as it should be, say --allow-empty");
  }

  /** A sentence for people, beside the report, and what would help. */
  public record Complaint(String sentence, @Nullable String help) {
    /** As it is printed, in lines. */
    public String text() {
      String line = Printable.of(sentence) + "\n";
      return help == null ? line : line + "  help: " + Printable.of(help) + "\n";
    }
  }
}
