package dev.bylaw.engine.service;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.check.Inspection;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that an editor has open or knows of, and what is made of them. Each file is parsed once
 * for each of its texts, and all rule files are compiled together, once for each state.
 */
final class Workspace {
  private final Schema schema;
  private final Map<String, List<Source>> library;
  private final Map<String, Source> files = new LinkedHashMap<>();
  private final Map<Source, Staged<PolicyFile>> parsed = new LinkedHashMap<>();
  private List<Source> active = List.of();
  private @Nullable Staged<CheckedPolicy> compiled;
  private @Nullable Staged<CheckedPolicy> policy;
  private @Nullable Inspection inspection;

  Workspace(Schema schema, Map<String, List<Source>> library) {
    this.schema = schema;
    this.library = library;
  }

  Schema schema() {
    return schema;
  }

  Map<String, List<Source>> library() {
    return library;
  }

  void put(Source source) {
    Source before = files.put(source.name(), source);
    parsed.remove(before);
    changed(source.name());
  }

  void remove(String name) {
    parsed.remove(files.remove(name));
    changed(name);
  }

  private void changed(String name) {
    if (isRules(name)) {
      compiled = null;
      policy = null;
      inspection = null;
    }
  }

  /** The packs of the library whose rules judge manifests beside those of the files. */
  void activate(List<String> packs) {
    List<Source> sources = new ArrayList<>();
    packs.forEach(pack -> sources.addAll(library.getOrDefault(pack, List.of())));
    active = sources;
    policy = null;
  }

  static boolean isRules(String name) {
    return name.endsWith(".bylaw");
  }

  /** A file of the workspace, or else one of the library. */
  @Nullable Source file(String name) {
    Source own = files.get(name);
    if (own != null) {
      return own;
    }
    for (List<Source> pack : library.values()) {
      for (Source source : pack) {
        if (source.name().equals(name)) {
          return source;
        }
      }
    }
    return null;
  }

  boolean isOwn(String name) {
    return files.containsKey(name);
  }

  List<Source> ruleFiles() {
    return files.values().stream().filter(file -> isRules(file.name())).toList();
  }

  List<Source> manifests() {
    return files.values().stream().filter(file -> !isRules(file.name())).toList();
  }

  Staged<PolicyFile> parse(Source source) {
    Staged<PolicyFile> known = parsed.get(source);
    if (known == null) {
      known = Parser.parse(source);
      parsed.put(source, known);
    }
    return known;
  }

  /** All rule files together. */
  Staged<CheckedPolicy> compiled() {
    Staged<CheckedPolicy> known = compiled;
    if (known == null) {
      known = compile(ruleFiles());
      compiled = known;
    }
    return known;
  }

  /** What judges manifests: the rules of the files, if they compile, and the active packs. */
  Staged<CheckedPolicy> policy() {
    Staged<CheckedPolicy> known = policy;
    if (known == null) {
      List<Source> all = new ArrayList<>();
      if (!compiled().hasErrors()) {
        all.addAll(ruleFiles());
      }
      all.addAll(active);
      known = compile(all);
      policy = known;
    }
    return known;
  }

  Staged<CheckedPolicy> compile(List<Source> sources) {
    return Compiler.compile(sources, library, schema, Settings.NONE, this::parse);
  }

  Inspection inspection() {
    Inspection known = inspection;
    if (known == null) {
      known = Inspection.of(ruleFiles(), library, schema, this::parse);
      inspection = known;
    }
    return known;
  }

  /** The same files, with another text for one of them. */
  Inspection inspectionWith(Source other, Staged<PolicyFile> tree) {
    List<Source> sources = new ArrayList<>(ruleFiles());
    sources.replaceAll(source -> source.name().equals(other.name()) ? other : source);
    return Inspection.of(
        sources, library, schema, source -> source == other ? tree : parse(source));
  }
}
