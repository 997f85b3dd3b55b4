package dev.bylaw.cli;

import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.schema.PodSpecPaths;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine that reads one document from any file and then does what the test wants. */
record FakePipeline(Supplier<Evaluation> evaluation) implements Pipeline {
  @Override
  public List<String> packs() {
    return List.of("recommended");
  }

  @Override
  public LanguageService service() {
    throw new UnsupportedOperationException("no test edits with this engine");
  }

  @Override
  public List<Source> pack(String name) {
    return List.of(new Source("std/" + name, "deny x"));
  }

  @Override
  public @Nullable CheckedPolicy compiled(String name) {
    return null;
  }

  @Override
  public Staged<Pipeline> with(List<Resource> given, List<Resource> found) {
    return new Staged<>(this, List.of());
  }

  @Override
  public Staged<CheckedPolicy> compile(List<Source> rules, Settings settings) {
    Span span = new Span(rules.getFirst(), 0, 4);
    CheckedRule rule =
        new CheckedRule(
            "a/b",
            "title",
            Severity.HIGH,
            "",
            new Subject(Subject.Level.RESOURCE, List.of(), List.of()),
            null,
            Verdict.DENY,
            new Condition.Constant(true, span),
            null,
            List.of(),
            List.of(),
            List.of(),
            span);
    return new Staged<>(new CheckedPolicy(List.of(rule), List.of()), List.of());
  }

  @Override
  public Pipeline on(@Nullable ContainerRuntime runtime) {
    return this;
  }

  @Override
  public Evaluate plan(CheckedPolicy policy) {
    return new Evaluate() {
      @Override
      public boolean needsInventory() {
        return false;
      }

      @Override
      public void collect(Manifest manifest) {}

      @Override
      public Evaluation over(Manifest manifest) {
        return evaluation.get();
      }

      @Override
      public Evaluate another() {
        return this;
      }

      @Override
      public Evaluation alone(Manifest manifest) {
        return over(manifest);
      }
    };
  }

  @Override
  public Why why(CheckedPolicy policy, CheckedRule rule, String today, Predicate<String> locked) {
    throw new UnsupportedOperationException("nothing is explained here");
  }

  @Override
  public ExampleSearch.Examples examples(CheckedPolicy policy, CheckedRule rule) {
    throw new UnsupportedOperationException("nothing is searched here");
  }

  @Override
  public RuleTests tests(
      CheckedPolicy policy, String today, BiFunction<Span, String, @Nullable String> files) {
    return new RuleTests(Planner.plan(policy, new NoKinds()), today, files);
  }

  @Override
  public void read(String name, InputStream bytes, Consumer<Manifest> sink) {
    Source source = new Source(name, "kind: Pod");
    sink.accept(new Manifest(source, Manifest.Status.KUBERNETES, List.of(), List.of()));
  }

  private static final class NoKinds implements PodSpecPaths {
    @Override
    public @Nullable List<List<String>> podSpecs(String apiVersion, String kind) {
      return null;
    }

    @Override
    public @Nullable ObjectType type(String apiVersion, String kind) {
      return null;
    }
  }
}
