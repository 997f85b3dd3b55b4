package dev.bylaw.engine.capability.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.capability.observe.LeastPrivilege.Snapshot;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Worth;
import dev.bylaw.grammar.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastPrivilegeTest {
  private static LeastPrivilege of(String text) {
    return LeastPrivilege.of(ObservationReader.read(new Source("seen", text)).result());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0000000000000000 | NOTHING_HELD | []
          0000000000000400 | CHOSEN       | [NET_BIND_SERVICE]
          0000000020000420 | CHOSEN       | [KILL, NET_BIND_SERVICE, AUDIT_WRITE]
          00000000000005fa | CHOSEN       | [DAC_OVERRIDE, FOWNER, FSETID, KILL, SETGID, SETUID, SETPCAP, NET_BIND_SERVICE]
          00000000a80425fb | DEFAULTS     | []
          00000000000005fb | DEFAULTS     | []
          00000000800405fb | DEFAULTS     | []
          00000000a80405fb | DEFAULTS     | []
          00000000aa0435fb | DEFAULTS     | [NET_ADMIN, SYS_TIME]
          000001ffffffffff | EVERYTHING   | []
          0000003fffffffff | EVERYTHING   | []
          0000001fffffffff | EVERYTHING   | []
          000001fffeffffff | EVERYTHING   | []
          ffffffffffffffff | EVERYTHING   | []
          """)
  void whatEverybodyHoldsIsNoEvidence(String mask, Worth worth, String added) {
    LeastPrivilege least = of("CapPrm:\t" + mask);
    assertThat(least.snapshots()).extracting(Snapshot::worth).containsExactly(worth);
    assertThat(least.add()).hasToString(added);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5  CAP_KILL 1 allow             | [KILL] | [ADD]
          5  CAP_KILL 1 deny              | []     | [LEAVE]
          5  CAP_KILL 1                   | [KILL] | [ADD]
          5  CAP_KILL 0 allow             | []     | [LEAVE]
          7  CAP_SETUID 1 1               | []     | [LEAVE]
          21 CAP_SYS_ADMIN 1              | []     | [OPEN]
          24 CAP_SYS_RESOURCE 1           | []     | [OPEN]
          1  CAP_DAC_OVERRIDE 1           | []     | [OPEN]
          21 CAP_SYS_ADMIN 1 allow        | [SYS_ADMIN] | [ADD]
          21 CAP_SYS_ADMIN 1 deny         | []     | [LEAVE]
          """)
  void aCheckCountsByItsVerdict(String row, String added, String decisions) {
    LeastPrivilege least = of("22:11:23  0  7  run  " + row);
    assertThat(least.add()).hasToString(added);
    assertThat(least.cases()).extracting(LeastPrivilege.Case::decision).hasToString(decisions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 allow | 1 deny  | ADD
          1 deny  | 1 allow | ADD
          1       | 1 deny  | OPEN
          0       | 1 deny  | LEAVE
          """)
  void whatSpeaksForItOutweighsWhatSpeaksAgainst(String one, String other, String decision) {
    String row = "22:11:23  0  7  run  5  CAP_KILL  ";
    assertThat(of(row + one + "\n" + row + other).cases())
        .extracting(LeastPrivilege.Case::decision)
        .hasToString("[" + decision + "]");
  }
}
