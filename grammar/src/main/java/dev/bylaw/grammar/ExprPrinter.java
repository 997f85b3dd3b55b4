package dev.bylaw.grammar;

import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Template;
import java.util.List;

/** Shows an expression, one part a line. */
final class ExprPrinter {
  private final TreePrinter out;

  ExprPrinter(TreePrinter out) {
    this.out = out;
  }

  void print(int indent, String label, Expr expr) {
    String start = label.isEmpty() ? "" : label + ": ";
    switch (expr) {
      case Expr.And and -> {
        out.line(indent, start + "and");
        and.operands().forEach(operand -> print(indent + 1, "", operand));
      }
      case Expr.Or or -> {
        out.line(indent, start + "or");
        or.operands().forEach(operand -> print(indent + 1, "", operand));
      }
      case Expr.Not not -> {
        out.line(indent, start + "not");
        print(indent + 1, "", not.operand());
      }
      case Expr.Quantified quantified -> {
        String word = quantified.quantifier().name();
        String key = quantified.key() == null ? "" : quantified.key().text() + ", ";
        out.line(indent, start + "quantifier " + word + " " + key + quantified.variable().text());
        print(indent + 1, "in", quantified.list());
        if (quantified.where() != null) {
          print(indent + 1, "where", quantified.where());
        }
        print(indent + 1, "holds", quantified.condition());
      }
      case Expr.Exists exists -> {
        String variable = exists.variable() == null ? "" : " " + exists.variable().text();
        out.line(indent, start + "exists " + exists.kind().text() + variable);
        if (exists.where() != null) {
          print(indent + 1, "where", exists.where());
        }
      }
      case Expr.Binary binary -> {
        out.line(indent, start + binary.operator().text());
        print(indent + 1, "", binary.left());
        print(indent + 1, "", binary.right());
      }
      case Expr.Presence presence -> {
        out.line(indent, start + "is " + (presence.absent() ? "absent" : "present"));
        print(indent + 1, "", presence.operand());
      }
      case Expr.Known known -> {
        out.line(indent, start + "is " + (known.known() ? "known" : "unknown"));
        print(indent + 1, "", known.operand());
      }
      case Expr.Default fallback -> {
        out.line(indent, start + "default");
        print(indent + 1, "", fallback.operand());
        print(indent + 1, "", fallback.fallback());
      }
      case Expr.Count count -> {
        out.line(indent, start + "count");
        print(indent + 1, "", count.list());
      }
      case Expr.Exactly exactly -> {
        out.line(indent, start + "exactly");
        print(indent + 1, "", exactly.operand());
      }
      case Expr.Path path -> path(indent, start, path);
      case Expr.Part part -> {
        out.line(indent, start + "part " + steps(part.steps()));
        print(indent + 1, "", part.of().inner());
        keys(indent, part.steps());
      }
      case Expr.Parenthesized parenthesized -> {
        out.line(indent, start + "( )");
        print(indent + 1, "", parenthesized.inner());
      }
      case Expr.ListLiteral list -> {
        out.line(indent, start + "list");
        list.items().forEach(item -> print(indent + 1, "", item));
      }
      case Expr.StringLiteral string ->
          out.line(indent, start + "string " + TreePrinter.text(string.text()));
      case Expr.BooleanLiteral bool -> out.line(indent, start + bool.value());
      case Expr.NumberLiteral number -> out.line(indent, start + "number " + number.text());
      case Expr.DateLiteral date -> out.line(indent, start + "date " + date.text());
      case Expr.VersionLiteral version -> out.line(indent, start + "version " + version.text());
      case Expr.RegexLiteral regex ->
          out.line(indent, start + "regex " + TreePrinter.quoted(regex.pattern()));
      case Expr.Missing _ -> out.line(indent, start + "(missing)");
    }
  }

  private void path(int indent, String start, Expr.Path path) {
    String unchecked = path.unchecked() ? "unchecked path " : "path ";
    out.line(indent, start + unchecked + path.first().text() + steps(path.steps()));
    keys(indent, path.steps());
  }

  private static String steps(List<Expr.Step> steps) {
    StringBuilder text = new StringBuilder();
    for (Expr.Step step : steps) {
      switch (step) {
        case Expr.Step.Field field -> text.append('.').append(field.name().text());
        case Expr.Step.Index _ -> text.append("[#]");
        case Expr.Step.ComputedKey _ -> text.append("[{#}]");
      }
    }
    return text.toString();
  }

  private void keys(int indent, List<Expr.Step> steps) {
    for (Expr.Step step : steps) {
      switch (step) {
        case Expr.Step.Field _ -> {}
        case Expr.Step.Index index -> print(indent + 1, "#", index.key());
        case Expr.Step.ComputedKey computed -> template(indent + 1, computed.key());
      }
    }
  }

  void template(int indent, Template template) {
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Part.Literal literal -> out.line(indent, TreePrinter.quoted(literal.text()));
        case Template.Part.Placeholder placeholder -> print(indent, "", placeholder.value());
      }
    }
  }
}
