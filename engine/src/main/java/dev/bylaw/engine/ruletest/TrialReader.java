package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedTest;
import dev.bylaw.engine.policy.CheckedTest.Expectation;
import dev.bylaw.engine.policy.CheckedTest.Given;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.RuleTest.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the manifests of tests and examples. */
final class TrialReader {
  private final BiFunction<Span, String, @Nullable String> files;

  TrialReader(BiFunction<Span, String, @Nullable String> files) {
    this.files = files;
  }

  /**
   * @param number which example of its rule it is, from 1
   */
  Trial read(CheckedRule rule, CheckedRule.Example example, int number) {
    String name = rule.id() + (example.passes() ? " passes" : " fails") + " example " + number;
    String pack = rule.pack();
    Outcome outcome = example.passes() ? Outcome.PASSED : Outcome.VIOLATED;
    return read(
        name,
        new CheckedTest(
            pack,
            name,
            List.of(new Given(false, example.manifest(), example.span())),
            List.of(new Expectation(rule.id(), outcome, null, example.span())),
            example.span()),
        rule.id());
  }

  Trial read(CheckedTest test) {
    return read(test.name(), test, null);
  }

  private Trial read(String name, CheckedTest test, @Nullable String exampleOf) {
    List<Manifest> manifests = new ArrayList<>();
    List<TestResult.Failure> unreadable = new ArrayList<>();
    Map<String, GivenPlaces> places = new LinkedHashMap<>();
    for (Given given : test.given()) {
      String text = given.file() ? files.apply(given.span(), given.content()) : given.content();
      if (text == null) {
        String message = "the file `" + given.content() + "` cannot be read";
        unreadable.add(TestResult.Failure.unreadable(given.span(), message, List.of()));
        continue;
      }
      String source = given.file() ? given.content() : "given " + (places.size() + 1);
      if (!given.file()) {
        places.put(source, new GivenPlaces(given.span(), text));
      }
      manifests.addAll(read(source, text, given, unreadable));
    }
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    return new Trial(
        name,
        test.pack(),
        test.span(),
        exampleOf,
        List.copyOf(manifests),
        inventory,
        test.expectations(),
        List.copyOf(unreadable),
        Map.copyOf(places));
  }

  private static List<Manifest> read(
      String source, String text, Given given, List<TestResult.Failure> unreadable) {
    List<Manifest> read = new ManifestReader(Limits.DEFAULT).read(source, text);
    if (read.isEmpty()) {
      String message = "the manifest is empty";
      unreadable.add(TestResult.Failure.unreadable(given.span(), message, List.of()));
    }
    for (Manifest manifest : read) {
      if (manifest.status() == Manifest.Status.UNREADABLE) {
        List<Diagnostic> reasons =
            manifest.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(reason -> shown(reason, given))
                .toList();
        String message = "the manifest cannot be read";
        unreadable.add(TestResult.Failure.unreadable(given.span(), message, reasons));
      }
    }
    return read;
  }

  /** A manifest of the rule file is shown where it stands. */
  private static Diagnostic shown(Diagnostic reason, Given given) {
    Span span = reason.primary().span();
    Span place = given.file() ? span : new GivenPlaces(given.span(), given.content()).of(span);
    return Diagnostic.of(reason.code(), place, reason.message(), reason.help());
  }
}
