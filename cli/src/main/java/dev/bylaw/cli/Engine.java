package dev.bylaw.cli;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.PodSpecPaths;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.stdlib.CompiledKinds;
import dev.bylaw.stdlib.CompiledRules;
import dev.bylaw.stdlib.StandardLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stages of the engine, for one version of Kubernetes. */
final class Engine implements Pipeline {
  private final KubernetesVersion version;

  private Engine(KubernetesVersion version) {
    this.version = version;
  }

  static Pipeline open(@Nullable String kubernetes) {
    if (kubernetes == null) {
      return new Engine(KubernetesVersion.newest());
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
    return new Engine(version);
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
  public @Nullable CheckedPolicy compiled(String name) {
    return isNewest() ? CompiledRules.policy(name) : null;
  }

  /** Of the schema an evaluation asks only the kinds; reading all of it would take longer. */
  private PodSpecPaths kinds() {
    return isNewest() ? new CompiledKinds() : Schema.of(version);
  }

  private boolean isNewest() {
    return version == KubernetesVersion.newest();
  }

  @Override
  public Staged<CheckedPolicy> compile(List<Source> rules) {
    return Compiler.compile(rules, library(rules), Schema.of(version));
  }

  /** The standard packs by the name that {@code use} gives them; read only if a file has one. */
  private static Map<String, List<Source>> library(List<Source> rules) {
    Map<String, List<Source>> library = new LinkedHashMap<>();
    if (rules.stream().anyMatch(source -> source.text().contains("use"))) {
      for (String pack : StandardLibrary.packs()) {
        if (pack.equals(StandardLibrary.RECOMMENDED)) {
          continue;
        }
        library.put("std/" + pack, StandardLibrary.sources(pack));
      }
    }
    return library;
  }

  @Override
  public Evaluate plan(CheckedPolicy policy) {
    return new Planned(Planner.plan(policy, kinds()));
  }

  @Override
  public List<TestResult> test(
      CheckedPolicy policy, String today, BiFunction<Span, String, @Nullable String> files) {
    return new RuleTests(Planner.plan(policy, kinds()), today, files).run();
  }

  @Override
  public void read(String name, InputStream bytes, Consumer<Manifest> sink) throws IOException {
    new ManifestReader(Limits.DEFAULT).read(name, bytes, sink);
  }

  /** The first evaluation ends the collecting. */
  private static final class Planned implements Evaluate {
    private final Plan plan;
    private final Inventory inventory = new Inventory();
    private @Nullable Evaluator evaluator;

    Planned(Plan plan) {
      this.plan = plan;
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
  }
}
