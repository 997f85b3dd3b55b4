package dev.bylaw.engine.capability.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever it is given, the reader ends with observations or with a reason, never with both. */
class ObservationPropertyTest {
  private static void read(String text) {
    Source source = new Source("seen", text);
    Staged<List<Observation>> read = ObservationReader.read(source);
    assertThat(read.result().isEmpty()).isEqualTo(read.hasErrors());
    read.diagnostics().forEach(fault -> assertThat(fault.primary().span().text()).isNotNull());
    LeastPrivilege least = LeastPrivilege.of(read.result());
    read.result()
        .forEach(seen -> {
          assertThat(seen.span().source().name()).isEqualTo("seen");
          assertThat(seen.span().from().line()).isBetween(1, source.lastLine());
        });
    assertThat(least.add()).doesNotHaveDuplicates();
  }

  @Property(seed = "20261123", tries = 2000)
  void anyBytesEnd(@ForAll byte[] bytes) {
    read(new String(bytes, StandardCharsets.UTF_8));
  }

  @Property(seed = "20261123", tries = 10000)
  void anythingLikeTheFormatsEnds(@ForAll("alike") String text) {
    read(text);
  }

  @Provide
  Arbitrary<String> alike() {
    return Arbitraries.of(
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "  ",
            "1",
            "1: ",
            "=ep",
            "=",
            "+",
            "cap_kill",
            "cap_",
            "=ep\n",
            ",",
            "kill",
            "full",
            "Capabilities for `",
            "': ",
            "\"",
            "[",
            "]",
            "{",
            "}",
            "Current: ",
            "Bounding set =",
            "uid=0(root)",
            "0x",
            "a80425fb=",
            "CapEff:\t",
            "0400",
            "CapPrm: ",
            "/proc/1/status:",
            "Name:\tx\n",
            "Uid:\t0\t0\t0\t0\n",
            "ppid pid ",
            "1 2 root x kill\n",
            "TIME UID PID COMM CAP NAME AUDIT\n",
            "22:11:23 ",
            "0 1 x 5 CAP_KILL 1\n",
            "CAP_KILL",
            "?",
            "allow",
            "COMM PID CAPABLE AUDIT CAP SYSCALL\n",
            "true",
            "false",
            "\"cap\"",
            ":",
            "\"CAP_KILL\"",
            "\"capable\"",
            "{\"cap\":\"CAP_KILL\",\"capable\":true}\n",
            "[{",
            "null",
            "1e99999",
            "\"required_capabilities\":[",
            "application:\n",
            "required_capabilities:\n",
            "  - name: kill\n",
            "&a ",
            "*a",
            "apparmor=\"",
            "DENIED\" ",
            "operation=\"capable\" ",
            "capname=\"kill\"",
            "avc: denied { kill } tclass=capability\n",
            "cap_capable: ",
            "cap 5,",
            ", ret 0",
            "^C\n",
            "\0",
            "\ufeff",
            "…",
            "😀",
            "-")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
