package dev.bylaw.cli.report;

import dev.bylaw.cli.report.TestRun.Share;
import dev.bylaw.engine.mutation.Change;
import dev.bylaw.engine.mutation.RuleScore;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Frame;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.List;

/** A table of what tests noticed of the changes of each rule, and each change that survived. */
record MutationText(List<RuleScore> scores) {

  String of(Style style, boolean quiet) {
    ShareTable table = new ShareTable("changes noticed");
    scores.forEach(
        score -> table.row(score.rule().id(), new Share(score.noticed(), score.total())));
    StringBuilder out = new StringBuilder(table.text(TestRun.noticed(scores), style, quiet));
    for (RuleScore score : scores) {
      if (score.tested()) {
        score.survivors().forEach(change -> survivor(score, change, style, out));
      } else {
        untested(score, style, out);
      }
      if (score.capped()) {
        capped(score, style, out);
      }
    }
    return out.append('\n').toString();
  }

  private static void survivor(RuleScore score, Change change, Style style, StringBuilder out) {
    Frame frame = new Frame(style, change.span().from().line());
    frame.title(Role.WARNING, "survived", score.rule().id(), "no test notices " + change.what());
    frame.place(change.span(), "").bar().removed(change.before()).added(change.after());
    out.append('\n').append(frame);
  }

  private static void untested(RuleScore score, Style style, StringBuilder out) {
    ofRule("untested", score, "no test is about this rule", style, out);
  }

  private static void capped(RuleScore score, Style style, StringBuilder out) {
    String message = "more than " + score.total() + " changes can be made; no further one was";
    ofRule("capped", score, message, style, out);
  }

  private static void ofRule(
      String word, RuleScore score, String message, Style style, StringBuilder out) {
    Span clause = score.rule().clause();
    Frame frame = new Frame(style, clause.from().line());
    frame.title(Role.WARNING, word, score.rule().id(), message);
    frame.place(clause, "").bar().excerpt(clause, 0, Role.WARNING, "");
    out.append('\n').append(frame);
  }
}
