package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StringContentTest {
  private static StringContent of(String literal) {
    var source = new Source("s", "see " + literal + " .");
    return StringContent.of(new Span(source, 4, 4 + literal.length()));
  }

  @Test
  void escapesMeanCharactersAndKeepTheirPlaces() {
    StringContent content = of("\"a\\n\\u{1F600}\\\"b\"");
    assertThat(content.value()).isEqualTo("a\n\uD83D\uDE00\"b");
    assertThat(content.span(1, 2).text()).isEqualTo("\\n");
    assertThat(content.span(2, 4).text()).isEqualTo("\\u{1F600}");
    assertThat(content.span(5, 6).text()).isEqualTo("b");
    assertThat(content.problems()).isEmpty();
  }

  @Test
  void unknownEscapesAreProblems() {
    assertThat(of("\"\\q \\u{110000} \\u12\"").problems())
        .extracting(Span::text)
        .containsExactly("\\q", "\\u{110000}", "\\u");
  }

  @Test
  void blocksLoseTheCommonIndentation() {
    StringContent content = of("\"\"\"\n    a:\n      b: \\n\n\n    c\n  \"\"\"");
    assertThat(content.value()).isEqualTo("  a:\n    b: \\n\n\n  c\n");
    int c = content.value().indexOf('c');
    assertThat(content.span(c, c + 1).text()).isEqualTo("c");
  }

  @Test
  void blocksReadCrLfAsOneBreak() {
    assertThat(of("\"\"\"\r\n  a\r\n   b\r\n  \"\"\"").value()).isEqualTo("a\n b\n");
    assertThat(of("\"\"\"\"\"\"").value()).isEmpty();
    assertThat(of("\"\"\"one line\"\"\"").value()).isEqualTo("one line");
    assertThat(of("\"\"\"\n  a\n      \"\"\"").value()).isEqualTo("a\n");
  }
}
