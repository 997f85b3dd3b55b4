package dev.bylaw.engine.coverage;

import static dev.bylaw.engine.ruletest.Tested.example;
import static dev.bylaw.engine.ruletest.Tested.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.coverage.RuleCoverage.Item;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.ruletest.Tested;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static RuleCoverage of(String text) {
    RuleTests tests = Tested.tests(text);
    Coverage coverage = new Coverage();
    tests.run(coverage);
    return coverage.of(tests.rules().getFirst());
  }

  private static List<String> missing(String text) {
    return of(text).items().stream().filter(item -> !item.seen()).map(CoverageTest::said).toList();
  }

  private static String said(Item item) {
    return item instanceof RuleCoverage.Part
        ? item.span().text() + ": " + item.wanted()
        : item.wanted();
  }

  @Test
  void withoutATestNothingIsSeen() {
    assertThat(missing("rule r {\n  for container\n  deny securityContext.privileged\n}\n"))
        .containsExactly(
            "securityContext.privileged: makes this true",
            "securityContext.privileged: makes this false",
            "has an init container",
            "has a regular container",
            "has an ephemeral container",
            "has a Pod",
            "has a Pod template",
            "has a CronJob");
  }

  @Test
  void aPartThatWasNotAskedIsNotSeen() {
    String rule =
        "rule r {\n  for pod\n  deny hostNetwork or hostPID"
            + example(false, pod("hostNetwork: true, hostPID: true"))
            + example(true, pod(""))
            + "}\n";
    assertThat(missing(rule))
        .containsExactly("hostPID: makes this true", "has a Pod template", "has a CronJob");
  }

  @Test
  void anOperatorIsSeenAsItIsWritten() {
    String rule =
        "rule r {\n  for pod\n  deny nodeName is present and nodeName != \"a\""
            + example(false, pod("nodeName: b"))
            + example(true, pod(""))
            + "}\n";
    assertThat(missing(rule)).contains("nodeName != \"a\": makes this false");
    assertThat(missing(rule)).doesNotContain("nodeName is present: makes this true");
  }

  @Test
  void theWholeVerdictIsSeenToo() {
    String rule =
        "rule r {\n  for pod\n  deny hostNetwork and hostPID"
            + example(true, pod("hostNetwork: true"))
            + "}\n";
    assertThat(missing(rule)).contains("hostNetwork and hostPID: makes all of this true");
  }

  @Test
  void whatLeavesNoRoomIsNotAskedFor() {
    String rule =
        "rule r {\n  for pod\n  deny nodeName == \"a\" or (nodeName is present and hostPID)\n}\n";
    assertThat(of(rule).items())
        .filteredOn(item -> item.span().text().equals("nodeName == \"a\""))
        .hasSize(2);
    String narrow = "rule r {\n  for pod\n  when hostPID\n  deny hostPID and hostIPC\n}\n";
    assertThat(missing(narrow)).doesNotContain("hostPID: makes this false and more");
    assertThat(of(narrow).items())
        .filteredOn(item -> item.span().text().equals("hostPID"))
        .hasSize(3);
  }

  @Test
  void listsOfContainersAndShapesOfPodsAreSeen() {
    String cronJob =
        "{apiVersion: batch/v1, kind: CronJob, metadata: {name: c}, spec: {jobTemplate: {spec: {template:"
            + " {spec: {initContainers: [{name: a}], containers: [{name: b}]}}}}}}";
    String rule =
        "rule r {\n  for container except ephemeral\n  deny image.tag is absent"
            + example(false, cronJob)
            + "}\n";
    assertThat(missing(rule))
        .containsExactly(
            "image.tag is absent: makes this false", "has a Pod", "has a Pod template");
  }

  @Test
  void aRuleForKindsNamesThem() {
    String deployment =
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {paused: true}}";
    String rule =
        "rule r {\n  for Deployment, Ingress\n  deny metadata.name == \"d\""
            + example(false, deployment)
            + "}\n";
    assertThat(missing(rule)).contains("has an Ingress").doesNotContain("has a Deployment");
  }

  @Test
  void theExamplesOfAnotherRuleDoNotCount() {
    String rule =
        "rule r {\n  for pod\n  deny hostPID\n}\nrule s {\n  for pod\n  deny hostIPC"
            + example(true, pod("hostPID: true"))
            + "}\n";
    assertThat(of(rule).seen()).isZero();
  }

  @Test
  void quantifiersAreSeenFromOutsideAndFromInside() {
    String rule =
        "rule r {\n  for pod\n  deny any v in volumes where v.hostPath is present: v.name == \"x\""
            + example(true, pod("volumes: [{name: x}]"))
            + "}\n";
    assertThat(missing(rule))
        .contains("v.hostPath is present: makes this true", "v.name == \"x\": makes this false")
        .doesNotContain("v.hostPath is present: makes this false");
  }
}
