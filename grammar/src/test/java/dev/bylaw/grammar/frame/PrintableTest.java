package dev.bylaw.grammar.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  @ParameterizedTest
  @CsvSource({
    "0041, A",
    "00e9, é",
    "1f600, 😀",
    "000a, \\n",
    "000d, \\r",
    "0009, \\t",
    "0000, \\u0000",
    "001b, \\u001b",
    "007f, \\u007f",
    "009b, \\u009b",
    "00ad, \\u00ad",
    "200b, \\u200b",
    "202e, \\u202e",
    "2028, \\u2028",
    "2066, \\u2066",
    "feff, \\ufeff",
    "d800, \\ud800",
    "e0041, \\U000e0041",
  })
  void showsOrEscapes(String code, String shown) {
    String text = Character.toString(Integer.parseInt(code, 16));
    assertThat(Printable.of(text)).isEqualTo(shown);
  }
}
