package dev.bylaw.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is said of a finding beforehand is what becomes of it. */
class TrialTest {
  private static final String ADD = "fix remove matched from add";

  private static String pod(String container) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n" + container;
  }

  private static Set<String> foreseen(Mending rules, String text) {
    Set<String> ids = new TreeSet<>();
    for (Manifest manifest : Mending.read(text)) {
      rules.mendable(manifest).forEach(finding -> ids.add(finding.ruleId()));
    }
    return ids;
  }

  private static Set<String> mended(Mending rules, String text) {
    return rules.fix(text).mended().stream()
        .map(Finding::ruleId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void foresees(Mending rules, String text, String... mendable) {
    assertThat(foreseen(rules, text)).containsExactly(mendable);
    assertThat(mended(rules, text)).containsExactly(mendable);
  }

  @Property(seed = "20261123", tries = 200)
  void allThatRandomPodsGetMended(@ForAll long data, @ForAll long layout) {
    String text = FixPropertyTest.unmended(data, layout);
    Mending rules = FixPropertyTest.MENDING;
    List<Finding> found = rules.findings(Mending.read(text).getFirst());
    assertThat(rules.mendable(Mending.read(text).getFirst())).hasSameSizeAs(found);
    assertThat(rules.fix(text).withheld()).isEmpty();
  }

  @Test
  void notWhereTheTextCannotBeEdited() {
    Mending rules =
        Mending.by(
            "rule a { deny securityContext.privileged fix set securityContext.privileged to false"
                + " }");
    foresees(rules, pod("  - {name: a, securityContext: {privileged: true}}\n"), "r/a");
    foresees(rules, pod("  - {name: a, image: \"{{x}}\", securityContext: {privileged: true}}\n"));
    foresees(
        rules,
        pod(
            """
              - {name: a, securityContext: &c {privileged: true}}
              - {name: b, securityContext: *c}
            """));
  }

  @Test
  void notWhereTheRuleWouldStillFindSomething() {
    Mending rules =
        Mending.by("rule a { require imagePullPolicy == Always fix set imagePullPolicy to Never }");
    foresees(rules, pod("  - {name: a, imagePullPolicy: IfNotPresent}\n"));
  }

  @Test
  void notWhereAnotherRuleWouldThenFindSomething() {
    Mending rules =
        Mending.by(
            """
            rule a { deny imagePullPolicy == Never fix set imagePullPolicy to Always }
            rule b { deny imagePullPolicy == Always }
            rule c { deny tty fix set tty to false }
            """);
    foresees(rules, pod("  - {name: a, imagePullPolicy: Never}\n"));
    // The one at fault is no reason to say nothing of the other.
    foresees(rules, pod("  - {name: a, tty: true, imagePullPolicy: Never}\n"), "r/c");
  }

  @Test
  void bothOfTwoRulesThatRemoveTheSame() {
    Mending rules =
        Mending.by(
            "rule a { deny add contains BPF %s } rule b { deny add contains any of [BPF, CHOWN] %s }"
                .formatted(ADD, ADD));
    String text =
        pod("  - {name: a, securityContext: {capabilities: {add: [BPF, KILL, CHOWN]}}}\n");
    assertThat(foreseen(rules, text)).containsExactly("r/a", "r/b");
    assertThat(rules.fix(text).withheld()).isEmpty();
    assertThat(rules.fix(text).text()).contains("add: [KILL]");
  }

  @Test
  void bothOfTwoRulesOfWhichOneTakesAwayWhatTheOtherWrites() {
    Mending rules =
        Mending.by(
            """
            rule a { require drop contains ALL fix add ALL to drop }
            rule b {
              deny securityContext.privileged and securityContext.capabilities is present
              fix remove securityContext.capabilities
            }
            rule c { deny securityContext.privileged fix set securityContext.privileged to false }
            """);
    String text =
        pod("  - {name: a, securityContext: {privileged: true, capabilities: {add: [KILL]}}}\n");
    assertThat(foreseen(rules, text)).containsExactly("r/a", "r/b", "r/c");
    Fixed fixed = rules.fix(text);
    assertThat(fixed.withheld()).isEmpty();
    assertThat(rules.findings(Mending.read(fixed.text()).getFirst())).isEmpty();
  }

  @Test
  void nothingOfAFindingWithoutAFix() {
    Mending rules = Mending.by("rule a { deny tty }");
    String text = pod("  - {name: a, tty: true}\n");
    assertThat(rules.findings(Mending.read(text).getFirst())).hasSize(1);
    foresees(rules, text);
  }
}
