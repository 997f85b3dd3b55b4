package dev.bylaw.playground;

import dev.bylaw.engine.check.Compiler;
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
  private @Nullable Compilation last;

  /** One compilation, and all that it was made of. */
  private record Compilation(
      List<Source> rules,
      List<Source> library,
      List<Source> definitions,
      Schema schema,
      Staged<CheckedPolicy> policy) {}

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

  /** The documents of the manifests that a request names. */
  List<List<Manifest>> manifests(Request request) {
    return request.texts("manifests").stream()
        .map(name -> read.computeIfAbsent(file(name), Workbench::read))
        .toList();
  }

  private static List<Manifest> read(Source file) {
    return new ManifestReader(Limits.DEFAULT).read(file.name(), file.text());
  }

  /** The types of this version of Kubernetes and of the kinds that the manifests define. */
  Schema schema(Request request) {
    return compilation(request).schema();
  }

  /** The rules of a request: files that are held, and standard packs. */
  Staged<CheckedPolicy> policy(Request request) {
    return compilation(request).policy();
  }

  private Compilation compilation(Request request) {
    List<Source> rules = new ArrayList<>();
    for (String name : request.texts("rules")) {
      if (name.startsWith(STANDARD)) {
        rules.addAll(StandardLibrary.sources(name.substring(STANDARD.length())));
      } else {
        rules.add(file(name));
      }
    }
    List<Source> library = request.texts("library").stream().map(this::file).toList();
    List<Source> definitions =
        request.texts("manifests").stream()
            .map(this::file)
            .filter(file -> file.text().contains("CustomResourceDefinition"))
            .toList();
    Compilation known = last;
    if (known != null
        && known.rules().equals(rules)
        && known.library().equals(library)
        && known.definitions().equals(definitions)) {
      return known;
    }
    Compilation made = compile(rules, library, definitions);
    last = made;
    return made;
  }

  private Compilation compile(List<Source> rules, List<Source> library, List<Source> definitions) {
    Schema builtIn = Schema.of(KubernetesVersion.newest());
    DefinitionReader reader = new DefinitionReader(builtIn, DefinitionCode.UNUSED_DEFINITION);
    List<ResourceKind> kinds = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Source file : definitions) {
      for (Manifest manifest : read.computeIfAbsent(file, Workbench::read)) {
        for (Resource resource : manifest.resources()) {
          if (DefinitionReader.isDefinition(resource)) {
            Staged<List<ResourceKind>> one = reader.read(resource);
            kinds.addAll(one.result());
            diagnostics.addAll(one.diagnostics());
          }
        }
      }
    }
    Schema schema = kinds.isEmpty() ? builtIn : builtIn.with(kinds);
    Staged<CheckedPolicy> policy = Compiler.compile(rules, packs(rules, library), schema);
    diagnostics.addAll(policy.diagnostics());
    return new Compilation(
        rules, library, definitions, schema, new Staged<>(policy.result(), diagnostics));
  }

  /**
   * The packs that rules may name: those that the request brings, each under the name of its file,
   * else the standard ones.
   */
  private static Map<String, List<Source>> packs(List<Source> rules, List<Source> library) {
    Map<String, List<Source>> packs = new LinkedHashMap<>();
    library.forEach(file -> packs.computeIfAbsent(file.name(), _ -> new ArrayList<>()).add(file));
    if (library.isEmpty() && rules.stream().anyMatch(rule -> rule.text().contains(STANDARD))) {
      for (String pack : StandardLibrary.packs()) {
        packs.put(STANDARD + pack, StandardLibrary.sources(pack));
      }
    }
    return packs;
  }
}
