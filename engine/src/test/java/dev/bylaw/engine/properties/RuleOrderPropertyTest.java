package dev.bylaw.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a rule finds does not depend on the rules beside it. */
class RuleOrderPropertyTest {
  private static final List<String> RULES =
      List.of(
          "rule a { deny add contains BPF }",
          "rule b { require drop contains ALL fix add ALL to drop }",
          "rule c { for container deny any x in add: x == SYS_ADMIN }",
          "rule d { for container require resources.limits.memory <= 1Gi }",
          "rule e { for container when image.tag is present deny image.tag == \"latest\" }",
          "rule f { for pod deny any v in volumes: v.hostPath is present }",
          "rule g { for pod require all v in volumes: v.hostPath.path == \"/a\" }",
          "rule h { for any resource require labels[\"owner\"] is present }",
          "rule i { for Deployment require exists Service s where s.spec.selector selects spec.template }",
          "rule j { for container require securityContext.privileged == false }",
          "rule k { for pod require securityContext.runAsNonRoot == true }");

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a, labels: {owner: 5}}
      spec:
        template:
          metadata: {labels: {app: a}}
          spec:
            securityContext: text
            volumes: [{name: a, hostPath: /}, {name: b, hostPath: {path: /}}, text, {name: c}]
            initContainers:
            - {name: i, image: "a:latest", securityContext: {capabilities: {add: [ALL, BPF], drop: x}}}
            containers:
            - {name: c, image: a, securityContext: {privileged: "no", capabilities: {add: [5, bpf]}}}
            - {name: d, image: [], resources: {limits: {memory: 1GB}}}
            - text
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: b}
      spec: {selector: {app: b}}
      """;

  @Property(seed = "20261123", tries = 200)
  void aRuleFindsTheSameBesideOthers(@ForAll("someRules") List<String> rules) {
    Map<String, List<String>> together = byRule(String.join("\n", rules));
    for (String rule : rules) {
      String name = "rules/" + rule.charAt("rule ".length());
      assertThat(together.getOrDefault(name, List.of()))
          .as(rule)
          .isEqualTo(byRule(rule).getOrDefault(name, List.of()));
    }
  }

  @Property(seed = "20261123", tries = 50)
  void aRuleFindsTheSameTwice(@ForAll("someRules") List<String> rules) {
    String text = String.join("\n", rules);
    Source first = new Source("rules.bylaw", text);
    Source second = new Source("again.bylaw", text);
    Map<String, List<String>> found = new TreeMap<>();
    for (Finding finding : Run.findings(Run.plan(first, second), MANIFEST)) {
      add(found, finding);
    }
    byRule(text)
        .forEach((rule, findings) -> {
          assertThat(found.get(rule)).isEqualTo(findings);
          if (rule.startsWith("rules/")) {
            assertThat(found.get(rule.replace("rules/", "again/"))).isEqualTo(findings);
          }
        });
  }

  private static Map<String, List<String>> byRule(String rules) {
    Map<String, List<String>> found = new TreeMap<>();
    for (Finding finding : Run.findings(Run.plan(new Source("rules.bylaw", rules)), MANIFEST)) {
      add(found, finding);
    }
    return found;
  }

  private static void add(Map<String, List<String>> found, Finding finding) {
    found
        .computeIfAbsent(finding.ruleId(), _ -> new ArrayList<>())
        .add(
            finding.path()
                + finding.span().start()
                + finding.message()
                + finding.missing()
                + finding.insert()
                + finding.note()
                + finding.container());
  }

  @Provide
  Arbitrary<List<String>> someRules() {
    return Arbitraries.shuffle(RULES)
        .flatMap(
            rules -> Arbitraries.integers().between(1, rules.size()).map(n -> rules.subList(0, n)));
  }
}
