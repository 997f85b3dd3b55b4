package dev.bylaw.cli;

import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Explainer;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.PodSpecPaths;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.schema.custom.DefinitionCode;
import dev.bylaw.engine.schema.custom.DefinitionReader;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.stdlib.CompiledKinds;
import dev.bylaw.stdlib.CompiledRules;
import dev.bylaw.stdlib.StandardLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The stages of the engine, for one version of Kubernetes and perhaps custom kinds. */
final class Engine implements Pipeline {
  private final KubernetesVersion version;
  private final List<ResourceKind> custom;
  private final Set<ContainerRuntime> runtimes;

  private Engine(
      KubernetesVersion version, List<ResourceKind> custom, Set<ContainerRuntime> runtimes) {
    this.version = version;
    this.custom = custom;
    this.runtimes = runtimes;
  }

  static Pipeline open(@Nullable String kubernetes) {
    if (kubernetes == null) {
      return new Engine(KubernetesVersion.newest(), List.of(), ContainerRuntime.all());
    }
    String minor = kubernetes.startsWith("v") ? kubernetes.substring(1) : kubernetes;
    KubernetesVersion version = KubernetesVersion.parse(minor);
    if (version == null) {
      List<String> known =
          KubernetesVersion.supported().stream().map(KubernetesVersion::text).toList();
      throw new UsageError(
          "Bylaw does not know Kubernetes `" + kubernetes + "`",
          "it knows " + String.join(", ", known));
    }
    return new Engine(version, List.of(), ContainerRuntime.all());
  }

  @Override
  public List<String> packs() {
    return StandardLibrary.packs();
  }

  @Override
  public List<Source> pack(String name) {
    return StandardLibrary.sources(name);
  }

  @Override
  public Staged<Pipeline> with(List<Resource> given, List<Resource> found) {
    if (given.isEmpty() && found.isEmpty()) {
      return new Staged<>(this, List.of());
    }
    List<ResourceKind> kinds = new ArrayList<>(custom);
    List<Diagnostic> diagnostics = new ArrayList<>();
    read(given, DefinitionCode.BROKEN_DEFINITION, kinds, diagnostics);
    read(found, DefinitionCode.UNUSED_DEFINITION, kinds, diagnostics);
    return new Staged<>(new Engine(version, kinds, runtimes), diagnostics);
  }

  @Override
  public Pipeline on(@Nullable ContainerRuntime runtime) {
    return runtime == null ? this : new Engine(version, custom, Set.of(runtime));
  }

  private void read(
      List<Resource> definitions,
      DefinitionCode code,
      List<ResourceKind> kinds,
      List<Diagnostic> diagnostics) {
    DefinitionReader reader = new DefinitionReader(Schema.of(version), code);
    for (Resource definition : definitions) {
      Staged<List<ResourceKind>> one = reader.read(definition);
      kinds.addAll(one.result());
      diagnostics.addAll(one.diagnostics());
    }
  }

  private Schema schema() {
    Schema builtIn = Schema.of(version);
    return custom.isEmpty() ? builtIn : builtIn.with(custom);
  }

  @Override
  public @Nullable CheckedPolicy compiled(String name) {
    return isNewest() ? CompiledRules.policy(name) : null;
  }

  /** Of the schema an evaluation asks only the kinds; reading all of it would take longer. */
  private PodSpecPaths kinds() {
    return isNewest() && custom.isEmpty() ? new CompiledKinds() : schema();
  }

  private boolean isNewest() {
    return version == KubernetesVersion.newest();
  }

  @Override
  public Staged<CheckedPolicy> compile(List<Source> rules, Settings settings) {
    return Compiler.compile(rules, library(rules), schema(), settings);
  }

  /** The standard packs by the name that rules give them; read only if a file may name one. */
  private static Map<String, List<Source>> library(List<Source> rules) {
    Map<String, List<Source>> library = new LinkedHashMap<>();
    if (rules.stream().anyMatch(source -> source.text().contains("std/"))) {
      for (String pack : StandardLibrary.packs()) {
        library.put("std/" + pack, StandardLibrary.sources(pack));
      }
    }
    return library;
  }

  @Override
  public Evaluate plan(CheckedPolicy policy) {
    return new Planned(Planner.plan(policy, new SharedKinds(kinds()), runtimes), new Inventory());
  }

  @Override
  public Why why(CheckedPolicy policy, CheckedRule rule, String today, Predicate<String> locked) {
    CheckedPolicy one =
        new CheckedPolicy(List.of(rule), policy.accesses(), policy.waivers(), List.of());
    return new Explained(
        rule,
        Planner.plan(one, kinds(), runtimes),
        new Waivers(policy.waivers(), today),
        Terms.of(one, locked, today));
  }

  @Override
  public ExampleSearch.Examples examples(CheckedPolicy policy, CheckedRule rule) {
    return new ExampleSearch(schema()).of(rule, policy.accesses());
  }

  @Override
  public RuleTests tests(
      CheckedPolicy policy, String today, BiFunction<Span, String, @Nullable String> files) {
    return new RuleTests(Planner.plan(policy, kinds(), runtimes), today, files);
  }

  /** An editor knows a rule file by its ending. */
  @Override
  public LanguageService service() {
    Map<String, List<Source>> library = new LinkedHashMap<>();
    for (String pack : StandardLibrary.packs()) {
      library.put(
          "std/" + pack,
          StandardLibrary.sources(pack).stream()
              .map(source -> new Source(source.name() + ".bylaw", source.text()))
              .toList());
    }
    return new LanguageService(schema(), library);
  }

  @Override
  public void read(String name, InputStream bytes, Consumer<Manifest> sink) throws IOException {
    new ManifestReader(Limits.DEFAULT).read(name, bytes, sink);
  }

  /** The first evaluation ends the collecting. */
  private static final class Planned implements Evaluate {
    private final Plan plan;
    private final Inventory inventory;
    private @Nullable Evaluator evaluator;

    Planned(Plan plan, Inventory inventory) {
      this.plan = plan;
      this.inventory = inventory;
    }

    @Override
    public Evaluate another() {
      return new Planned(plan, inventory);
    }

    @Override
    public boolean needsInventory() {
      return plan.needsInventory();
    }

    @Override
    public void collect(Manifest manifest) {
      inventory.add(manifest);
    }

    @Override
    public Evaluation over(Manifest manifest) {
      if (evaluator == null) {
        evaluator = new Evaluator(plan, inventory);
      }
      return evaluator.evaluate(manifest);
    }

    @Override
    public Evaluation alone(Manifest manifest) {
      return new Evaluator(plan, inventory).evaluate(manifest);
    }
  }

  /** The first explanation ends the collecting. */
  private static final class Explained implements Why {
    private final CheckedRule rule;
    private final Plan plan;
    private final Waivers waivers;
    private final Terms terms;
    private final Inventory inventory = new Inventory();
    private @Nullable Explainer explainer;

    Explained(CheckedRule rule, Plan plan, Waivers waivers, Terms terms) {
      this.rule = rule;
      this.plan = plan;
      this.waivers = waivers;
      this.terms = terms;
    }

    @Override
    public boolean needsInventory() {
      return plan.needsInventory();
    }

    @Override
    public void collect(Manifest manifest) {
      inventory.add(manifest);
    }

    @Override
    public List<Explanation> over(Manifest manifest) {
      if (explainer == null) {
        explainer = new Explainer(rule, plan, inventory, waivers, terms);
      }
      return explainer.explain(manifest);
    }
  }
}
