package dev.bylaw.engine.capability.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cap_from_text of libcap 2.66 was seen to accept and to refuse. */
class CapabilityTextTest {
  private static CapabilityText read(String text) {
    return CapabilityText.read(new Span(new Source("t", text), 0, text.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | []          | []              | []
          =                                     | []          | []              | []
          =ep                                   | ALL         | ALL             | []
          all+ep                                | ALL         | ALL             | []
          ALL=ep                                | ALL         | ALL             | []
          All=p                                 | []          | ALL             | []
          CAP_CHOWN=ep                          | [CHOWN]     | [CHOWN]         | []
          cap_chown=+ep                         | [CHOWN]     | [CHOWN]         | []
          cap_chown=-ep                         | []          | []              | []
          cap_chown=e+p-e                       | []          | [CHOWN]         | []
          cap_chown-e+p                         | []          | [CHOWN]         | []
          cap_chown=ep+i                        | [CHOWN]     | [CHOWN]         | [CHOWN]
          cap_chown=ee                          | [CHOWN]     | []              | []
          cap_chown=                            | []          | []              | []
          16=ep                                 | [SYS_MODULE] | [SYS_MODULE]   | []
          0x10=ep                               | [SYS_MODULE] | [SYS_MODULE]   | []
          020=ep                                | [SYS_MODULE] | [SYS_MODULE]   | []
          41=ep                                 | []+[41]     | []+[41]         | []
          63=i                                  | []          | []              | []+[63]
          = cap_chown,cap_kill+ep               | [CHOWN, KILL] | [CHOWN, KILL] | []
          cap_chown,cap_kill=ep                 | [CHOWN, KILL] | [CHOWN, KILL] | []
          =ep cap_sys_resource-ep               | ALL-[SYS_RESOURCE] | ALL-[SYS_RESOURCE] | []
          =ep cap_net_raw+i cap_sys_resource-ep | ALL-[SYS_RESOURCE] | ALL-[SYS_RESOURCE] | [NET_RAW]
          cap_chown=i cap_fowner+ep cap_kill+p  | [FOWNER]    | [FOWNER, KILL] | [CHOWN]
          =e all-e                              | []          | []              | []
          """)
  void isAcceptedAsLibcapDoes(String text, String effective, String permitted, String inheritable) {
    CapabilityText read = read(text);
    assertThat(Shown.set(read.effective())).isEqualTo(effective);
    assertThat(Shown.set(read.permitted())).isEqualTo(permitted);
    assertThat(Shown.set(read.inheritable())).isEqualTo(inheritable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+ep",
        "-ep",
        "=+ep",
        "=-ep",
        "=-",
        "CAP_CHOWN=EP",
        "chown=ep",
        "64=ep",
        "cap_bogus=ep",
        "cap_chown",
        "cap_chown+",
        "cap_chown-",
        "cap_chown=-",
        "cap_chown, cap_kill=ep",
        "cap_chown,=ep",
        "cap_chown ,cap_kill=ep",
        "eip",
        "cap_all=ep",
        "16x=ep",
        "08=p",
        "0x=p",
        "=e e",
        "=ep+i",
        "=ep=p",
        "cap_chown==ep",
        "cap_chown+ep=",
        "cap_chown=ep,",
        "all+ep=i",
        "cap_chown_=p",
        "allx=p",
        "1_=p",
        "99999999999999999999=p",
        ",",
        "=ep;",
        "cap_chown=eр"
      })
  void isRefusedAsLibcapDoes(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Misread.class);
  }
}
