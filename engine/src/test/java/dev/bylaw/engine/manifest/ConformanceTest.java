package dev.bylaw.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.grammar.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What kubectl 1.32.4 printed for each vector is what the reader sees. */
class ConformanceTest {
  private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\nv: ";

  /** Where Bylaw is stricter than kubectl on purpose, and what it gives. */
  private static final Map<String, String> STRICTER =
      Map.of(
          // kubectl drops the second document without a word
          "multi_dotdotdot.yaml", "ConfigMap/a {\"v\": 1} || ERR",
          "multi_cr.yaml", "ConfigMap/a {\"v\": 1} || ERR",
          // 1 and '1' are two keys in YAML and one in JSON: the winner is chance
          "dup_key_int.yaml", "ERR",
          // go-yaml loses characters near such a mark, depending on where its buffer ends
          "bom_mid.yaml", "ERR",
          "\ufeffx", "ERR");

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("scalars")
  void readsScalarsAsKubectlDoes(String text, String kubernetes) {
    List<Manifest> manifests =
        new ManifestReader(Limits.DEFAULT).read("s.yaml", OBJECT + text + "\n");

    String expected = STRICTER.getOrDefault(text, kubernetes);
    if (expected.startsWith("ERR")) {
      assertUnreadable(manifests);
    } else {
      assertThat(Rendered.documents(manifests)).isEqualTo("ConfigMap/a {\"v\": " + expected + "}");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void readsDocumentsAsKubectlDoes(String file, String kubernetes) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (InputStream bytes = open("documents/" + file)) {
      new ManifestReader(Limits.DEFAULT).read(file, bytes, manifests::add);
    }

    String expected = STRICTER.getOrDefault(file, kubernetes);
    int error = expected.indexOf("ERR");
    String actual = Rendered.documents(manifests);
    if (expected.equals("ERR ")) {
      // an empty file, of which kubectl says that it has no objects
      assertThat(actual).isEmpty();
    } else if (error < 0) {
      assertThat(actual).isEqualTo(expected);
    } else {
      // kubectl stops at an error, Bylaw reads the documents after it
      assertThat(actual).startsWith(expected.substring(0, error + 3));
      assertThat(manifests)
          .filteredOn(m -> m.status() == Manifest.Status.UNREADABLE)
          .isNotEmpty()
          .allMatch(m -> m.diagnostics().stream().allMatch(Diagnostic::isError));
    }
  }

  @Test
  void everyDocumentHasItsRow() throws IOException {
    TreeSet<String> files = new TreeSet<>();
    try (InputStream listing = open("documents")) {
      new String(listing.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(files::add);
    }
    TreeSet<String> rows = new TreeSet<>();
    documents().forEach(row -> rows.add((String) row.get()[0]));

    assertThat(files).isNotEmpty().isEqualTo(rows);
    assertThat(scalars().count()).isGreaterThan(100);
  }

  @Test
  void textIsReadLikeBytes() throws IOException {
    String text = OBJECT + "1\n---\n" + OBJECT + "😀\n";
    List<Manifest> manifests = new ArrayList<>();
    new ManifestReader(Limits.DEFAULT)
        .read(
            "a.yaml",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            manifests::add);

    assertThat(Rendered.documents(manifests))
        .isEqualTo(Rendered.documents(new ManifestReader(Limits.DEFAULT).read("a.yaml", text)));
  }

  private static void assertUnreadable(List<Manifest> manifests) {
    assertThat(manifests).hasSize(1);
    assertThat(manifests.getFirst().status()).isEqualTo(Manifest.Status.UNREADABLE);
    assertThat(manifests.getFirst().diagnostics()).isNotEmpty().allMatch(d -> d.isError());
  }

  static Stream<Arguments> scalars() throws IOException {
    return rows("scalars.json", "text");
  }

  static Stream<Arguments> documents() throws IOException {
    return rows("documents.json", "file");
  }

  private static Stream<Arguments> rows(String file, String column) throws IOException {
    try (InputStream bytes = open(file)) {
      JsonNode rows = new ObjectMapper().readTree(bytes);
      return StreamSupport.stream(rows.spliterator(), false)
          .map(row ->
              Arguments.of(row.required(column).asText(), row.required("kubernetes").asText()));
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        ConformanceTest.class.getResourceAsStream("/yaml/" + name), "missing vector " + name);
  }
}
