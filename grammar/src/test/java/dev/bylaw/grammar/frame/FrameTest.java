package dev.bylaw.grammar.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  /** Marks the first occurrence of a text. */
  private static String excerpt(String text, String marked, int before) {
    int start = text.indexOf(marked);
    Span span = new Span(new Source("a.yaml", text), start, start + marked.length());
    Frame frame = new Frame(Style.PLAIN, span.from().line());
    return frame.excerpt(span, before, Role.ALARM, "here").toString();
  }

  @Test
  void marksExactlyTheSpan() {
    assertThat(excerpt("a: 1\nb: two\n", "two", 2))
        .isEqualTo(
            """
            1 | a: 1
            2 | b: two
              |    ^^^ here
            """);
  }

  @Test
  void numbersAlignAtTheirEnd() {
    String text = "x\n".repeat(8) + "y\nz\n";
    assertThat(excerpt(text, "z", 2))
        .isEqualTo(
            """
             8 | x
             9 | y
            10 | z
               | ^ here
            """);
  }

  @Test
  void aTabTakesTheCellsToItsStop() {
    assertThat(excerpt("\ta:\tvalue", "value", 0))
        .isEqualTo(
            """
            1 |     a:  value
              |         ^^^^^ here
            """);
  }

  @Test
  void wideCharactersTakeTwoCellsAndCombiningOnesNone() {
    assertThat(excerpt("日本: e\u0301 😀 value", "value", 0))
        .isEqualTo(
            """
            1 | 日本: e\u0301 😀 value
              |            ^^^^^ here
            """);
  }

  @Test
  void lineEndsOfAnyKindAreNotShown() {
    assertThat(excerpt("a: 1\r\nb: 2\rc: 3\r\n", "3", 2))
        .isEqualTo(
            """
            1 | a: 1
            2 | b: 2
            3 | c: 3
              |    ^ here
            """);
  }

  @Test
  void aLongLineIsCutToAWindowAroundTheMark() {
    String text = "x".repeat(500) + "mark" + "y".repeat(500);
    assertThat(excerpt(text, "mark", 0))
        .isEqualTo(
            "1 | …"
                + "x".repeat(40)
                + "mark"
                + "y".repeat(66)
                + "…\n  |  "
                + " ".repeat(40)
                + "^^^^ here\n");
  }

  @Test
  void aLongMarkEndsWithTheWindow() {
    String shown = excerpt("m".repeat(1000), "m".repeat(1000), 0);
    assertThat(shown.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(130));
  }

  @Test
  void aMarkOverSeveralLinesShowsItsFirst() {
    assertThat(excerpt("a:\n  b: 1\n  c: 2\n", "b: 1\n  c: 2", 1))
        .isEqualTo(
            """
            1 | a:
            2 |   b: 1
              |   ^^^^ here
            """);
  }

  @Test
  void anEmptySpanAtTheEndStillHasACaret() {
    Span end = new Span(new Source("a", "ab"), 2, 2);
    assertThat(new Frame(Style.PLAIN, 1).excerpt(end, 2, Role.ALARM, "").toString())
        .isEqualTo("1 | ab\n  |   ^\n");
  }

  @Test
  void linesBeforeADocumentAreNotItsContext() {
    Source document = new Source("a", "x: 1", 7);
    String shown =
        new Frame(Style.PLAIN, 7).excerpt(new Span(document, 0, 1), 2, Role.ALARM, "").toString();
    assertThat(shown).isEqualTo("7 | x: 1\n  | ^\n");
  }

  @Test
  void controlCharactersCannotReachTheTerminal() {
    assertThat(excerpt("a: \u001b[31mred\u0007\u009b1m value", "value", 0))
        .isEqualTo(
            """
            1 | a: \\u001b[31mred\\u0007\\u009b1m value
              |                                ^^^^^ here
            """);
  }

  @Test
  void everyTextIsMadePrintable() {
    String evil = "\u001b]0;x\u0007\n\u202e";
    Span span = new Span(new Source(evil, evil), 0, 1);
    String shown =
        new Frame(Style.PLAIN, 1)
            .title(Role.ALARM, "high", evil, evil)
            .place(span, evil)
            .file(evil)
            .excerpt(span, 0, Role.ALARM, evil)
            .added(List.of(evil))
            .remark("rule", evil)
            .toString();
    assertThat(shown.replace("\n", "")).matches("[\\x20-\\x7e]*");
  }

  @Test
  void coloursAreOnlyInAnsi() {
    assertThat(Style.PLAIN.paint(Role.ALARM, "x")).isEqualTo("x");
    assertThat(Style.ANSI.paint(Role.ALARM, "x")).isEqualTo("\u001b[1;31mx\u001b[0m");
  }
}
