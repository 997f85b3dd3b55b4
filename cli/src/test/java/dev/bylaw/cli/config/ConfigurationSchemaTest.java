package dev.bylaw.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.Silent;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.manifest.DataReader;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the reader to the schema that is published for it, and the schema to the reader. */
class ConfigurationSchemaTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/bylaw/cli/schema/bylaw.schema.json");
  private static final Path CASES = Path.of("src/test/cases");

  /** What a schema cannot say: these are about the text, not about the data. */
  private static final Set<CliCode> OF_THE_TEXT = Set.of(CliCode.SETTING_TWICE);

  private static JsonNode document() throws IOException {
    return new ObjectMapper().readTree(Files.readString(SCHEMA));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA));
  }

  private static Staged<Configuration> read(String text) {
    Path directory = Path.of("").toAbsolutePath();
    Session session = Silent.in(directory);
    return ConfigurationReader.read(
        new Source("bylaw.yaml", text), directory.resolve("bylaw.yaml"), session);
  }

  private static JsonNode json(Node node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (node) {
      case Node.Mapping map -> {
        ObjectNode object = make.objectNode();
        map.entries().values().forEach(entry -> object.set(entry.key(), json(entry.value())));
        yield object;
      }
      case Node.Sequence list -> {
        ArrayNode array = make.arrayNode();
        list.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Node.Text text -> make.textNode(text.value());
      case Node.Numeral number -> make.numberNode(new java.math.BigDecimal(number.span().text()));
      case Node.Bool bool -> make.booleanNode(bool.value());
      case Node.Null _ -> make.nullNode();
    };
  }

  static Stream<String> configurations() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file :
          files.filter(path -> path.endsWith(ConfigurationFile.NAME)).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        texts.add(text.replace("\ufeff", ""));
      }
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void bothRefuseTheSame(String text) throws IOException {
    bothAgree(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version: 1",
        "version: 1.0",
        "version: 2",
        "version: '1'",
        "version: true",
        "rules: [std/cis]",
        "version: 1\nrules: []",
        "version: 1\nrules: [' ']",
        "version: 1\nrules: std/cis",
        "version: 1\nrules: [{a: b}]",
        "version: 1\nrules:",
        "version: 1\nkubernetes: '1.34'",
        "version: 1\nkubernetes: 1.34",
        "version: 1\nkubernetes: v1.34",
        "version: 1\nruntime: docker",
        "version: 1\nruntime: Docker",
        "version: 1\ncrd: [crds/]",
        "version: 1\ncrd: crds/",
        "version: 1\ninputs: {}",
        "version: 1\ninputs: [deploy]",
        "version: 1\ninputs: {include: [deploy/**, '**', '**/a', a/**/b, './a', a/, 'a..b']}",
        "version: 1\ninputs: {exclude: ['[ab]*/?.yaml']}",
        "version: 1\ninputs: {include: [/a]}",
        "version: 1\ninputs: {include: [~a]}",
        "version: 1\ninputs: {include: ['!a']}",
        "version: 1\ninputs: {include: [a/../b]}",
        "version: 1\ninputs: {include: [..]}",
        "version: 1\ninputs: {include: [a/..]}",
        "version: 1\ninputs: {include: [a//b]}",
        "version: 1\ninputs: {include: [a//]}",
        "version: 1\ninputs: {include: ['a**']}",
        "version: 1\ninputs: {include: ['**a/b']}",
        "version: 1\ninputs: {include: ['***']}",
        "version: 1\ninputs: {include: ['']}",
        "version: 1\ninputs: {include: a}",
        "version: 1\ninputs: {only: [a]}",
        "version: 1\nfail-on: never",
        "version: 1\nfail-on: none",
        "version: 1\nfail-on: [low]",
        "version: 1\nlevels: {a/b: off, 'a/*': low, c: 'off', d: false, e: OFF}",
        "version: 1\nlevels: {a: on}",
        "version: 1\nlevels: {a: warn}",
        "version: 1\nlevels: {a: ~}",
        "version: 1\nlevels: {}",
        "version: 1\nlevels: [a]",
        "version: 1\nparams: {a.b: 1, a.c: x, a.d: true, a.e: [], a.f: [1, x]}",
        "version: 1\nparams: {a: 1}",
        "version: 1\nparams: {.a: 1}",
        "version: 1\nparams: {a.: 1}",
        "version: 1\nparams: {a.b: {c: d}}",
        "version: 1\nparams: {a.b: ~}",
        "version: 1\nparams: {}",
        "version: 1\nlocked: [a/b]",
        "version: 1\nlocked: a/b",
        "version: 1\nbaseline: a.json",
        "version: 1\nbaseline: ''",
        "version: 1\nbaseline: [a.json]",
        "version: 1\nextends: a",
        "[version]",
        "text",
        "1",
      })
  void bothAgree(String text) throws IOException {
    Staged<Configuration> read = read(text);
    List<Diagnostic> faults =
        read.diagnostics().stream().filter(fault -> !OF_THE_TEXT.contains(fault.code())).toList();
    Staged<List<Node>> data = DataReader.onlyYaml(new Source("bylaw.yaml", text));
    if (data.hasErrors() || data.result().isEmpty()) {
      assertThat(faults).isNotEmpty();
      return;
    }
    assertThat(schema().validate(json(data.result().getFirst())).isEmpty())
        .as(text + "\n" + faults)
        .isEqualTo(faults.isEmpty());
  }

  @Test
  void bothHaveTheSameSettings() throws IOException {
    assertThat(document().get("properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Key.words());
  }

  @Test
  void bothHaveTheSameVersionsAndRuntimes() throws IOException {
    JsonNode properties = document().get("properties");
    assertThat(words(properties.get("kubernetes")))
        .isEqualTo(KubernetesVersion.supported().stream().map(KubernetesVersion::text).toList());
    assertThat(words(properties.get("runtime")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ContainerRuntime.values())
                .map(runtime -> runtime.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  private static List<String> words(JsonNode setting) {
    List<String> words = new ArrayList<>();
    setting.get("enum").forEach(word -> words.add(word.asText()));
    return words;
  }
}
