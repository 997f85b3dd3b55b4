package dev.bylaw.engine.manifest;

import static dev.bylaw.engine.manifest.Reading.read;
import static dev.bylaw.engine.manifest.Reading.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that starts with a brace is JSON, strictly. */
class JsonTest {
  private static final String OBJECT =
      "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\n\"v\":";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "1                | 1",
        "-0               | 0",
        "1.50             | \"FLOAT:1.5\"",
        "1E3              | 1000",
        "9223372036854775808 | 9223372036854776000",
        "[]               | []",
        "[ {} , null, true ] | [{}, null, true]",
        "\"\\/\\n\\u0041\\ud83d\\ude00\" | \"/\\nA\\ud83d\\ude00\"",
        "\"\\ud83dx\"     | \"\\ufffdx\"",
        "{\"a\":1,\"a\":2} | {\"a\": 2}",
      })
  void reads(String value, String expected) {
    assertThat(Rendered.documents(read(OBJECT + value + "}")))
        .isEqualTo("ConfigMap/a {\"v\": " + expected + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "yes              | 2:5-6 a value is missing before this",
        "01               | 2:5-6 a number cannot start with a zero",
        "1.               | 2:7-8 a digit is missing before this",
        "1e400            | 2:5-6 this number is too large",
        "+1               | 2:5-6 a value is missing before this",
        "[1,]             | 2:8-9 a value is missing before this",
        "{\"a\":1,}       | 2:12-13 a key in double quotes is missing before this",
        "{a:1}            | 2:6-7 a key in double quotes is missing before this",
        "{\"a\" 1}        | 2:10-11 a ':' is missing before this",
        "'a'              | 2:5-6 a value is missing before this",
        "\"\\x41\"        | 2:6-7 JSON has no such escape",
        "\"a\tb\"         | 2:7-8 a line break or control character cannot stand in a string",
        "1 # c            | 2:7-8 a ',' or the '}' is missing before this",
        "[1}              | 2:7-8 a ',' or the ']' is missing before this",
      })
  void refuses(String value, String expected) {
    assertThat(said(read(OBJECT + value + "}"))).containsExactly("BY0609 " + expected);
  }

  @ParameterizedTest
  @CsvSource({"'{}\n---\na: 1\n'", "'{} x'", "'{'", "'{\"a\": \"'", "'{a: 1}'"})
  void whatIsNoJsonIsUnreadable(String text) {
    assertThat(read(text).getLast().status()).isEqualTo(Manifest.Status.UNREADABLE);
  }
}
