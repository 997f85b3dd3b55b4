package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.check.Memory;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.schema.custom.DefinitionCode;
import dev.bylaw.engine.schema.custom.DefinitionReader;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.PartwiseParser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.stdlib.StandardLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules and manifests of a request, compiled and read. What was not edited since the last
 * request is taken as it was.
 */
final class Workbench {
  private static final String STANDARD = "std/";

  private final Map<String, Source> files = new LinkedHashMap<>();
  private final Map<Source, List<Manifest>> read = new LinkedHashMap<>();
  private final PartwiseParser parser = new PartwiseParser();
  private final Memory memory = new Memory();
  private @Nullable Types types;
  private @Nullable Compilation last;
  private @Nullable Map<String, List<Source>> standard;

  /** The types that definitions among the manifests add to, and what is wrong with those. */
  private record Types(List<Source> definitions, Staged<Schema> schema) {}

  /**
   * One compilation, and all that it was made of.
   *
   * @param steps what it took
   */
  private record Compilation(
      List<Source> rules,
      List<Source> library,
      Staged<Schema> schema,
      Staged<CheckedPolicy> policy,
      int steps) {}

  /** Holds a text under a name; the same text again changes nothing. */
  void hold(String name, String text) {
    Source held = files.get(name);
    if (held == null || !held.text().equals(text)) {
      Source replaced = files.put(name, new Source(name, text));
      read.remove(replaced == null ? held : replaced);
    }
  }

  /** A text that is held. */
  Source file(String name) {
    Source source = files.get(name);
    if (source == null) {
      throw new IllegalArgumentException("no file `" + name + "` is held");
    }
    return source;
  }

  /** A text that is held, or null. */
  @Nullable String textOf(String name) {
    Source source = files.get(name);
    return source == null ? null : source.text();
  }

  /** The documents of the manifests that a request names, in the order of the command line. */
  List<List<Manifest>> manifests(Request request) {
    return request.texts("manifests").stream().sorted().map(name -> documents(file(name))).toList();
  }

  /** The documents of a manifest. */
  List<Manifest> documents(Source file) {
    return read.computeIfAbsent(file, Workbench::read);
  }

  static List<Manifest> read(Source file) {
    return new ManifestReader(Limits.DEFAULT).read(file.name(), file.text());
  }

  /** The types of this version of Kubernetes and of the kinds that the manifests define. */
  Schema schema(Request request) {
    return types(request).result();
  }

  private Staged<Schema> types(Request request) {
    List<Source> definitions =
        request.texts("manifests").stream()
            .map(this::file)
            .filter(file -> file.text().contains("CustomResourceDefinition"))
            .toList();
    Types known = types;
    if (known == null || !known.definitions().equals(definitions)) {
      known = new Types(definitions, typesOf(definitions));
      types = known;
    }
    return known.schema();
  }

  private Staged<Schema> typesOf(List<Source> definitions) {
    Schema builtIn = Schema.of(KubernetesVersion.newest());
    DefinitionReader reader = new DefinitionReader(builtIn, DefinitionCode.UNUSED_DEFINITION);
    List<ResourceKind> kinds = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Source file : definitions) {
      for (Manifest manifest : documents(file)) {
        for (Resource resource : manifest.resources()) {
          if (DefinitionReader.isDefinition(resource)) {
            Staged<List<ResourceKind>> one = reader.read(resource);
            kinds.addAll(one.result());
            diagnostics.addAll(one.diagnostics());
          }
        }
      }
    }
    return new Staged<>(kinds.isEmpty() ? builtIn : builtIn.with(kinds), diagnostics);
  }

  /**
   * Takes the steps to read what a request names, whether or not it was read before: what an answer
   * takes must not depend on what was asked earlier.
   */
  void takeToRead(Request request, Steps steps) {
    for (String list : List.of("rules", "library", "manifests")) {
      for (String name : request.texts(list)) {
        if (files.containsKey(name)) {
          steps.takeToRead(file(name).text());
        }
      }
    }
  }

  /**
   * The rules of a request: files that are held, and standard packs. Takes the steps to compile
   * them also where they were compiled before.
   */
  Staged<CheckedPolicy> policy(Request request, Steps steps) {
    Staged<Schema> schema = types(request);
    List<Source> rules = new ArrayList<>();
    for (String name : request.texts("rules")) {
      if (name.startsWith(STANDARD)) {
        rules.addAll(StandardLibrary.sources(name.substring(STANDARD.length())));
      } else {
        rules.add(file(name));
      }
    }
    List<Source> library = request.texts("library").stream().map(this::file).toList();
    Compilation known = last;
    if (known != null
        && known.rules().equals(rules)
        && known.library().equals(library)
        && known.schema().equals(schema)) {
      steps.take(known.steps());
      return known.policy();
    }
    boolean named = rules.stream().anyMatch(rule -> rule.text().contains(STANDARD));
    Map<String, List<Source>> packs = library.isEmpty() && !named ? Map.of() : library(request);
    int before = steps.left();
    Staged<CheckedPolicy> policy =
        Compiler.compile(
            rules, packs, schema.result(), Settings.NONE, parser::parse, memory, steps);
    List<Diagnostic> diagnostics = new ArrayList<>(schema.diagnostics());
    diagnostics.addAll(policy.diagnostics());
    Staged<CheckedPolicy> compiled = new Staged<>(policy.result(), diagnostics);
    last = new Compilation(rules, library, schema, compiled, before - steps.left());
    return compiled;
  }

  /**
   * The packs that rules may name: those that the request brings, each under the name of its file,
   * else the standard ones.
   */
  Map<String, List<Source>> library(Request request) {
    Map<String, List<Source>> packs = new LinkedHashMap<>();
    for (String name : request.texts("library")) {
      packs.computeIfAbsent(name, _ -> new ArrayList<>()).add(file(name));
    }
    return packs.isEmpty() ? standard() : packs;
  }

  /** Whether there is a standard pack of this name, without {@code std/}. */
  boolean isStandard(String pack) {
    return standard().containsKey(STANDARD + pack);
  }

  private Map<String, List<Source>> standard() {
    Map<String, List<Source>> known = standard;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (String pack : StandardLibrary.packs()) {
        known.put(STANDARD + pack, StandardLibrary.sources(pack));
      }
      standard = known;
    }
    return known;
  }
}
