package dev.bylaw.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For the rules of the library the search finds what breaks them and what passes them. */
class FoundExamplesTest {
  /** Rules for which it does not, and why. */
  private static final Map<String, String> MISSED =
      Map.of(
          "images-registry/registry", "asks nothing before its parameter names a registry",
          "schema/valid",
              "is broken by what the schema lacks, and the search knows the schema only");

  @Test
  void everyRuleHasBoth() {
    Schema schema = Schema.of(KubernetesVersion.newest());
    List<Source> sources =
        StandardLibrary.packs().stream()
            .filter(pack -> !pack.equals(StandardLibrary.RECOMMENDED))
            .flatMap(pack -> StandardLibrary.sources(pack).stream())
            .toList();
    CheckedPolicy policy = Compiler.compile(sources, Map.of(), schema).result();
    assertThat(policy.rules()).isNotEmpty();
    ExampleSearch search = new ExampleSearch(schema);
    List<String> missed = new ArrayList<>();
    for (CheckedRule rule : policy.rules()) {
      ExampleSearch.Examples found = search.of(rule, policy.accesses());
      if (found.violating() == null || found.passing() == null) {
        missed.add(rule.id());
      }
    }
    assertThat(missed).containsExactlyInAnyOrderElementsOf(MISSED.keySet());
  }
}
