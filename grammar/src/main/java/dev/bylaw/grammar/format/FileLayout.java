package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out a file: which declarations stand apart, and what each is made of. */
final class FileLayout {
  private final Layout layout;
  private final ExprLayout exprs;
  private final RuleLayout rules;

  FileLayout(Layout layout) {
    this.layout = layout;
    this.exprs = new ExprLayout(layout);
    this.rules = new RuleLayout(layout, exprs);
  }

  /** A part of a file: {@code apart} if an empty line stands before and after it. */
  private record Item(Span span, boolean header, boolean documented, boolean apart) {}

  void file(PolicyFile file) {
    Item before = null;
    for (Item item : items(file)) {
      Gap gap = layout.breakAt(layout.first(item.span()), 0);
      gap.keepsBlank = true;
      gap.apart =
          before != null
              && (item.apart()
                  || before.apart()
                  || item.documented()
                  || before.header() != item.header());
      before = item;
    }
    layout.gap(layout.size()).keepsBlank = true;
    for (PolicyFile.Include include : file.includes()) {
      fill(include.span());
    }
    for (Declaration declaration : file.declarations()) {
      declaration(declaration);
    }
  }

  private static List<Item> items(PolicyFile file) {
    List<Item> items = new ArrayList<>();
    if (file.pack() != null) {
      items.add(new Item(file.pack().span(), true, file.pack().doc() != null, false));
    }
    for (PolicyFile.Use use : file.uses()) {
      items.add(new Item(use.span(), true, false, false));
    }
    @Nullable Doc before = null;
    for (PolicyFile.Include include : file.includes()) {
      // A comment above several lines stands above the first of them.
      boolean documented = include.doc() != null && !include.doc().equals(before);
      items.add(new Item(include.span(), true, documented, false));
      before = include.doc();
    }
    for (Declaration declaration : file.declarations()) {
      items.add(item(declaration));
    }
    items.sort(Comparator.comparingInt(item -> item.span().start()));
    return items;
  }

  private static Item item(Declaration declaration) {
    return switch (declaration) {
      case Rule rule -> new Item(rule.span(), false, rule.doc() != null, rule.name() != null);
      case RuleTest test -> new Item(test.span(), false, test.doc() != null, true);
      case Waiver waiver -> new Item(waiver.span(), false, waiver.doc() != null, true);
      case Declaration.Parameter parameter ->
          new Item(parameter.span(), false, parameter.doc() != null, false);
      case Declaration.Let let -> new Item(let.span(), false, let.doc() != null, false);
      case Declaration.Definition definition ->
          new Item(definition.span(), false, definition.doc() != null, false);
    };
  }

  private void fill(Span span) {
    exprs.fill(layout.first(span), layout.after(span), 0);
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Rule rule -> rules.rule(rule);
      case RuleTest test -> rules.test(test);
      case Waiver waiver -> rules.waiver(waiver);
      case Declaration.Parameter parameter -> {
        if (parameter.defaultValue() != null) {
          exprs.assigned(parameter.span(), parameter.defaultValue());
        }
      }
      case Declaration.Let let -> exprs.assigned(let.span(), let.value());
      case Declaration.Definition definition ->
          exprs.assigned(definition.span(), definition.value());
    }
  }
}
