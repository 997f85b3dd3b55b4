package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedTest.Expectation;
import dev.bylaw.grammar.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test or an example, ready to be run by any number of policies: its manifests are read.
 *
 * @param exampleOf the rule whose example it is, and of which alone it speaks; null for a test
 * @param unreadable why nothing can be expected of its manifests; empty if they were read
 * @param places for manifests that stand in the rule file, by the name under which they were read
 */
record Trial(
    String name,
    String pack,
    Span span,
    @Nullable String exampleOf,
    List<Manifest> manifests,
    Inventory inventory,
    List<Expectation> expectations,
    List<TestResult.Failure> unreadable,
    Map<String, GivenPlaces> places) {

  /**
   * Whether what the rule finds can make it fail: an example speaks of its own rule; a test of
   * those that it names, and of the others of its pack, which must not find what it does not name.
   */
  boolean concerns(CheckedRule rule) {
    if (exampleOf != null) {
      return exampleOf.equals(rule.id());
    }
    return isOfPack(rule.id())
        || expectations.stream().anyMatch(expectation -> expectation.rule().equals(rule.id()));
  }

  boolean isOfPack(String rule) {
    return rule.startsWith(pack + "/");
  }

  /** Where a finding's place is to be shown. */
  Span place(Span found) {
    GivenPlaces given = places.get(found.source().name());
    return given == null ? found : given.of(found);
  }
}
