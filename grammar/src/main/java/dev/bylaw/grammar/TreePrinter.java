package dev.bylaw.grammar;

import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Template;
import dev.bylaw.grammar.tree.Text;
import dev.bylaw.grammar.tree.Waiver;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a syntax tree without its spans: two files with the same text here mean the same. */
public final class TreePrinter {
  private final StringBuilder out = new StringBuilder();
  private final ExprPrinter exprs = new ExprPrinter(this);

  private TreePrinter() {}

  public static String print(PolicyFile file) {
    var printer = new TreePrinter();
    if (file.pack() != null) {
      printer.doc(0, file.pack().doc());
      printer.line(0, "pack " + file.pack().name().text());
    }
    for (PolicyFile.Use use : file.uses()) {
      printer.line(0, "use " + use.name().text() + version(use.version()));
    }
    file.includes().forEach(printer::include);
    for (Declaration declaration : file.declarations()) {
      printer.declaration(declaration);
    }
    return printer.out.toString();
  }

  private void include(PolicyFile.Include include) {
    doc(0, include.doc());
    line(0, "include " + include.name().text() + version(include.version()));
    include.except().forEach(rule -> line(1, "except " + rule.text()));
  }

  private static String version(PolicyFile.@Nullable PackVersion version) {
    return version == null ? "" : "@" + version.text();
  }

  void line(int indent, String text) {
    for (int i = 0; i < indent; i++) {
      out.append("  ");
    }
    out.append(text).append('\n');
  }

  private void doc(int indent, @Nullable Doc doc) {
    if (doc != null) {
      line(indent, "doc " + quoted(doc.text()));
    }
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Rule rule -> rule(rule);
      case Declaration.Parameter parameter -> {
        doc(0, parameter.doc());
        String type = (parameter.type().list() ? "list of " : "") + parameter.type().name().text();
        line(0, "param " + parameter.name().text() + ": " + type);
        if (parameter.defaultValue() != null) {
          exprs.print(1, "default", parameter.defaultValue());
        }
      }
      case Declaration.Let let -> {
        doc(0, let.doc());
        line(0, "let " + let.name().text());
        exprs.print(1, "value", let.value());
      }
      case Declaration.Definition definition -> {
        doc(0, definition.doc());
        line(0, "define " + definition.name().text());
        line(1, "for " + subject(definition.subject()));
        exprs.print(1, "value", definition.value());
      }
      case RuleTest test -> test(test);
      case Waiver waiver -> waiver(waiver);
    }
  }

  private void rule(Rule rule) {
    doc(0, rule.doc());
    String name = rule.name() == null ? "(bare)" : rule.name().text();
    line(0, "rule " + name + (rule.title() == null ? "" : " " + quoted(rule.title().value())));
    if (rule.severity() != null) {
      line(1, "severity " + rule.severity().text());
    }
    if (rule.subject() != null) {
      line(1, "for " + subject(rule.subject()));
    }
    if (rule.when() != null) {
      exprs.print(1, "when", rule.when());
    }
    boolean denies = rule.verdict() == Rule.Verdict.DENY;
    exprs.print(1, denies ? "deny" : "require", rule.condition());
    if (rule.message() != null) {
      message(rule.message());
    }
    rule.fixes().forEach(this::fix);
    rule.references().forEach(reference -> line(1, "see " + quoted(reference.value())));
    for (Rule.Example example : rule.examples()) {
      line(1, (example.passes() ? "passes " : "fails ") + text(example.manifest()));
    }
  }

  private void message(Template message) {
    line(1, "message");
    exprs.template(2, message);
  }

  private void fix(Rule.FixAction fix) {
    switch (fix) {
      case Rule.FixAction.Remove remove -> {
        line(1, "fix remove");
        if (remove.what() != null) {
          exprs.print(2, "what", remove.what());
        }
        exprs.print(2, "path", remove.path());
      }
      case Rule.FixAction.Add add -> {
        line(1, "fix add");
        exprs.print(2, "value", add.value());
        exprs.print(2, "path", add.path());
      }
      case Rule.FixAction.Set set -> {
        line(1, "fix set");
        exprs.print(2, "path", set.path());
        exprs.print(2, "value", set.value());
      }
    }
  }

  private void test(RuleTest test) {
    doc(0, test.doc());
    line(0, "test " + quoted(test.title().value()));
    for (RuleTest.Given given : test.given()) {
      line(1, "given " + (given.file() ? "file " : "") + text(given.content()));
    }
    for (RuleTest.Expectation expectation : test.expectations()) {
      line(1, "expect " + expectation.rule().text() + " " + expectation.outcome());
      if (expectation.at() != null) {
        exprs.print(2, "at", expectation.at());
      }
    }
  }

  private void waiver(Waiver waiver) {
    doc(0, waiver.doc());
    line(0, "waive " + waiver.rule().text());
    part("kind", waiver.kind());
    part("namespace", waiver.namespace());
    part("name", waiver.name());
    part("container", waiver.container());
    if (waiver.because() != null) {
      line(1, "because " + text(waiver.because()));
    }
    if (waiver.approvedBy() != null) {
      line(1, "approved by " + text(waiver.approvedBy()));
    }
    part("until", waiver.until());
  }

  private void part(String label, @Nullable Name name) {
    if (name != null) {
      line(1, label + " " + name.text());
    }
  }

  private static String subject(Declaration.Subject subject) {
    return (subject.anyResource() ? "any resource" : names(subject.names()))
        + (subject.except().isEmpty() ? "" : " except " + names(subject.except()))
        + (subject.in().isEmpty() ? "" : " in " + names(subject.in()));
  }

  private static String names(List<Name> names) {
    return names.stream().map(Name::text).collect(Collectors.joining(", "));
  }

  static String text(Text text) {
    return (text.block() ? "block " : "") + quoted(text.value());
  }

  static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }
}
