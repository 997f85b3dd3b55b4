package dev.bylaw.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code src/test/cases/definitions/CASE.yaml} is a test: the kinds that its definitions give,
 * with their fields, or why they give none, stand in {@code CASE.approved.txt}.
 */
class DefinitionCasesTest {
  private static final Path DEFINITIONS = Cases.CASES.resolve("definitions");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> inputs = Cases.files(DEFINITIONS, ".yaml");
    assertThat(inputs).as("no case found").isNotEmpty();
    return inputs.stream()
        .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> check(input)));
  }

  @Test
  void everyApprovalHasItsCase() throws IOException {
    for (Path approved : Cases.files(DEFINITIONS, ".approved.txt")) {
      String name = approved.getFileName().toString().replace(".approved.txt", ".yaml");
      assertThat(approved.resolveSibling(name)).as("orphaned approval").exists();
    }
  }

  @Test
  void halfOfTheCasesAreErrors() throws IOException {
    List<Path> approvals = Cases.files(DEFINITIONS, ".approved.txt");
    int errors = 0;
    for (Path approved : approvals) {
      errors += Files.readString(approved).startsWith("error ") ? 1 : 0;
    }
    assertThat(errors * 2).isGreaterThanOrEqualTo(approvals.size());
  }

  private static void check(Path input) throws IOException {
    Staged<List<ResourceKind>> read = Cases.definitions(input);
    StringBuilder out = new StringBuilder();
    out.append(ErrorText.of(List.of(), read.diagnostics(), Cases.SCHEMA));
    read.result().forEach(kind -> append(kind, out));
    String name = input.getFileName().toString().replace(".yaml", ".approved");
    Cases.verify(out.toString(), new CaseNamer(DEFINITIONS, name));
  }

  private static void append(ResourceKind kind, StringBuilder out) {
    out.append(kind.apiVersion()).append(' ').append(kind.kind());
    out.append(kind.namespaced() ? "" : ", cluster-wide").append(kind.open() ? ", open" : "");
    out.append('\n');
    kind.podSpecs()
        .forEach(path -> out.append("  pod ").append(String.join(".", path)).append('\n'));
    fields(kind.type(), "  ", out);
    out.append('\n');
  }

  /** What is Kubernetes' own is not shown again. */
  private static void fields(Type type, String indent, StringBuilder out) {
    switch (type) {
      case ObjectType object when !object.equals(Cases.SCHEMA.type(object.name())) ->
          object
              .fields()
              .values()
              .forEach(field -> {
                out.append(indent).append(field.name()).append(field.required() ? "!" : "");
                out.append(": ").append(field.type().described());
                List<String> keys = object.listKeys(field.name());
                out.append(keys.isEmpty() ? "" : " by " + String.join(", ", keys)).append('\n');
                fields(field.type(), indent + "  ", out);
              });
      case Type.ListType(Type element) -> fields(element, indent, out);
      case Type.MapType(Type value) -> fields(value, indent, out);
      case ObjectType _, Type.EnumType _, Type.QuantityType _, Type.Scalar _ -> {}
    }
  }
}
