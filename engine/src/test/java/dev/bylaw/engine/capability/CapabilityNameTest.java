package dev.bylaw.engine.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SYS_ADMIN",
        "sys_admin",
        "Sys_Admin",
        "CAP_SYS_ADMIN",
        "cap_sys_admin",
        "\u017fYS_ADMIN",
        "sy\u017f_adm\u0131n",
      })
  void whatSomeRuntimeGrantsIsAdded(String text) {
    assertThat(CapabilityName.added(text).capabilities()).containsExactly(Capability.SYS_ADMIN);
  }

  @Test
  void kelvinSignIsAK() {
    assertThat(CapabilityName.added("\u212aILL").capabilities()).containsExactly(Capability.KILL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL", "all", "All", "aLL"})
  void allIsAllInAnyCase(String text) {
    assertThat(CapabilityName.added(text).capabilities()).isEqualTo(Capability.all());
    assertThat(CapabilityName.dropped(text).capabilities()).isEqualTo(Capability.all());
    assertThat(CapabilityName.literal(text)).isEqualTo(new CapabilityName(true, Capability.all()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "CAP_", "SYSADMIN", " SYS_ADMIN", "CAP_CAP_SYS_ADMIN", "CAP_ALL", "*", "21"})
  void unknownTextIsNothing(String text) {
    CapabilityName nothing = new CapabilityName(false, Set.of());
    assertThat(CapabilityName.added(text)).isEqualTo(nothing);
    assertThat(CapabilityName.dropped(text)).isEqualTo(nothing);
    assertThat(CapabilityName.literal(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NET_RAW", "net_raw", "Net_Raw"})
  void whatEveryRuntimeDropsIsDropped(String text) {
    assertThat(CapabilityName.dropped(text).capabilities()).containsExactly(Capability.NET_RAW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CAP_NET_RAW", "cap_net_raw", "Cap_Net_Raw"})
  void prefixedNameIsKnownButDropsNothing(String text) {
    assertThat(CapabilityName.dropped(text)).isEqualTo(new CapabilityName(true, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u017fYS_ADMIN", "NET_B\u0131ND_SERVICE", "\u212aILL"})
  void foreignLettersDropNothingAndAreNoLiterals(String text) {
    assertThat(CapabilityName.dropped(text).known()).isFalse();
    assertThat(CapabilityName.literal(text)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void everyCapabilityHasItsNames(Capability capability) {
    for (String name : Set.of(capability.name(), "CAP_" + capability.name())) {
      for (String text : Set.of(name, name.toLowerCase(Locale.ROOT))) {
        assertThat(CapabilityName.literal(text))
            .isEqualTo(new CapabilityName(true, Set.of(capability)));
        assertThat(CapabilityName.added(text).capabilities()).containsExactly(capability);
      }
    }
  }
}
