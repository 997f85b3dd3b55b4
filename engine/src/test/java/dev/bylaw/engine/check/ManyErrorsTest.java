package dev.bylaw.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody who renames a word in a long rule file wants to hear of every place at once. */
class ManyErrorsTest {
  private static final int RULES = 300;
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  /** Each rule has an error of its own kind; every second one has two. */
  private static String rule(int number) {
    return switch (number % 4) {
      case 0 -> "rule r%d {\n  deny capabilites.add contains CHOWN\n}\n";
      case 1 -> "rule r%d {\n  deny add contains SYSADMIN and drop contains CHWON\n}\n";
      case 2 -> "rule r%d {\n  for container\n  deny image.tag != \"%d\"\n}\n";
      default -> "rule r%d {\n  severity hihg\n  deny add contain CHOWN\n}\n";
    };
  }

  @Test
  void everyErrorIsReportedInItsPlace() {
    StringBuilder text = new StringBuilder();
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      text.append(rule(i).replace("%d", String.valueOf(i)));
      wrong.add(line);
    }
    List<Diagnostic> said =
        Compiler.compile(List.of(new Source("many.bylaw", text.toString())), Map.of(), SCHEMA)
            .diagnostics();
    List<Integer> lines =
        said.stream().map(diagnostic -> diagnostic.primary().span().from().line()).toList();
    for (int i = 0; i < RULES; i++) {
      int first = wrong.get(i);
      int errors = (int) lines.stream().filter(line -> line >= first && line < first + 4).count();
      assertThat(errors)
          .as("rule %d at line %d", i, first)
          .isGreaterThanOrEqualTo(i % 4 == 1 ? 2 : 1);
    }
    assertThat(said).hasSizeGreaterThanOrEqualTo(RULES + RULES / 4);
  }
}
