package dev.bylaw.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "a*c, abbc, true",
    "a*c, abbd, false",
    "*, '', true",
    "?, '', false",
    "a?c, abc, true",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "[^a-c]x, dx, true",
    "[]]x, ]x, true",
    "[ab, [ab, true",
    "\\*, *, true",
    "\\*, a, false",
    "capabilities/*, capabilities/drop-all, true",
    "*/drop-all, capabilities/drop-all, true",
    "drop-all, capabilities/drop-all, false",
    "*.yaml, a.yaml.bak, false",
    "*a*b, xaxbxab, true",
  })
  void matches(String pattern, String text, boolean expected) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void aHostilePatternCostsLittle() {
    assertThat(new Glob("*a".repeat(200) + "b").matches("a".repeat(5_000))).isFalse();
  }
}
