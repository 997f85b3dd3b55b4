package dev.bylaw.engine.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CapabilityTest {
  @Test
  void thereAreFortyOne() {
    assertThat(Capability.all()).hasSize(41);
    assertThat(mask(Capability.all())).isEqualTo("1ffffffffff");
    assertThat(Capability.names()).startsWith("CHOWN").endsWith("CHECKPOINT_RESTORE");
  }

  @ParameterizedTest
  @CsvSource({
    "CHOWN, 0, 2.2",
    "NET_ADMIN, 12, 2.2",
    "NET_RAW, 13, 2.2",
    "SYS_MODULE, 16, 2.2",
    "SYS_ADMIN, 21, 2.2",
    "MKNOD, 27, 2.4",
    "AUDIT_WRITE, 29, 2.6.11",
    "SETFCAP, 31, 2.6.24",
    "SYSLOG, 34, 2.6.37",
    "AUDIT_READ, 37, 3.16",
    "PERFMON, 38, 5.8",
    "CHECKPOINT_RESTORE, 40, 5.9",
  })
  void capabilityHasItsNumber(Capability capability, int number, String since) {
    assertThat(capability.number()).isEqualTo(number);
    assertThat(capability.since()).isEqualTo(since);
  }

  @Test
  void numbersAreInOrder() {
    assertThat(Capability.all())
        .extracting(Capability::number)
        .containsExactlyElementsOf(IntStream.range(0, 41).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource
  void eachIsExplainedInOneSentence(Capability capability) {
    assertThat(capability.allows()).matches("[A-Z][^.]+\\.");
  }

  @ParameterizedTest
  @CsvSource({
    "containerd, 14, a80425fb",
    "cri-o, 9, 5fb",
    "podman, 11, 800405fb",
  })
  void runtimeGivesTheseUnasked(String runtime, int count, String mask) {
    for (RuntimeDefaults defaults : RuntimeDefaults.values()) {
      if (defaults.runtime().equals(runtime)) {
        assertThat(defaults.capabilities()).hasSize(count).doesNotContain(Capability.SYS_MODULE);
        assertThat(mask(defaults.capabilities())).isEqualTo(mask);
        return;
      }
    }
    throw new AssertionError(runtime);
  }

  private static String mask(Set<Capability> capabilities) {
    long mask = 0;
    for (Capability capability : capabilities) {
      mask |= 1L << capability.number();
    }
    return Long.toHexString(mask);
  }
}
