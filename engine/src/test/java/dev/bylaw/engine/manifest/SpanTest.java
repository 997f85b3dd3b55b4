package dev.bylaw.engine.manifest;

import static dev.bylaw.engine.manifest.Reading.at;
import static dev.bylaw.engine.manifest.Reading.object;
import static dev.bylaw.engine.manifest.Reading.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value's span is where an editor shows its text; {@code ~} stands for a line break. */
class SpanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '`',
      value = {
        "v: yes              ¦ 4:4-7 ¦ yes",
        "v: yes  # note      ¦ 4:4-7 ¦ yes",
        "v:  'a b'           ¦ 4:5-10 ¦ 'a b'",
        "v: \"a\"            ¦ 4:4-7 ¦ \"a\"",
        "v: &x yes           ¦ 4:7-10 ¦ yes",
        "v: !!str &x yes     ¦ 4:13-16 ¦ yes",
        "v: &x {a: 1}        ¦ 4:7-13 ¦ {a: 1}",
        "v: [a, b ]          ¦ 4:4-11 ¦ [a, b ]",
        "v:                  ¦ 4:3-3 ¦ ``",
        "v: &x               ¦ 4:6-6 ¦ ``",
        "v: a~  b~w: 1       ¦ 4:4-5:4 ¦ a~  b",
        "v:~  p: 1~  q: 22~w: 1 ¦ 5:3-6:8 ¦ p: 1~  q: 22",
        "v:~- a~- b~w: 1     ¦ 5:1-6:4 ¦ - a~- b",
        "v: |~  a~  b~~w: 1  ¦ 4:4-6:4 ¦ |~  a~  b",
        "v: 1~...            ¦ 4:4-5 ¦ 1",
      })
  void valueOf(String fields, String place, String text) {
    Node value = at(object(fields.replace('~', '\n') + "\n"), "v");

    assertThat(place(value.span())).isEqualTo(place);
    assertThat(value.span().text()).isEqualTo(text.replace('~', '\n'));
  }

  @Test
  void listItemsAndInnerMaps() {
    String text = object("v: [{a: 1}, b: 2, [c]]\n");

    assertThat(at(text, "v", "0").span().text()).isEqualTo("{a: 1}");
    assertThat(at(text, "v", "1").span().text()).isEqualTo("b: 2");
    assertThat(at(text, "v", "2", "0").span().text()).isEqualTo("c");
  }

  @Test
  void keysStandWhereTheyAreWritten() {
    Node.Mapping root = (Node.Mapping) at(object("x: &k name\n*k : 1\n'q' : 2\n"));

    assertThat(place(Objects.requireNonNull(root.entries().get("name")).keySpan()))
        .isEqualTo("5:1-3");
    assertThat(place(Objects.requireNonNull(root.entries().get("q")).keySpan())).isEqualTo("6:1-4");
  }

  @Test
  void anAliasIsTheNodeOfItsAnchor() {
    String text = object("x: &x {p: true}\nv: *x\nw: {<<: *x}\n");

    assertThat(place(at(text, "v").span())).isEqualTo("4:7-16");
    assertThat(place(at(text, "w", "p").span())).isEqualTo("4:11-15");
    assertThat(place(at(text, "w").span())).isEqualTo("6:4-12");
  }

  @ParameterizedTest
  @CsvSource({
    "'v: 😀x\nw: 1\n', 4:4-7",
    "'😀: {a: b}\nv: 1\n', 5:4-5",
    "'\"😀\": 1\r\nv: 1\r\n', 5:4-5",
    "'p: 1\r\n\r\nv: 1\r\n', 6:4-5",
    "'p: 1\rv: 1\r', 5:4-5",
    "'v:\t1\n', 4:4-5",
    "'p: {\n\ta: 1\n}\nv: 1\n', 7:4-5",
  })
  void columnsAndLinesAreAnEditors(String fields, String place) {
    assertThat(place(at(object(fields), "v").span())).isEqualTo(place);
  }

  @Test
  void aByteOrderMarkTakesNoColumnAtTheStartOfAFile() {
    assertThat(place(at("\ufeff" + object("v: 1\n"), "apiVersion").span())).isEqualTo("1:13-15");
  }

  @Test
  void laterDocumentsKeepTheLinesOfTheFile() {
    Manifest second = Reading.read(object("---\n# note\n") + object("v: 1")).getLast();

    assertThat(second.source().firstLine()).isEqualTo(5);
    Node value = Objects.requireNonNull(second.resources().getFirst().root().get("v"));
    assertThat(place(value.span())).isEqualTo("9:4-5");
  }

  @Test
  void jsonObjectsOnOneLineKeepTheirColumns() {
    String one = "{\"apiVersion\":\"v1\",\"kind\":\"A\",\"v\":[1, \"x\"]}";
    Manifest second = Reading.read(one + one).getLast();

    Node value = Objects.requireNonNull(second.resources().getFirst().root().get("v"));
    assertThat(value.span().text()).isEqualTo("[1, \"x\"]");
    assertThat(value.span().from().column()).isEqualTo(one.length() + one.indexOf('[') + 1);
  }
}
