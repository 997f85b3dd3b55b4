package dev.bylaw.cli;

import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The engine, as far as the command line needs it: every call into it is one of these. */
public interface Pipeline {
  /** The names of the standard packs, without {@code std/}. */
  List<String> packs();

  /** The files of a standard pack. */
  List<Source> pack(String name);

  /**
   * A standard pack as the build compiled it, with nothing left to say about it; null if it must be
   * compiled from its files, as for any Kubernetes version but the newest.
   */
  @Nullable CheckedPolicy compiled(String name);

  /**
   * The engine with custom kinds.
   *
   * @param given CustomResourceDefinitions that the user named: an error if one cannot be used
   * @param found those in the input: a warning if one cannot be used
   * @return this engine itself if there are none; with errors it is not to be used
   */
  Staged<Pipeline> with(List<Resource> given, List<Resource> found);

  /**
   * The engine for containers that this runtime runs.
   *
   * @param runtime null if it may be any: then one is enough to leave a container a capability
   */
  Pipeline on(@Nullable ContainerRuntime runtime);

  /**
   * Compiles rule files.
   *
   * @param settings values of parameters and versions of packs
   */
  Staged<CheckedPolicy> compile(List<Source> rules, Settings settings);

  /** Plans the policy once, for any number of manifests. */
  Evaluate plan(CheckedPolicy policy);

  /**
   * Plans one rule of a policy, to tell why it decides as it does.
   *
   * @param today by which waivers expire
   * @param locked says of the id of a rule that no manifest may waive it
   */
  Why why(CheckedPolicy policy, CheckedRule rule, String today, Predicate<String> locked);

  /** The smallest manifests that a bounded search finds for a rule of a policy. */
  ExampleSearch.Examples examples(CheckedPolicy policy, CheckedRule rule);

  /**
   * The tests and examples of a policy, ready to be run.
   *
   * @param today by which waivers expire
   * @param files gives the text of a file by the place that names it and its path, or null
   */
  RuleTests tests(
      CheckedPolicy policy, String today, BiFunction<Span, String, @Nullable String> files);

  /** A language service with the kinds of this engine and the standard packs, and no file yet. */
  LanguageService service();

  /** Reads every document of a file, in order, and hands each on before it reads the next. */
  void read(String name, InputStream bytes, Consumer<Manifest> sink) throws IOException;

  /** A planned policy. */
  interface Evaluate {
    /** Whether all manifests must be collected before any is evaluated. */
    boolean needsInventory();

    /** Remembers the manifest's objects, for rules that look at more than one. */
    void collect(Manifest manifest);

    Evaluation over(Manifest manifest);

    /** The same for another thread, once everything is collected. */
    Evaluate another();

    /**
     * The same as if it were the first document of the run: what was evaluated before has no say in
     * the fingerprints.
     */
    Evaluation alone(Manifest manifest);
  }

  /** One rule, planned to be explained. */
  interface Why {
    /** Whether all manifests must be collected before any is explained. */
    boolean needsInventory();

    /** Remembers the manifest's objects, for a rule that looks at more than one. */
    void collect(Manifest manifest);

    List<Explanation> over(Manifest manifest);
  }

  /** Where pipelines come from. */
  interface Opener {
    /**
     * Opens the engine.
     *
     * @param kubernetes the version to check against, or null for the newest
     */
    Pipeline open(@Nullable String kubernetes);
  }
}
