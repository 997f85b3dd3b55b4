package dev.bylaw.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "name, spec.name",
        "a-b_C9, spec.a-b_C9",
        "0, spec.0",
        "``, spec[\"\"]",
        "app.kubernetes.io/name, spec[\"app.kubernetes.io/name\"]",
        "a b, spec[\"a b\"]",
        "a[0], spec[\"a[0]\"]",
        "é, spec[\"é\"]",
        "a\"b, spec[\"a\\\"b\"]",
        "a\\b, spec[\"a\\\\b\"]",
        "`a\nb`, spec[\"a\\nb\"]",
        "`a\tb\r`, spec[\"a\\tb\\r\"]",
        "`\u001b[31m`, spec[\"\\u001b[31m\"]",
        "`\u0000`, spec[\"\\u0000\"]",
        "`a\u202eb`, spec[\"a\\u202eb\"]",
        "`\ufeff`, spec[\"\\ufeff\"]",
      })
  void fields(String name, String path) {
    StringBuilder text = new StringBuilder("spec");
    PathText.appendField(text, name);
    assertThat(text).hasToString(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "name > name",
        "spec.containers[0].image > image",
        "spec.args[1] > args[1]",
        "metadata.annotations[\"a.b/c\"] > annotations[\"a.b/c\"]",
        "metadata.annotations[\"a\\\".b\"].c > c",
      })
  void whatAPathEndsWith(String path, String name) {
    assertThat(PathText.lastName(path)).isEqualTo(name);
  }

  @Test
  void startsWithoutADot() {
    StringBuilder text = new StringBuilder();
    PathText.appendField(text, "spec");
    PathText.appendField(text, "containers");
    PathText.appendItem(text, 12);
    PathText.appendField(text, "name");
    assertThat(text).hasToString("spec.containers[12].name");

    StringBuilder quoted = new StringBuilder();
    PathText.appendField(quoted, "a/b");
    assertThat(quoted).hasToString("[\"a/b\"]");
  }

  @Property(seed = "20261123")
  void differentNamesGiveDifferentPaths(@ForAll String one, @ForAll String other) {
    StringBuilder first = new StringBuilder("x");
    StringBuilder second = new StringBuilder("x");
    PathText.appendField(first, one);
    PathText.appendField(second, other);
    assertThat(first.toString().equals(second.toString())).isEqualTo(one.equals(other));
  }
}
