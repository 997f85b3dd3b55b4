package dev.bylaw.schemagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {
  @ParameterizedTest
  @CsvSource({
    "V1Container, '', V1, Container",
    "V1beta2DeviceClass, '', V1beta2, DeviceClass",
    "V2HorizontalPodAutoscaler, '', V2, HorizontalPodAutoscaler",
    "AdmissionregistrationV1ServiceReference, Admissionregistration, V1, ServiceReference",
    "CoreV1Event, Core, V1, Event",
    "V1IPBlock, '', V1, IPBlock",
    "VersionInfo, '', '', VersionInfo",
  })
  void classNameHasItsParts(String className, String group, String version, String name) {
    assertThat(ModelName.parse(className)).isEqualTo(new ModelName(group, version, name));
    assertThat(ModelName.parse(className)).hasToString(className);
  }

  @Test
  void bestComesFirst() {
    assertThat(
            Stream.of(
                    "V1beta1X", "V1alpha3X", "V1X", "EventsV1X", "CoreV1X", "V1beta2X", "V2X", "W")
                .map(ModelName::parse)
                .sorted()
                .map(ModelName::toString))
        .containsExactly(
            "W", "V2X", "CoreV1X", "V1X", "EventsV1X", "V1beta2X", "V1beta1X", "V1alpha3X");
  }
}
