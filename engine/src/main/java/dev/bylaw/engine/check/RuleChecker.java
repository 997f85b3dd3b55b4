package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Conditions.Setting;
import dev.bylaw.engine.check.Resolver.ResolvedRule;
import dev.bylaw.engine.check.Satisfiability.Demand;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.Rule.Verdict;
import dev.bylaw.grammar.tree.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks one rule from its subject to its fixes. */
final class RuleChecker {
  /** What it takes to check a rule and to hold it against the others, beside its condition. */
  private static final int STEPS = 1000;

  private final Context context;
  private final Subjects subjects;
  private final Paths paths;
  private final Words words;
  private final Conditions conditions;
  private final Messages messages;
  private final Fixes fixes;

  RuleChecker(Context context) {
    this.context = context;
    this.subjects = new Subjects(context);
    this.paths = new Paths(context);
    this.words = new Words(context, subjects);
    Values values = new Values(context, paths, words);
    this.conditions = new Conditions(context, paths, values, words, subjects);
    this.messages = new Messages(context, values);
    this.fixes = new Fixes(context, values);
  }

  /** The checked rule, or null if anything is wrong with it; diagnostics say what. */
  @Nullable CheckedRule check(ResolvedRule resolved) {
    context.steps().take(STEPS);
    int before = context.diagnostics().count();
    words.takeUsed();
    Rule rule = resolved.rule();
    Severity severity = severity(rule);
    Subject subject = subject(rule, resolved.pack());
    if (subject == null) {
      return null;
    }
    Scope scope = Scope.of(resolved.pack(), subject);
    boolean deny = rule.verdict() == Verdict.DENY;
    Condition when =
        rule.when() == null
            ? null
            : conditions.condition(rule.when(), new Setting(scope, Facts.NONE, true));
    Facts known = when == null ? Facts.NONE : Facts.ifTrue(when);
    Setting setting = new Setting(scope, known, deny);
    Condition condition = conditions.condition(rule.condition(), setting);
    CheckedRule.Message message =
        rule.message() == null ? null : messages.message(rule.message(), condition, deny, setting);
    List<CheckedFix> checkedFixes = new ArrayList<>();
    for (Rule.FixAction action : rule.fixes()) {
      CheckedFix fix = fixes.fix(action, condition, deny, scope);
      if (fix != null) {
        checkedFixes.add(fix);
      }
    }
    if (context.diagnostics().count() > before) {
      return null;
    }
    Span clause = rule.keyword().to(rule.condition().span());
    if (!canWork(rule, when, condition, clause)) {
      return null;
    }
    return new CheckedRule(
        resolved.id(),
        rule.title() == null ? CheckedRule.oneLine(clause.text()) : rule.title().value(),
        severity,
        rule.doc() == null ? "" : rule.doc().text(),
        subject,
        when,
        rule.verdict(),
        condition,
        message,
        checkedFixes,
        rule.references().stream().map(Text::value).toList(),
        rule.examples().stream()
            .map(e -> new CheckedRule.Example(e.passes(), e.manifest().value(), e.span()))
            .toList(),
        clause,
        words.takeUsed());
  }

  private Severity severity(Rule rule) {
    if (rule.severity() == null) {
      return Severity.MEDIUM;
    }
    Severity severity = Severity.parse(rule.severity().text());
    if (severity != null) {
      return severity;
    }
    List<String> known = Arrays.stream(Severity.values()).map(Severity::word).toList();
    String near = Suggestion.of(rule.severity().text(), known);
    Span span = rule.severity().span();
    Diagnostic diagnostic =
        Diagnostic.of(
            CheckCode.UNKNOWN_SEVERITY,
            span,
            "unknown severity `" + rule.severity().text() + "`",
            near == null
                ? "write one of " + String.join(", ", known)
                : "did you mean `" + near + "`?");
    context.diagnostics().add(near == null ? diagnostic : Paths.replace(diagnostic, span, near));
    return Severity.MEDIUM;
  }

  private @Nullable Subject subject(Rule rule, Pack pack) {
    if (rule.subject() != null) {
      return subjects.subject(rule.subject());
    }
    List<Expr> uses =
        rule.when() == null ? List.of(rule.condition()) : List.of(rule.when(), rule.condition());
    Subject.Level level = SubjectInference.infer(paths, pack, uses);
    if (level == null && !(rule.condition() instanceof Expr.Missing)) {
      // Checked for containers, so that a name that is misspelt is told before anything else.
      int before = context.diagnostics().count();
      uses.forEach(use ->
          conditions.condition(
              use,
              new Setting(
                  Scope.of(pack, Subjects.every(Subject.Level.CONTAINER)), Facts.NONE, true)));
      if (context.diagnostics().count() == before) {
        context
            .diagnostics()
            .error(
                CheckCode.SUBJECT_UNCLEAR,
                rule.keyword(),
                "no name in this rule tells what it is for",
                "write `for container`, `for pod`, or `for` and a kind before it");
      }
    }
    return level == null ? null : Subjects.every(level);
  }

  /** Whether the rule finds something in some manifest, and nothing in another. */
  private boolean canWork(Rule rule, @Nullable Condition when, Condition condition, Span clause) {
    boolean deny = rule.verdict() == Verdict.DENY;
    List<Demand> applies = when == null ? List.of() : List.of(new Demand(when, true));
    if (when != null && rule.when() != null && !Satisfiability.possible(applies)) {
      context
          .diagnostics()
          .error(
              CheckCode.NEVER_FIRES,
              rule.when().span(),
              "always false: this rule can never apply",
              "no manifest meets this `when`; mend it, or take the rule away");
      return false;
    }
    if (!Satisfiability.possible(with(applies, new Demand(condition, deny)))) {
      String always = deny ? "always false" : "always true";
      context
          .diagnostics()
          .error(
              CheckCode.NEVER_FIRES,
              rule.condition().span(),
              always + ": this rule can never fire",
              "no manifest breaks it; " + suspects(!deny) + ", or take the rule away");
      return false;
    }
    if (!Satisfiability.possible(with(applies, new Demand(condition, !deny)))) {
      String always = deny ? "always true" : "always false";
      String whose = when == null ? "every manifest" : "every manifest that meets `when`";
      context
          .diagnostics()
          .error(
              CheckCode.ALWAYS_FIRES,
              clause,
              always + ": " + whose + " breaks this rule",
              suspects(deny) + ", or say in `when` what the rule is for");
      return false;
    }
    return true;
  }

  /** Where to look for the mistake in a condition that never changes. */
  private static String suspects(boolean always) {
    return always
        ? "look for parts that cover every case"
        : "look for parts that exclude each other";
  }

  private static List<Demand> with(List<Demand> demands, Demand more) {
    List<Demand> all = new ArrayList<>(demands);
    all.add(more);
    return all;
  }
}
