package dev.bylaw.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.type.ObjectType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The size of each version, counted once and compared with upstream's OpenAPI; a change wants an
 * explanation.
 */
class SchemaCountsTest {
  @ParameterizedTest
  @CsvSource({
    "V1_31, 622, 2585, 154, 83",
    "V1_32, 625, 2601, 155, 83",
    "V1_33, 694, 2868, 172, 91",
    "V1_34, 717, 2990, 176, 93",
    "V1_35, 721, 3002, 176, 93",
    "V1_36, 768, 3186, 186, 98",
  })
  void versionHasItsSize(
      KubernetesVersion version, int types, int fields, int kinds, int kindsWithoutLists) {
    Schema schema = Schema.of(version);
    assertThat(schema.types()).hasSize(types);
    assertThat(schema.types().stream().map(ObjectType::fields).mapToInt(f -> f.size()).sum())
        .isEqualTo(fields);
    assertThat(schema.kinds()).hasSize(kinds);
    assertThat(schema.kinds().stream().filter(kind -> !kind.isList())).hasSize(kindsWithoutLists);
  }
}
