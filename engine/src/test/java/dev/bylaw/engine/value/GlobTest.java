package dev.bylaw.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "*, ''",
    "*, anything/at all",
    "**, x",
    "abc, abc",
    "a*, a",
    "a*c, ac",
    "a*c, abcbc",
    "*b*, abc",
    "a*b*c, a-b-b-c",
    "*aab, aaab",
    "\\*, *",
    "a\\*b*, a*bc",
    "\\\\, \\",
    "\\\\*, \\x",
    "\\n, \\n",
    "x\\, x\\",
    "?, ?",
    "[ab], [ab]",
    "a.c, a.c",
  })
  void matches(String glob, String text) {
    assertThat(Glob.matches(glob, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', a",
    "abc, abcd",
    "abc, xabc",
    "abc, ABC",
    "a*, ba",
    "*a, ab",
    "a*a, a",
    "ab*ba, aba",
    "*b*, ac",
    "a*b*c, acb",
    "a*b*c, abd",
    "\\*, a",
    "\\*, \\*",
    "\\\\*, x",
    "\\\\, \\\\",
    "?, a",
    "a?, a",
    "[ab], a",
    "a.c, abc",
    "*.acme.io, acme.io",
  })
  void doesNotMatch(String glob, String text) {
    assertThat(Glob.matches(glob, text)).isFalse();
  }

  @Test
  void manyStarsCostLittle() {
    String glob = "*a".repeat(2_000) + "*b";
    String text = "a".repeat(20_000);
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Glob.matches(glob, text)))
        .isFalse();
  }

  @Property(seed = "20261123")
  void agreesWithTheDefinition(@ForAll("globs") String glob, @ForAll("texts") String text) {
    assertThat(Glob.matches(glob, text)).isEqualTo(defined(glob, text));
  }

  /** The definition, with no thought for cost. */
  private static boolean defined(String glob, String text) {
    if (glob.isEmpty()) {
      return text.isEmpty();
    }
    if (glob.startsWith("*")) {
      return defined(glob.substring(1), text)
          || (!text.isEmpty() && defined(glob, text.substring(1)));
    }
    boolean escape = glob.startsWith("\\*") || glob.startsWith("\\\\");
    String rest = glob.substring(escape ? 1 : 0);
    return !text.isEmpty()
        && rest.charAt(0) == text.charAt(0)
        && defined(rest.substring(1), text.substring(1));
  }

  @Provide
  Arbitrary<String> globs() {
    return Arbitraries.strings().withChars("ab*\\").ofMaxLength(7);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab*\\").ofMaxLength(8);
  }
}
