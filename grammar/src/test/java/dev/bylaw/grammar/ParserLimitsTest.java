package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.bylaw.grammar.tree.PolicyFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Size and depth: nothing exhausts the stack, and nothing takes more than its share of time. */
class ParserLimitsTest {
  private static Staged<PolicyFile> parse(String text) {
    return Parser.parse(new Source("limits.bylaw", text));
  }

  @ParameterizedTest
  @CsvSource({
    "(,)",
    "[,]",
    "a[,]",
    "'not ',''",
    "'any x in y: ',''",
    "'exactly ',''",
    "'count(',')'",
    "'exists K where ',''",
    "'a default ',''"
  })
  void nestingIsLimited(String open, String close) {
    String deep = "deny " + open.repeat(20_000) + "x" + close.repeat(20_000) + "\ndeny y";
    Staged<PolicyFile> staged = parse(deep);
    assertThat(staged.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(SyntaxCode.TOO_DEEP);
    assertThat(staged.result().declarations()).hasSize(2);
    assertThat(parse("deny " + open.repeat(190) + "x" + close.repeat(190)).hasErrors()).isFalse();
  }

  @Test
  void longChainsAreFlat() {
    String chain = "deny " + "a == 1 and ".repeat(5_000) + "b" + " or c".repeat(5_000);
    assertThat(parse(chain).hasErrors()).isFalse();
  }

  @Test
  void longFilesAreReadQuickly() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append("rule r")
          .append(i)
          .append(" {\n  severity high\n  for container\n")
          .append(
              "  deny any e in env where e.name == \"x\": e.value matches /[a-z]+/ and a.b >= 2Gi\n")
          .append("  message \"{container.name} has {e.name}\"\n  fix remove a from b\n}\n");
    }
    Staged<PolicyFile> staged = assertTimeout(Duration.ofSeconds(10), () -> parse(text.toString()));
    assertThat(staged.result().declarations()).hasSize(2_000);
    assertThat(staged.diagnostics()).isEmpty();
  }

  @Test
  void everyErrorIsReported() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append("rule r").append(i).append(" {\n  deny x ==\n}\n");
    }
    Staged<PolicyFile> staged = assertTimeout(Duration.ofSeconds(10), () -> parse(text.toString()));
    assertThat(staged.diagnostics()).hasSize(500);
    assertThat(staged.result().declarations()).hasSize(500);
  }
}
