package dev.bylaw.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {
  @ParameterizedTest
  @EnumSource
  void isReadAsItIsWritten(KubernetesVersion version) {
    assertThat(KubernetesVersion.parse(version.text())).isEqualTo(version);
    assertThat(Schema.of(version).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.3", "1.30", "1.99", "v1.34", "1.34.0", " 1.34"})
  void anyOtherTextIsNoVersion(String text) {
    assertThat(KubernetesVersion.parse(text)).isNull();
  }

  @Test
  void newestIsTheLast() {
    assertThat(KubernetesVersion.newest()).isEqualTo(KubernetesVersion.V1_36);
    assertThat(KubernetesVersion.supported()).isSorted();
  }
}
