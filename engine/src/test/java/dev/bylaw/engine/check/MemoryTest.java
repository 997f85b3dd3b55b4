package dev.bylaw.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.PartwiseParser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not checked again; that the answers are the same is for the tests of the playground. */
class MemoryTest {
  private static final String WORDS = "pack p\nlet bad = \"bad/**\"\n";
  private static final String RULES =
      """
      pack p
      rule a {
        for container
        deny image like bad
      }
      rule b {
        for pod
        deny hostNetwork
      }
      """;

  private final Schema schema = Schema.of(KubernetesVersion.newest());
  private final PartwiseParser parser = new PartwiseParser();
  private final Memory memory = new Memory();
  private final Source words = new Source("a.bylaw", WORDS);

  @Test
  void aRuleThatWasNotTouchedIsNotCheckedAgain() {
    List<CheckedRule> before = rules(words, RULES);
    List<CheckedRule> after = rules(words, RULES.replace("hostNetwork", "hostPID"));
    assertThat(after.get(0)).isSameAs(before.get(0));
    assertThat(after.get(1)).isNotSameAs(before.get(1));
  }

  @Test
  void allAreCheckedAgainWithOtherWords() {
    List<CheckedRule> before = rules(words, RULES);
    List<CheckedRule> after = rules(new Source("a.bylaw", WORDS + "# more\n"), RULES);
    assertThat(after.get(0)).isNotSameAs(before.get(0));
    assertThat(after.get(1)).isNotSameAs(before.get(1));
  }

  @Test
  void nothingIsLearntWhereSomethingIsWrong() {
    List<CheckedRule> before = rules(words, RULES.replace("hostNetwork", "hostNetwrok"));
    assertThat(before).hasSize(1);
    assertThat(rules(words, RULES).get(0)).isNotSameAs(before.get(0));
  }

  @Test
  void whatWasLearntOutlastsAnErrorOfAnotherRule() {
    List<CheckedRule> before = rules(words, RULES);
    rules(words, RULES.replace("hostNetwork", "hostNetwrok"));
    assertThat(rules(words, RULES).get(0)).isSameAs(before.get(0));
  }

  @Test
  void pathsOfRulesThatAreGoneAreForgottenInTheEnd() {
    for (int i = 0; i < 2000; i++) {
      rules(words, RULES.replace("hostNetwork", "metadata.labels[\"" + i + "\"] == \"x\""));
    }
    assertThat(memory.accesses().all()).hasSizeLessThan(500);
  }

  private List<CheckedRule> rules(Source given, String text) {
    List<Source> files = List.of(given, new Source("b.bylaw", text));
    Staged<CheckedPolicy> policy =
        Compiler.compile(
            files, Map.of(), schema, Settings.NONE, parser::parse, memory, Steps.unlimited());
    return policy.result().rules();
  }
}
