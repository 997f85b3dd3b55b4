package dev.bylaw.engine.manifest;

import static dev.bylaw.engine.manifest.Reading.object;
import static dev.bylaw.engine.manifest.Reading.read;
import static dev.bylaw.engine.manifest.Reading.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read says where and why, and takes nothing else with it. */
class RefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '`',
      value = {
        "v: [a ¦ BY0608 5:1-1 a ',' or the list's ']' is missing before this",
        "v: {a: b: c} ¦ BY0608 4:9-10 a ',' or the map's '}' is missing before this",
        "v: a: b ¦ BY0608 4:5-6 a value cannot start here: this ':' has no key before it on its line",
        "v:~\ta: 1 ¦ BY0608 5:1-2 a tab cannot stand here: indentation is made of spaces",
        "v: 'a ¦ BY0608 4:4-5 this quote is never closed",
        "v: @a ¦ BY0608 4:4-5 a value cannot start with '@'",
        "v: \"\\/\" ¦ BY0608 4:5-7 YAML has no such escape",
        "v: \"\\ud83d\" ¦ BY0608 4:5-11 this escape is no Unicode character",
        "v: 1~w~x: 1 ¦ BY0608 5:1-2 this line is no 'key: value'",
        "v: 1~ w: 1 ¦ BY0608 5:3-4 a value cannot start here: this ':' has no key before it on its line",
        "? v~|-~  x ¦ BY0608 5:1-6:4 a ':' is missing before this",
        "v: *x ¦ BY0612 4:4-6 the document has no anchor 'x' before this alias",
        "v: &x [*x] ¦ BY0613 4:8-10 the value of the anchor 'x' contains itself",
        "v: {<<: 1} ¦ BY0615 4:9-10 the merge key '<<' takes a map or a list of maps",
        "v: {[a]: 1} ¦ BY0616 4:5-8 a key cannot be a list",
        "v: {null: 1} ¦ BY0616 4:5-9 a key cannot be null",
        "v: {1: a, '1': b} ¦ BY0617 4:11-14 the key '1' is written as two different YAML values, and kubectl keeps either by chance",
        "v: !!int x ¦ BY0619 4:10-11 this value does not fit its tag !!int",
        "v: .inf ¦ BY0619 4:4-8 JSON, which the API server reads, has no infinity and no NaN",
        "v: !!binary x ¦ BY0619 4:13-14 this value does not fit its tag !!binary: it is not base64",
        "v: {{ .x }} ¦ BY0610 4:4-12 this is an unrendered template, which is no manifest yet",
        "{{- if .x }} ¦ BY0610 4:1-13 this is an unrendered template, which is no manifest yet",
        "--- {a: b} ¦ BY0606 4:1-11 only a comment may follow '---' on its line",
        "items: {} ¦ BY0620 4:8-10 'items' makes this object a list, but it is a map",
        "items: [1] ¦ BY0621 4:9-10 an item of a list is an object, not a number",
        "items: [{kind: A}] ¦ BY0621 4:9-18 this item has no 'apiVersion'",
        "items: [{items: []}] ¦ BY0622 4:9-20 kubectl does not read a list inside a list",
        "# \u0001x ¦ BY0603 4:3-4 YAML does not allow the character U+0001, not even in a comment",
        "v: a\ufeff ¦ BY0604 4:5-6 a byte order mark stands inside this document, where kubectl may misread what follows",
        "v: a\u0000b ¦ BY0602 4:5-6 this file is not text",
      })
  void unreadable(String fields, String expected) {
    String next = "---\napiVersion: v1\nkind: B\n";
    var manifests = read(object(fields.replace('~', '\n') + "\n") + next);

    assertThat(said(manifests)).containsExactly(expected);
    assertThat(manifests).hasSize(2);
    assertThat(manifests.getFirst().status()).isEqualTo(Manifest.Status.UNREADABLE);
    assertThat(manifests.getFirst().resources()).isEmpty();
    assertThat(manifests.getLast().status()).isEqualTo(Manifest.Status.KUBERNETES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "...~w: 2 ¦ BY0607 5:1-5 kubectl does not read what stands here: the document ended before it",
        "...~%x ¦ BY0607 5:1-3 kubectl does not read what stands here: the document ended before it",
        "---\r# c\rw: 2 ¦ BY0607 6:1-5 kubectl does not read what stands here: the document ended before it",
      })
  void hiddenTextIsUnreadableBesideItsDocument(String fields, String expected) {
    var manifests =
        read(
            object("").replace("\n", fields.contains("\r") ? "\r" : "\n")
                + fields.strip().replace('~', '\n'));

    assertThat(manifests)
        .extracting(Manifest::status)
        .containsExactly(Manifest.Status.KUBERNETES, Manifest.Status.UNREADABLE);
    assertThat(said(manifests)).containsExactly(expected.strip());
  }

  @Test
  void textBehindASeparatorsLoneCarriageReturnIsHidden() {
    var manifests = read(object("---# c\rkind: Pod\n") + object(""));

    assertThat(manifests)
        .extracting(Manifest::status)
        .containsExactly(
            Manifest.Status.KUBERNETES, Manifest.Status.UNREADABLE, Manifest.Status.KUBERNETES);
    assertThat(manifests.getLast().source().firstLine()).isEqualTo(6);
  }

  @Test
  void invalidBytesKeepTheirPlaceAndTheirNeighbours() {
    byte[] bytes = (object("v: x\n---\n") + object("")).getBytes(StandardCharsets.UTF_8);
    bytes[object("v: ").length()] = (byte) 0xff;

    var manifests = read(bytes);

    assertThat(said(manifests)).containsExactly("BY0601 4:4-5 this is not UTF-8");
    assertThat(manifests.getLast().status()).isEqualTo(Manifest.Status.KUBERNETES);
  }

  @Test
  void halfASurrogatePairIsNoText() {
    assertThat(said(read(object("v: \ud83d\n")))).containsExactly("BY0601 4:4-5 this is not UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16BE, \ufeff", "UTF-16LE, \ufeff"})
  void utf16WithAByteOrderMarkIsRead(String charset, String mark) {
    byte[] bytes = (mark + object("v: 😀\n")).getBytes(Charset.forName(charset));

    assertThat(Rendered.documents(read(bytes)))
        .isEqualTo("ConfigMap/a {\"v\": \"\\ud83d\\ude00\"}");
  }

  @Test
  void utf16WithoutAByteOrderMarkIsNotText() {
    assertThat(said(read(object("").getBytes(StandardCharsets.UTF_16LE))).getFirst())
        .startsWith("BY0602");
  }

  @Test
  void aTemplateThatParsesIsNobodysBusiness() {
    assertThat(read(object("v: '{{ .x }}' # {{ .y }}\nw: |\n  {{ .z }}\n")))
        .allMatch(m -> m.status() == Manifest.Status.KUBERNETES && m.diagnostics().isEmpty());
  }

  @Test
  void badItemsLeaveTheirSiblings() {
    var manifests =
        read("apiVersion: v1\nkind: PodList\nitems:\n- {metadata: {name: a}}\n- 1\n- {kind: B}\n");

    assertThat(manifests)
        .extracting(Manifest::status)
        .containsExactly(Manifest.Status.KUBERNETES, Manifest.Status.UNREADABLE);
    assertThat(manifests.getFirst().resources())
        .singleElement()
        .satisfies(resource -> {
          assertThat(resource.kind()).isEqualTo("Pod");
          assertThat(resource.pathPrefix()).isEqualTo("items[0].");
        });
    assertThat(manifests.getLast().diagnostics()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"'v: 1\nv: 2\n', BY0618", "'x: &x {p: 1}\nv: {p: 2, <<: *x}\n', BY0623"})
  void oddKeysAreWarnedOf(String fields, String code) {
    Manifest manifest = read(object(fields)).getFirst();

    assertThat(manifest.status()).isEqualTo(Manifest.Status.KUBERNETES);
    assertThat(manifest.diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code().id()).isEqualTo(code);
          assertThat(warning.isError()).isFalse();
          assertThat(warning.related()).hasSize(1);
        });
  }

  @ParameterizedTest
  @CsvSource(
      value = {"'kind: A'", "'apiVersion: v1'", "'- a'", "'a'", "'{kind: 1, apiVersion: v1}'"})
  void whatHasNoKindIsNoKubernetes(String text) {
    assertThat(read("---\n" + text))
        .singleElement()
        .satisfies(m -> assertThat(m.status()).isEqualTo(Manifest.Status.NOT_KUBERNETES));
  }

  @ParameterizedTest
  @CsvSource(value = {"''", "'# a'", "'---\n---\n'", "'~'", "'null\n---\n# b\n'", "' \n'"})
  void whatHoldsNothingGivesNothing(String text) {
    assertThat(read(text)).isEmpty();
  }
}
