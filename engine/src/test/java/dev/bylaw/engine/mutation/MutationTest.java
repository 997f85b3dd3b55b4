package dev.bylaw.engine.mutation;

import static dev.bylaw.engine.ruletest.Tested.example;
import static dev.bylaw.engine.ruletest.Tested.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.ruletest.Tested;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutationTest {
  private static RuleScore score(String text) {
    RuleTests tests = Tested.tests(text);
    assertThat(tests.run()).allMatch(result -> result.passed());
    return new Mutation(tests).of(tests.rules().getFirst());
  }

  /** The texts of all changes of a rule, on one line each. */
  private static List<String> changes(String text) {
    CheckedRule rule = Tested.tests(text).rules().getFirst();
    return RuleVariants.of(rule).stream()
        .map(variant -> String.join(" ", variant.change().after()).strip())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hostPID and hostIPC                      | deny hostIPC
          hostPID and hostIPC                      | deny hostPID
          hostPID and hostIPC                      | deny hostPID or hostIPC
          hostPID or (hostIPC and hostNetwork)     | deny (hostIPC and hostNetwork)
          hostPID or (hostIPC and hostNetwork)     | deny hostPID or (hostIPC or hostNetwork)
          hostPID or (hostIPC and hostNetwork)     | deny hostPID or (hostNetwork)
          hostPID                                  | deny not hostPID
          hostPID                                  | require hostPID
          nodeName is absent                       | deny nodeName is present
          nodeName is present                      | deny nodeName is absent
          nodeName is absent or nodeName != "a"    | deny nodeName is absent or nodeName == "a"
          nodeName in ["a", "b"]                   | deny nodeName in ["b"]
          nodeName in ["a", "b"]                   | deny nodeName not in ["a", "b"]
          priority < 10                            | deny priority <= 10
          priority >= 10                           | deny priority > 10
          priority < 10                            | deny priority < 9
          priority < 10                            | deny priority < 11
          (priority default 1) == 5                | deny (priority default 1) <= 5
          (hostPID default false) == true          | deny (hostPID default true) == true
          any v in volumes: v.hostPath is present  | deny all v in volumes: v.hostPath is present
          any v in volumes: v.hostPath is present  | deny no v in volumes: v.hostPath is present
          any v in volumes where v.nfs is present: v.name == "x" | deny any v in volumes: v.name == "x"
          hostPID                                  | for pod in Pod
          """)
  void everySmallMistakeIsMade(String condition, String changed) {
    assertThat(changes("rule r {\n  for pod\n  deny " + condition + "\n}\n")).contains(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add contains any of [CHOWN, SYS_ADMIN] | deny add contains SYS_ADMIN
          add contains any of [CHOWN, SYS_ADMIN] | deny add contains all of [CHOWN, SYS_ADMIN]
          add contains any of [CHOWN, SYS_ADMIN] | deny add contains only [CHOWN, SYS_ADMIN]
          image from ["a/**", "b/**"]            | deny image from ["a/**"]
          image.tag is absent                    | for container except init
          """)
  void containersHaveTheirOwn(String condition, String changed) {
    assertThat(changes("rule r {\n  for container\n  deny " + condition + "\n}\n"))
        .contains(changed);
  }

  @Test
  void aChangeThatATestNoticesDoesNotSurvive() {
    String rule =
        "rule r {\n  for pod in Pod, Job\n  deny hostPID"
            + example(false, pod("hostPID: true"))
            + example(true, pod(""))
            + "}\n";
    assertThat(score(rule).survivors())
        .extracting(Change::what)
        .containsExactly("the rule without Job", "the rule for every kind");
  }

  @Test
  void aMessageAboutAnElementDoesNotStandInTheWay() {
    String rule =
        "rule r {\n  for pod in Pod\n  deny any v in volumes: v.hostPath is present\n"
            + "  message \"the volume {v.name}\"\n"
            + example(false, pod("volumes: [{name: a, hostPath: {path: /}}]"))
            + example(true, pod("volumes: [{name: a}]"))
            + example(true, pod(""))
            + "}\n";
    assertThat(score(rule).noticed()).isPositive();
  }

  @Test
  void withoutATestEveryChangeSurvives() {
    RuleScore score = score("rule r {\n  for pod\n  deny hostPID\n}\n");
    assertThat(score.tested()).isFalse();
    assertThat(score.noticed()).isZero();
  }

  @Test
  void whatIsSureToMeanTheSameIsNotCounted() {
    // For a count there is nothing below zero, and so `== 0` and `<= 0` are the same.
    String rule = "rule r {\n  for pod in Pod\n  deny count(volumes) == 0\n}\n";
    assertThat(score(rule).survivors())
        .extracting(Change::what)
        .contains("the opposite")
        .doesNotContain("`==` as `<=`");
  }

  @Test
  void whatTheCompilerRefusesIsNotCounted() {
    // `deny a or not a` always fires.
    String rule =
        "rule r {\n  for pod in Pod\n  deny hostPID and (hostIPC or nodeName is absent)\n}\n";
    assertThat(score(rule).survivors())
        .flatExtracting(Change::after)
        .noneMatch(line -> line.contains("require hostPID or not hostPID"));
    String count = "rule r {\n  for pod in Pod\n  deny count(volumes) > 0\n}\n";
    assertThat(score(count).survivors()).extracting(Change::what).doesNotContain("`>` as `>=`");
  }

  @Test
  void aLineThatGoesIsShownAsGone() {
    CheckedRule rule =
        Tested.tests("rule r {\n  for pod\n  deny hostPID\n    and hostIPC\n}\n")
            .rules()
            .getFirst();
    assertThat(RuleVariants.of(rule))
        .extracting(Variant::change)
        .filteredOn(change -> change.what().contains("without `hostIPC`"))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.before()).containsExactly("    and hostIPC");
          assertThat(change.after()).isEmpty();
        });
  }
}
