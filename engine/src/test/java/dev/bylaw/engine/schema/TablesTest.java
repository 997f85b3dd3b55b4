package dev.bylaw.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables beside the tool say has arrived in the newest version's types. */
class TablesTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  static Stream<List<String>> enums() throws IOException {
    return rows("enums.tsv");
  }

  static Stream<List<String>> listKeys() throws IOException {
    return rows("list-keys.tsv");
  }

  private static Stream<List<String>> rows(String table) throws IOException {
    return Files.readAllLines(Path.of("src/main/schema", table)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void enumerationReachesItsField(List<String> row) {
    List<String> values =
        Stream.of(row.get(2).split(", ", -1)).map(v -> v.equals("\"\"") ? "" : v).toList();
    assertThat(fields(row))
        .isNotEmpty()
        .allMatch(t -> values(t).equals(values) || values(t).isEmpty());
    assertThat(fields(row)).anyMatch(type -> values(type).equals(values));
    assertThat(values).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("listKeys")
  void listHasItsKeys(List<String> row) {
    List<String> keys = List.of(row.get(2).split(", ", -1));
    List<ObjectType> owners = owners(row);
    assertThat(owners).isNotEmpty();
    for (ObjectType owner : owners) {
      ObjectType.Field field = Objects.requireNonNull(owner.field(row.get(1)));
      assertThat(owner.listKeys(row.get(1))).isEqualTo(keys);
      assertThat(field.type()).isInstanceOf(Type.ListType.class);
      ObjectType element = (ObjectType) ((Type.ListType) field.type()).element();
      assertThat(element.fields()).containsKeys(keys.toArray(String[]::new));
    }
  }

  @Test
  void otherListsHaveNoKeys() {
    assertThat(SCHEMA.podSpec().listKeys("tolerations")).isEmpty();
    assertThat(SCHEMA.podSpec().listKeys("hostNetwork")).isEmpty();
    assertThat(SCHEMA.podSpec().listKeys("nothing")).isEmpty();
  }

  private static List<ObjectType> owners(List<String> row) {
    return SCHEMA.types().stream()
        .filter(t -> t.name().equals(row.get(0)) && t.field(row.get(1)) != null)
        .toList();
  }

  private static List<Type> fields(List<String> row) {
    return owners(row).stream()
        .map(owner -> Objects.requireNonNull(owner.field(row.get(1))).type())
        .toList();
  }

  private static List<String> values(Type type) {
    return switch (type) {
      case Type.EnumType(List<String> values) -> values;
      case Type.ListType(Type element) -> values(element);
      case Type.MapType(Type value) -> values(value);
      default -> List.of();
    };
  }
}
