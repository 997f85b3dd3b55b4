package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every report for machines that was approved to the schema by which machines read it. */
class ReportSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RESOURCES = Path.of("src/test/resources/schema");
  private static final Path REPORT =
      Path.of("src/main/resources/dev/bylaw/cli/schema/report.schema.json");

  /** What a run printed or wrote, as its case was approved. */
  private record Section(String title, String text) {}

  @Test
  void sarifIsValid() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(Files.readString(RESOURCES.resolve("sarif-2.1.0.json")));
    List<JsonNode> logs = documents("{\"$schema\"");
    assertThat(logs).hasSizeGreaterThan(4);
    assertThat(logs).allSatisfy(log -> assertThat(schema.validate(log)).isEmpty());
    assertThat(logs)
        .anySatisfy(log -> assertThat(log.findValuesAsText("justification")).isNotEmpty());
    assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyRuleOfASarifLogIsWhereItsResultsSay() throws IOException {
    for (JsonNode log : documents("{\"$schema\"")) {
      JsonNode rules = log.at("/runs/0/tool/driver/rules");
      for (JsonNode result : log.at("/runs/0/results")) {
        JsonNode rule = rules.get(result.get("ruleIndex").asInt());
        assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      }
    }
  }

  @Test
  void jsonIsValid() throws IOException {
    Schema schema = ours("");
    // A baseline begins like a report.
    List<JsonNode> reports =
        documents("{\"version\": 1,\n \"findings\"").stream()
            .filter(document -> !document.path("findings").path(0).path("resource").isTextual())
            .filter(document -> document.size() > 2)
            .toList();
    assertThat(reports).hasSizeGreaterThan(5);
    assertThat(reports).allSatisfy(report -> assertThat(schema.validate(report)).isEmpty());
    assertThat(schema.validate("{\"version\": 1}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyEventIsValid() throws IOException {
    Schema schema = ours("#/$defs/event");
    List<Section> streams = sections("{\"event\"");
    assertThat(streams).hasSizeGreaterThan(3);
    for (Section stream : streams) {
      List<String> lines = stream.text().lines().toList();
      assertThat(lines.getFirst()).isEqualTo("{\"event\":\"start\",\"version\":1}");
      assertThat(lines.getLast()).startsWith("{\"event\":\"summary\"");
      assertThat(lines).allSatisfy(l -> assertThat(schema.validate(JSON.readTree(l))).isEmpty());
    }
    assertThat(schema.validate("{\"event\": \"end\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void gitlabIsValid() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(RESOURCES.resolve("gitlab-code-quality.json")));
    List<JsonNode> reports = documents("[\n {\"description\"");
    assertThat(reports).hasSizeGreaterThan(3);
    assertThat(reports).allSatisfy(report -> assertThat(schema.validate(report)).isEmpty());
    for (JsonNode report : reports) {
      assertThat(report.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
    }
    assertThat(schema.validate("[{\"description\": \"a\"}]", InputFormat.JSON)).isNotEmpty();
  }

  /** Our own schema, or one of its parts. */
  private static Schema ours(String part) throws IOException {
    String text = Files.readString(REPORT);
    if (!part.isEmpty()) {
      Map<String, Object> only = new LinkedHashMap<>();
      only.put("$schema", "https://json-schema.org/draft/2020-12/schema");
      only.put("$ref", part);
      only.put("$defs", JSON.readTree(text).get("$defs"));
      text = JSON.writeValueAsString(only);
    }
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  private static List<JsonNode> documents(String start) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (Section section : sections(start)) {
      documents.add(JSON.readTree(section.text()));
    }
    return documents;
  }

  /** Those parts of all approved cases that begin like this. */
  private static List<Section> sections(String start) throws IOException {
    List<Section> sections = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/cases"))) {
      for (Path file : files.filter(f -> f.endsWith("approved.txt")).sorted().toList()) {
        for (String part : Files.readString(file).split("(?m)^--- ", -1)) {
          int end = part.indexOf('\n');
          String text = part.substring(end + 1);
          if (text.startsWith(start)) {
            sections.add(new Section(file + " " + part.substring(0, Math.max(0, end)), text));
          }
        }
      }
    }
    return sections;
  }
}
