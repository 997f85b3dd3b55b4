package dev.bylaw.schemagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureParserTest {
  @Test
  void listsAndMapsNest() {
    assertThat(parse("Ljava/util/Map<Ljava/lang/String;Ljava/util/List<Ljava/lang/String;>;>;"))
        .isEqualTo(new FieldType.MapOf(new FieldType.ListOf(FieldType.string())));
    assertThat(parse("Ljava/util/List<Lio/kubernetes/client/openapi/models/V1Container;>;"))
        .isEqualTo(new FieldType.ListOf(new FieldType.Reference(ModelName.parse("V1Container"))));
    assertThat(parse("Ljava/util/Map<Ljava/lang/String;[B>;"))
        .isEqualTo(new FieldType.MapOf(new FieldType.Scalar("BYTES")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "I", "Ljava/net/URI;", "Ljava/util/List<Ljava/lang/String;>;x"})
  void anUnknownTypeStopsTheBuild(String signature) {
    assertThatThrownBy(() -> parse(signature))
        .isInstanceOf(SchemaException.class)
        .hasMessage("V1Pod.field: unknown type " + signature);
  }

  private static FieldType parse(String signature) {
    return new SignatureParser("V1Pod.field", signature).parse();
  }
}
