package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
  private static Diagnostic at(String text, String part) {
    var source = new Source("policy.bylaw", text);
    int start = text.indexOf(part);
    var span = new Span(source, start, start + part.length());
    return Diagnostic.of(SyntaxCode.EXPECTED, span, "wrong", "mend it");
  }

  @Test
  void framesThePlace() {
    var source = new Source("policy.bylaw", "rule x {\n\n  deny a.capabilites\n}");
    int start = source.text().indexOf("capabilites");
    var label =
        new Diagnostic.Label(new Span(source, start, start + 11), "did you mean `capabilities`?");
    var diagnostic =
        new Diagnostic(
            SyntaxCode.EXPECTED,
            "unknown field",
            label,
            java.util.List.of(),
            "write it",
            java.util.List.of());
    assertThat(DiagnosticText.text(diagnostic))
        .isEqualTo(
            """
            error[BY0120]: unknown field
              --> policy.bylaw:3:10
               |
             3 |   deny a.capabilites
               |          ^^^^^^^^^^^ did you mean `capabilities`?
               |
               = help: write it
            """);
  }

  @Test
  void tabsAndWideCharactersKeepTheMarkInPlace() {
    assertThat(DiagnosticText.text(at("\tx \"\u6F22\uD83D\uDE00\" bad", "bad")))
        .contains(" 1 |     x \"\u6F22\uD83D\uDE00\" bad\n", "   |              ^^^\n");
  }

  @Test
  void nothingSteersTheTerminal() {
    String text = DiagnosticText.text(at("deny \u001B[31m \u202E bad \u0007", "bad"));
    assertThat(text)
        .contains("\\u{1B}[31m \\u{202E} bad \\u{7}")
        .doesNotContain("\u001B", "\u202E");
  }

  @Test
  void longLinesAreCutAroundThePlace() {
    String text = DiagnosticText.text(at("x".repeat(5_000) + " bad " + "y".repeat(5_000), "bad"));
    assertThat(text).contains("…xxx", "yyy…").contains("^^^");
    assertThat(text.length()).isLessThan(500);
  }

  @Test
  void spansOfSeveralLinesMarkTheFirst() {
    assertThat(DiagnosticText.text(at("a (b\nc) d", "(b\nc)"))).contains(" 1 | a (b\n   |   ^^\n");
  }

  @Test
  void relatedPlacesAreShownInOrder() {
    Diagnostic diagnostic = at("first\n\n\nsecond bad", "bad");
    Source source = diagnostic.primary().span().source();
    assertThat(DiagnosticText.text(diagnostic.related(new Span(source, 0, 5), "the first")))
        .contains(" 1 | first\n   | ----- the first\n...\n 4 | second bad\n   |        ^^^\n");
  }
}
