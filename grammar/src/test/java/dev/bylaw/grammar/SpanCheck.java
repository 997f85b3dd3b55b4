package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.frame.DiagnosticFrame;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Text;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the places of a tree and of its errors: inside the text, inside the parent, on the words.
 */
final class SpanCheck {
  private SpanCheck() {}

  static void check(Staged<PolicyFile> staged) {
    PolicyFile file = staged.result();
    var whole = new Span(file.source(), 0, file.source().text().length());
    node(file.pack(), whole);
    file.uses().forEach(use -> node(use, whole));
    file.declarations().forEach(declaration -> node(declaration, whole));
    for (Diagnostic diagnostic : staged.diagnostics()) {
      inside(diagnostic.primary().span(), whole, diagnostic);
      diagnostic.related().forEach(label -> inside(label.span(), whole, diagnostic));
      for (Diagnostic.Fix fix : diagnostic.fixes()) {
        fix.edits().forEach(edit -> inside(edit.span(), whole, diagnostic));
      }
      assertThat(DiagnosticFrame.of(diagnostic, Style.PLAIN)).isNotEmpty();
    }
  }

  private static void inside(Span span, Span parent, Object node) {
    assertThat(span.start()).as(node + " starts inside").isBetween(parent.start(), parent.end());
    assertThat(span.end()).as(node + " ends inside").isBetween(span.start(), parent.end());
  }

  private static void node(@Nullable Object node, Span parent) {
    if (node instanceof List<?> nodes) {
      nodes.forEach(child -> node(child, parent));
    } else if (node instanceof Record && !(node instanceof Span)) {
      Span own = node instanceof Expr expr ? expr.span() : span(node);
      boolean doc = node instanceof Doc;
      if (!doc) {
        inside(own, parent, node);
        text(node, own);
      }
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        node(part(node, component.getName()), own);
      }
    }
  }

  private static void text(Object node, Span span) {
    String text = span.text();
    switch (node) {
      case Name name when !text.startsWith("\"") && isAscii(text) ->
          assertThat(text).isEqualTo(name.text());
      // A mark of another keyboard, on either side, is read as the quotes that were meant.
      case Text _ ->
          assertThat("\"\\'\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB")
              .contains(text.substring(0, 1));
      case Expr.NumberLiteral number -> assertThat(text).isEqualTo(number.text());
      case Expr.ListLiteral _ -> assertThat(text).startsWith("[");
      case Expr.Path path when isAscii(text) ->
          assertThat(text).startsWith(path.unchecked() ? "unchecked" : path.first().text());
      default -> {}
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static Span span(Object node) {
    if (part(node, "span") instanceof Span span) {
      return span;
    }
    throw new AssertionError("no span: " + node);
  }

  static @Nullable Object part(Object node, String name) {
    try {
      return node.getClass().getMethod(name).invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
