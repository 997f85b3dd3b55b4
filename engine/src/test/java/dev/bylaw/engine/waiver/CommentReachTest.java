package dev.bylaw.engine.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.finding.Finding.Outcome;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.value.PathText;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a comment is placed, it reaches one container at most, and only what is written there.
 */
class CommentReachTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  private static final CheckedPolicy POLICY =
      Compiler.compile(
              List.of(
                  new Source(
                      "rules.bylaw",
                      """
                      rule drop { require drop contains ALL }
                      rule add { deny any x in add: x == SYS_ADMIN }
                      rule net { deny hostNetwork }
                      rule owner { for any resource require labels["owner"] is present }
                      """)),
              Map.of(),
              SCHEMA)
          .result();

  private static final String WAIVER =
      "# bylaw: allow rules/drop, rules/add, rules/net, rules/owner until=2027-01-31 -- tried out";

  private static final String MANIFEST =
      """
      # Two objects.
      apiVersion: v1
      kind: List
      items:
      - apiVersion: v1
        kind: Pod
        metadata:
          name: a
        spec:
          hostNetwork: true

          initContainers:
          - name: i
            image: a
            securityContext: &context
              capabilities:
                add: [SYS_ADMIN, BPF,
                  sys_admin]
          containers:
          - name: c
            image: a
            securityContext: *context
          - image: a
            name: d
            command: ["a #b", 'c',
              "d
              e"]
            args:
            - |
              text
            - plain
              text
          - {name: e, image: a, securityContext: {capabilities: {
              add: [ALL]}}}
      - {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {hostNetwork: true,
          containers: [{name: a, image: a}, {name: b,
            image: a}]}}
      """;

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 4, 6, 8, 10, 12, 14})
  void reachesOneContainerAtMost(int indent) {
    String[] lines = MANIFEST.split("\n", -1);
    int reached = 0;
    for (int i = 0; i < lines.length; i++) {
      List<String> changed = new ArrayList<>(List.of(lines));
      if (indent < 0) {
        changed.set(i, lines[i] + " " + WAIVER);
      } else {
        changed.add(i, " ".repeat(indent) + WAIVER);
      }
      for (Manifest manifest : read(String.join("\n", changed))) {
        List<Finding> waived = waived(manifest);
        reached += waived.size();
        assertThat(waived.stream().map(f -> f.resource().pathPrefix()).distinct())
            .hasSizeLessThan(2);
        assertThat(waived.stream().map(CommentReachTest::container).distinct())
            .as("line %s: %s", i + 1, waived.stream().map(Finding::path).toList())
            .hasSizeLessThan(2);
      }
    }
    assertThat(reached > 0).isEqualTo(indent < 14);
  }

  @Test
  void waivesNothingWithoutAComment() {
    assertThat(read(MANIFEST)).hasSize(1).allSatisfy(m -> assertThat(waived(m)).isEmpty());
    assertThat(read(MANIFEST).getFirst().comments()).isEmpty();
  }

  @Test
  void isNoCommentInsideAString() {
    String text = MANIFEST.replace("\"a #b\"", "\"a " + WAIVER + "\"").replace("text", WAIVER);
    assertThat(read(text).getFirst().comments()).isEmpty();
  }

  private static String container(Finding finding) {
    return String.valueOf(PathText.container(finding.path()));
  }

  private static List<Manifest> read(String text) {
    return new ManifestReader(Limits.DEFAULT).read("manifest", text);
  }

  private static List<Finding> waived(Manifest manifest) {
    LineWaivers waivers = LineWaivers.of(manifest, Terms.of(POLICY, _ -> false, "2026-11-23"));
    return waivers
        .apply(new Evaluator(Planner.plan(POLICY, SCHEMA)).evaluate(manifest))
        .findings()
        .stream()
        .filter(finding -> finding.outcome() == Outcome.WAIVED)
        .toList();
  }
}
