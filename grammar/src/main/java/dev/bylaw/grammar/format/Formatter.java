package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.TreePrinter;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.List;

/**
 * Writes a rule file in the one canonical layout: what the layout is says {@code docs/format.md}.
 *
 * <p>Words, comments and groups of lines stay; only white space changes, and a comma before a
 * closing bracket goes. Line breaks become those of the file's first line.
 */
public final class Formatter {
  private static final int MOST_PASSES = 8;

  private Formatter() {}

  /**
   * The text in its canonical layout. A text that does not parse is given back as it is, with its
   * errors.
   *
   * @throws IllegalStateException if the layout would change what the file says, or itself: a bug
   */
  public static Staged<String> format(Source source) {
    Staged<PolicyFile> parsed = Parser.parse(source);
    if (parsed.hasErrors()) {
      return new Staged<>(source.text(), parsed.diagnostics());
    }
    String text = source.text();
    // A comment in an unusual place may end up in a usual one, which has a layout of its own.
    for (int i = 0; i < MOST_PASSES; i++) {
      String next = pass(new Source(source.name(), text));
      if (next.equals(text)) {
        prove(source, parsed.result(), text);
        return new Staged<>(text, List.of());
      }
      text = next;
    }
    throw new IllegalStateException("the formatter would change its own layout of " + source);
  }

  private static String pass(Source source) {
    Layout layout = Layout.of(source);
    new FileLayout(layout).file(Parser.parse(source).result());
    return withLineBreaksOf(source.text(), new LayoutWriter(layout).write());
  }

  private static void prove(Source source, PolicyFile before, String text) {
    var written = new Source(source.name(), text);
    Staged<PolicyFile> after = Parser.parse(written);
    boolean same =
        !after.hasErrors()
            && TreePrinter.print(before).equals(TreePrinter.print(after.result()))
            && comments(source).equals(comments(written));
    if (!same) {
      throw new IllegalStateException("the formatter would change what " + source + " says");
    }
  }

  private static List<String> comments(Source source) {
    return Lexer.lex(source).stream()
        .filter(Layout::isComment)
        .map(Lexeme::text)
        .map(String::stripTrailing)
        .toList();
  }

  private static String withLineBreaksOf(String original, String text) {
    int first = original.indexOf('\n');
    boolean pairs = first > 0 && original.charAt(first - 1) == '\r';
    return pairs ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text;
  }
}
