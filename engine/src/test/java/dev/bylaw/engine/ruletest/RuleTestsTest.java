package dev.bylaw.engine.ruletest;

import static dev.bylaw.engine.ruletest.Tested.example;
import static dev.bylaw.engine.ruletest.Tested.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTestsTest {
  private static final String ADDS =
      pod("containers: [{name: a, securityContext: {capabilities: {add: [SYS_ADMIN]}}}]");
  private static final String RULE = "rule r {\n  deny add contains SYS_ADMIN\n";

  @Test
  void aFailureShowsTheFindingWhereTheRuleFileHasIt() {
    String text = RULE + example(true, ADDS) + "}\n";
    TestResult result = Tested.tests(text).run().getFirst();
    Finding found = result.failures().getFirst().found().getFirst();
    assertThat(found.span().source().name()).isEqualTo("acme.bylaw");
    assertThat(found.span().text()).isEqualTo("SYS_ADMIN");
    assertThat(found.span().start()).isEqualTo(text.lastIndexOf("SYS_ADMIN"));
  }

  @Test
  void aFailureTellsWhatWasExpectedAndWhatWasGot() {
    TestResult result = Tested.tests(RULE + example(true, ADDS) + "}\n").run().getFirst();
    assertThat(result.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.rule()).isEqualTo("acme/r");
          assertThat(failure.expected()).isEqualTo("passed");
          assertThat(failure.got()).isEqualTo("violated");
        });
  }

  @Test
  void aManifestThatCannotBeReadIsShownWhereItStands() {
    String text = RULE + example(false, "{apiVersion: v1, kind: Pod") + "}\n";
    TestResult result = Tested.tests(text).run().getFirst();
    assertThat(result.failures().getFirst().message()).isEqualTo("the manifest cannot be read");
    assertThat(result.failures().getFirst().reasons())
        .allSatisfy(
            reason -> assertThat(reason.primary().span().source().name()).isEqualTo("acme.bylaw"));
  }

  @Test
  void onlyTheTestsOfTheNameAreRun() {
    RuleTests tests = Tested.tests(RULE + example(false, ADDS) + example(true, ADDS) + "}\n");
    assertThat(tests.run()).hasSize(2);
    assertThat(tests.only(name -> name.contains("fails")).run())
        .singleElement()
        .matches(TestResult::passed);
    assertThat(tests.only(_ -> false).isEmpty()).isTrue();
  }

  @Test
  void aTestIsJudgedByTheRulesItConcernsAndNoOthers() {
    String other = "rule other {\n  deny image.tag is absent\n}\n";
    RuleTests tests = Tested.tests(RULE + example(false, ADDS) + "}\n" + other);
    assertThat(tests.run()).allMatch(TestResult::passed);
    assertThat(tests.rules().stream().map(tests::concern)).isEqualTo(List.of(true, false));
  }
}
