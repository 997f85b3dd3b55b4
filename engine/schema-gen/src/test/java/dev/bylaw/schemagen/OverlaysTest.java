package dev.bylaw.schemagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlaysTest {
  private static final ModelName POD_SPEC = ModelName.parse("V1PodSpec");
  private static final ModelName JOB = ModelName.parse("V1Job");

  @TempDir Path tables;

  @BeforeEach
  void writeEmptyTables() throws IOException {
    for (String table : List.of("enums", "scalars", "dimensions", "list-keys", "kinds")) {
      Files.writeString(tables.resolve(table + ".tsv"), "# nothing\n");
    }
  }

  @Test
  void rowChangesTheLeafOfItsField() throws IOException {
    row("enums", "PodSpec\tpolicies\tA, \"\"");
    Overlays overlays = Overlays.read(tables);
    Api api = overlays.apply(api());
    overlays.checkAllUsed();
    assertThat(Objects.requireNonNull(api.models().get(POD_SPEC)).fields())
        .extracting(Model.Field::type)
        .containsExactly(
            new FieldType.ListOf(new FieldType.Enumeration(List.of("A", ""))),
            new FieldType.Scalar("BOOLEAN"));
  }

  @Test
  void rowThatNamesNothingStopsTheBuild() throws IOException {
    row("enums", "PodSpec\tpolicys\tA");
    Overlays overlays = Overlays.read(tables);
    overlays.apply(api());
    assertThatThrownBy(overlays::checkAllUsed)
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("enums.tsv: [PodSpec, policys, A] names no field");
  }

  @Test
  void rowForAFieldOfAnotherTypeStopsTheBuild() throws IOException {
    row("scalars", "PodSpec\tenabled\tIMAGE");
    Overlays overlays = Overlays.read(tables);
    overlays.apply(api());
    assertThatThrownBy(overlays::checkAllUsed).isInstanceOf(SchemaException.class);
  }

  @Test
  void kindThatIsFoundNeedsNoRow() throws IOException {
    row("kinds", "batch\tv1\tJob\tnamespaced\tV1Job");
    Overlays overlays = Overlays.read(tables);
    assertThatThrownBy(() -> overlays.apply(api()))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("is known without it");
  }

  @Test
  void rowWithTooFewCellsStopsTheBuild() throws IOException {
    row("enums", "PodSpec\tpolicies");
    assertThatThrownBy(() -> Overlays.read(tables)).hasMessageContaining("not 3 columns");
  }

  @Test
  void podSpecsAreFoundThroughListsMapsAndCycles() throws IOException {
    Api api = Overlays.read(tables).apply(api());
    assertThat(api.kinds().first().podSpecs())
        .containsExactly(List.of("spec"), List.of("more", "[]"), List.of("named", "{}"));
  }

  private void row(String table, String row) throws IOException {
    Files.writeString(tables.resolve(table + ".tsv"), row + "\n");
  }

  private static Api api() {
    var spec = new FieldType.Reference(POD_SPEC);
    var models = new TreeMap<ModelName, Model>();
    models.put(
        POD_SPEC,
        model(
            POD_SPEC,
            field("policies", new FieldType.ListOf(FieldType.string())),
            field("enabled", new FieldType.Scalar("BOOLEAN"))));
    models.put(
        JOB,
        model(
            JOB,
            field("spec", spec),
            field("self", new FieldType.Reference(JOB)),
            field("more", new FieldType.ListOf(spec)),
            field("named", new FieldType.MapOf(spec))));
    var kinds = new TreeSet<>(List.of(new Kind("batch", "v1", "Job", true, JOB)));
    return new Api("1.36", models, kinds);
  }

  private static Model model(ModelName name, Model.Field... fields) {
    return new Model(name, null, Arrays.asList(fields));
  }

  private static Model.Field field(String name, FieldType type) {
    return new Model.Field(name, type, false, List.of(), null);
  }
}
