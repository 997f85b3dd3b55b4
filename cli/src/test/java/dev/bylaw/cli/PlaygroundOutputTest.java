package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.report.Json;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.playground.Playground;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page shows as output is what the command line prints, byte for byte and with its exit
 * code: for the examples of the gallery and the engine's cases of evaluation.
 */
class PlaygroundOutputTest {
  private static final List<String> FORMATS = List.of("text", "json", "sarif");
  private static final Path EVALUATIONS = Path.of("../engine/src/test/cases/eval");
  private static final Path GALLERY = Path.of("../playground/src/main/gallery");

  @TempDir private Path directory;

  private final Playground playground = new Playground();

  @TestFactory
  Stream<DynamicTest> isThatOfTheCommandLine() throws IOException {
    try (Stream<Path> evaluations = Files.walk(EVALUATIONS);
        Stream<Path> gallery = Files.walk(GALLERY)) {
      List<Path> rules =
          Stream.concat(evaluations, gallery)
              .filter(file -> file.endsWith("policy.bylaw") || file.endsWith("rules.bylaw"))
              .sorted()
              .toList();
      assertThat(rules).hasSizeGreaterThan(80);
      return rules.stream()
          .map(file -> DynamicTest.dynamicTest(file.toString(), () -> agree(filesOf(file))));
    }
  }

  @Test
  void isThatOfARunThatSaysNothingWell() throws IOException {
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n";
    agree(Map.of("rules.bylaw", "deny hostNetwrok\n", "m.yaml", pod));
    agree(Map.of("rules.bylaw", "deny hostNetwork\n", "m.yaml", ""));
    agree(Map.of("rules.bylaw", "deny hostNetwork\n", "m.yaml", "kind: [Pod\n"));
    agree(Map.of("rules.bylaw", "deny hostNetwork\n", "m.yaml", "apiVersion: a/v1\nkind: X\n"));
  }

  @Test
  void isThatOfWaiversInComments() throws IOException {
    String host = "spec:\n  hostNetwork: true # bylaw: allow %s until=%s -- the CNI\n";
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n" + host;
    String rules = "pack shop\nrule host \"h\" {\n  deny hostNetwork\n}\n";
    agree(Map.of("rules.bylaw", rules, "m.yaml", pod.formatted("shop/host", "2999-01-01")));
    agree(Map.of("rules.bylaw", rules, "m.yaml", pod.formatted("shop/host", "2020-01-01")));
    agree(Map.of("rules.bylaw", rules, "m.yaml", pod.formatted("shop/none", "2999-01-01")));
    agree(Map.of("rules.bylaw", rules, "m.yaml", pod.formatted("host/namespaces", "2999-01-01")));
  }

  @Test
  void isThatOfSeveralFilesInWhateverOrder() throws IOException {
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {hostNetwork: true}\n";
    agree(Map.of("rules.bylaw", "deny hostNetwork\n", "b c.yaml", pod, "a.yaml", pod));
  }

  private static Map<String, String> filesOf(Path rules) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> beside = Files.list(rules.resolveSibling(""))) {
      for (Path file : beside.toList()) {
        String name = String.valueOf(file.getFileName());
        if (file.equals(rules) || name.startsWith("manifest") || name.equals("definitions.yaml")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private void agree(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
      playground.hold(file.getKey(), file.getValue());
    }
    List<String> rules = files.keySet().stream().filter(name -> name.endsWith(".bylaw")).toList();
    List<String> manifests =
        files.keySet().stream().filter(name -> !name.endsWith(".bylaw")).toList();
    for (String format : FORMATS) {
      assertThat(shown(format, rules, manifests))
          .as(format)
          .isEqualTo(printed(format, rules, manifests));
    }
    for (String name : files.keySet()) {
      Files.delete(directory.resolve(name));
    }
  }

  private String printed(String format, List<String> rules, List<String> manifests)
      throws IOException {
    List<String> line = new ArrayList<>(List.of("check", "--format", format));
    rules.forEach(name -> line.addAll(List.of("--rules", name)));
    line.addAll(manifests);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = new Case(directory, Map.of(), line, null).run(out, err);
    return JsonWriter.object(json -> {
      json.writeStringField("out", out.toString(StandardCharsets.UTF_8));
      json.writeStringField("err", err.toString(StandardCharsets.UTF_8));
      json.writeNumberField("exitCode", code);
    });
  }

  private String shown(String format, List<String> rules, List<String> manifests) {
    return playground.answer(
        JsonWriter.object(json -> {
          json.writeStringField("ask", "output");
          json.writeStringField("format", format);
          json.writeStringField("version", Bylaw.version());
          json.writeStringField("today", "2026-11-23");
          Json.texts("rules", rules, json);
          Json.texts("manifests", manifests, json);
        }));
  }
}
