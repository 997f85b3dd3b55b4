package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Text;
import dev.bylaw.grammar.tree.Waiver;
import java.util.List;

/** Lays out rules, tests and waivers: each clause on lines of its own. */
final class RuleLayout {
  private final Layout layout;
  private final ExprLayout exprs;

  RuleLayout(Layout layout, ExprLayout exprs) {
    this.layout = layout;
    this.exprs = exprs;
  }

  void rule(Rule rule) {
    Name name = rule.name();
    boolean bare = name == null;
    int indent = bare ? 0 : Layout.STEP;
    int from = layout.first(rule.span());
    int to = layout.after(rule.span());
    int head =
        name == null ? from : brace(rule.title() == null ? name.span() : rule.title().span());
    layout.indent(from + 1, to, indent + Layout.STEP);
    if (rule.severity() != null) {
      clause(layout.first(rule.severity().span()) - 1, head, indent);
    }
    if (rule.subject() != null) {
      Span subject = rule.subject().span();
      clause(layout.first(subject) - 1, head, indent);
      exprs.fill(layout.first(subject) - 1, layout.after(subject), indent);
    }
    if (rule.when() != null) {
      condition(layout.first(rule.when().span()) - 1, head, indent, rule.when());
    }
    condition(layout.first(rule.keyword()), head, indent, rule.condition());
    if (rule.message() != null) {
      clause(layout.first(rule.message().span()) - 1, head, indent);
    }
    for (Rule.FixAction fix : rule.fixes()) {
      clause(layout.first(fix.span()), head, indent);
      fix(fix, indent);
    }
    for (Text reference : rule.references()) {
      clause(layout.first(reference.span()) - 1, head, indent);
    }
    for (Rule.Example example : rule.examples()) {
      clause(layout.first(example.span()), head, indent);
    }
    if (!bare) {
      close(head, to - 1);
    }
  }

  /** The brace after the head of a rule or a test. */
  private int brace(Span head) {
    return layout.after(head);
  }

  private void condition(int keyword, int head, int indent, Expr condition) {
    clause(keyword, head, indent);
    exprs.layOut(condition, indent);
  }

  /** A clause starts a line; {@code head} is the brace before the first one of a body. */
  private void clause(int index, int head, int indent) {
    Gap gap = layout.breakAt(index, indent);
    gap.keepsBlank = true;
    gap.opens = index == head + 1;
  }

  private void close(int open, int brace) {
    layout.gap(open).indent = 0;
    Gap gap = layout.gap(brace);
    gap.indent = 0;
    gap.closes = true;
    gap.keepsBlank = true;
    gap.opens = brace == open + 1;
    gap.hard = !gap.opens;
    gap.space = false;
  }

  private void fix(Rule.FixAction fix, int indent) {
    List<Expr> parts =
        switch (fix) {
          case Rule.FixAction.Remove remove when remove.what() != null ->
              List.of(remove.what(), remove.path());
          case Rule.FixAction.Remove remove -> List.of(remove.path());
          case Rule.FixAction.Add add -> List.of(add.value(), add.path());
          case Rule.FixAction.Set set -> List.of(set.path(), set.value());
        };
    Group group = layout.group(layout.first(fix.span()), layout.after(fix.span()), false);
    if (parts.size() > 1) {
      layout.mayBreak(group, layout.first(parts.get(1).span()) - 1, indent + Layout.STEP);
    }
    parts.forEach(part -> exprs.layOut(part, indent + Layout.STEP));
  }

  void test(RuleTest test) {
    int from = layout.first(test.span());
    int to = layout.after(test.span());
    int head = brace(test.title().span());
    layout.indent(from + 1, to, 2 * Layout.STEP);
    for (RuleTest.Given given : test.given()) {
      clause(layout.first(given.span()), head, Layout.STEP);
    }
    for (RuleTest.Expectation expectation : test.expectations()) {
      clause(layout.first(expectation.span()), head, Layout.STEP);
      if (expectation.at() != null) {
        int at = layout.first(expectation.at().span()) - 1;
        Group group =
            layout.group(layout.first(expectation.span()), layout.after(expectation.span()), false);
        layout.mayBreak(group, at, 2 * Layout.STEP);
        exprs.layOut(expectation.at(), 2 * Layout.STEP);
      }
    }
    close(head, to - 1);
  }

  void waiver(Waiver waiver) {
    int from = layout.first(waiver.span());
    layout.indent(from + 1, layout.after(waiver.span()), 2 * Layout.STEP);
    clause(layout.first(waiver.kind().span()) - 1, from, Layout.STEP);
    if (waiver.because() != null) {
      clause(layout.first(waiver.because().span()) - 1, from, Layout.STEP);
    }
    if (waiver.approvedBy() != null) {
      clause(layout.first(waiver.approvedBy().span()) - 2, from, Layout.STEP);
    }
    if (waiver.until() != null) {
      clause(layout.first(waiver.until().span()) - 1, from, Layout.STEP);
    }
  }
}
