package dev.bylaw.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.type.ObjectType;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());
  private static final Documentation DOCUMENTATION = SCHEMA.documentation();

  @Test
  void fieldIsDescribed() {
    assertThat(DOCUMENTATION.of(SCHEMA.container(), "image")).startsWith("Container image name.");
    assertThat(DOCUMENTATION.of(type("Capabilities"), "add")).isEqualTo("Added capabilities");
  }

  @Test
  void typeIsDescribed() {
    assertThat(DOCUMENTATION.of(SCHEMA.podSpec())).isEqualTo("PodSpec is a description of a pod.");
  }

  @Test
  void fieldWithoutTextHasThatOfItsType() {
    assertThat(DOCUMENTATION.of(SCHEMA.container(), "securityContext"))
        .isEqualTo(DOCUMENTATION.of(type("SecurityContext")));
    assertThat(DOCUMENTATION.of(type("EmptyDirVolumeSource"), "sizeLimit")).contains("2Gi");
    assertThat(DOCUMENTATION.of(type("HTTPGetAction"), "port")).contains("string");
  }

  @Test
  void nothingIsSaidOfStrangers() {
    assertThat(DOCUMENTATION.of(SCHEMA.container(), "imagee")).isNull();
    ObjectType other = Schema.of(KubernetesVersion.V1_31).container();
    assertThat(DOCUMENTATION.of(other, "image")).isNull();
  }

  @Test
  void nearlyEveryFieldIsDescribed() {
    long silent = 0;
    for (ObjectType type : SCHEMA.types()) {
      for (String field : type.fields().keySet()) {
        if (DOCUMENTATION.of(type, field) == null) {
          silent++;
        }
      }
    }
    assertThat(silent).isEqualTo(43);
  }

  private static ObjectType type(String name) {
    return Objects.requireNonNull(SCHEMA.type(name));
  }
}
