package dev.bylaw.engine.service;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.List;

/** Lists the declarations of a file. */
final class Symbols {
  private Symbols() {}

  static List<Symbol> of(PolicyFile file) {
    List<Symbol> symbols = new ArrayList<>();
    if (file.pack() != null) {
      symbols.add(
          symbol(file.pack().name().text(), "pack", file.pack().span(), file.pack().name().span()));
    }
    file.declarations().forEach(declaration -> symbols.add(of(declaration)));
    return symbols;
  }

  private static Symbol of(Declaration declaration) {
    Span span = declaration.span();
    return switch (declaration) {
      case Rule rule -> {
        Name name = rule.name();
        yield name == null
            ? symbol(oneLine(span.text()), "rule", span, rule.keyword())
            : symbol(name.text(), "rule", span, name.span());
      }
      case Declaration.Let let -> symbol(let.name().text(), "let", span, let.name().span());
      case Declaration.Parameter parameter ->
          symbol(parameter.name().text(), "param", span, parameter.name().span());
      case Declaration.Definition definition ->
          symbol(definition.name().text(), "define", span, definition.name().span());
      case RuleTest test -> symbol(test.title().value(), "test", span, test.title().span());
      case Waiver waiver -> symbol(waiver.rule().text(), "waive", span, waiver.rule().span());
    };
  }

  /** The words of a rule without a name, with one space between them. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ';
      if (!space) {
        line.append(c);
      } else if (line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString();
  }

  private static Symbol symbol(String label, String kind, Span span, Span name) {
    return new Symbol(label, kind, Range.of(span), Range.of(name));
  }
}
