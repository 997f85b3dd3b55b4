package dev.bylaw.engine.service;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.check.Inspection;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
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
  private final Map<Source, List<Manifest>> read = new LinkedHashMap<>();
  private Judgement judgement = Judgement.NONE;
  private Steps steps = Steps.unlimited();
  private @Nullable Staged<CheckedPolicy> compiled;
  private @Nullable Judge judge;
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
    forget(before);
    changed(source.name());
  }

  void remove(String name) {
    forget(files.remove(name));
    changed(name);
  }

  private void forget(@Nullable Source text) {
    parsed.remove(text);
    read.remove(text);
  }

  private void changed(String name) {
    if (isRules(name)) {
      compiled = null;
      judge = null;
      inspection = null;
    }
  }

  /** Says by what manifests are judged. */
  void judge(Judgement by) {
    judgement = by;
    compiled = null;
    judge = null;
    inspection = null;
  }

  /** Says what the answers from now on may take together. */
  void limit(Steps most) {
    steps = most;
    judge = null;
  }

  Steps steps() {
    return steps;
  }

  Judgement judgement() {
    return judgement;
  }

  /** The files of packs of the library. */
  List<Source> sources(List<String> packs) {
    List<Source> sources = new ArrayList<>();
    packs.forEach(pack -> sources.addAll(library.getOrDefault(pack, List.of())));
    return sources;
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

  /** The documents of a manifest file. */
  List<Manifest> read(Source source) {
    List<Manifest> known = read.get(source);
    if (known == null) {
      known = new ManifestReader(Limits.DEFAULT).read(source.name(), source.text());
      if (isOwn(source.name())) {
        read.put(source, known);
      }
    }
    return known;
  }

  /** All rule files together, and the packs beside them, whose rules they may waive and test. */
  Staged<CheckedPolicy> compiled() {
    Staged<CheckedPolicy> known = compiled;
    if (known == null) {
      known = compile(withPacks(ruleFiles()));
      compiled = known;
    }
    return known;
  }

  /** The same with other texts for all rule files. */
  Staged<CheckedPolicy> compiledWith(List<Source> texts) {
    return compile(withPacks(texts));
  }

  /** What judges manifests. */
  Judge judge() {
    Judge known = judge;
    if (known == null) {
      known = Judge.of(this, judgement);
      judge = known;
    }
    return known;
  }

  Staged<CheckedPolicy> compile(List<Source> sources) {
    return compile(sources, judgement.lenient());
  }

  Staged<CheckedPolicy> compile(List<Source> sources, Settings settings) {
    return Compiler.compile(sources, library, schema, settings, this::parse, steps);
  }

  private List<Source> withPacks(List<Source> own) {
    List<Source> all = new ArrayList<>(own);
    all.addAll(judgement.packs());
    return all;
  }

  Inspection inspection() {
    Inspection known = inspection;
    if (known == null) {
      known = Inspection.of(withPacks(ruleFiles()), library, schema, this::parse);
      inspection = known;
    }
    return known;
  }

  /** The same files, with another text for one of them. */
  Inspection inspectionWith(Source other, Staged<PolicyFile> tree) {
    List<Source> sources = new ArrayList<>(ruleFiles());
    sources.replaceAll(source -> source.name().equals(other.name()) ? other : source);
    return Inspection.of(
        withPacks(sources), library, schema, source -> source == other ? tree : parse(source));
  }
}
