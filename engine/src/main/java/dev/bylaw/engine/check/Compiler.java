package dev.bylaw.engine.check;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.check.Resolver.Resolved;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rule files to checked policy: the first half of the one straight line. */
public final class Compiler {
  private Compiler() {}

  /**
   * Parses, resolves and checks.
   *
   * @param files the rules of a run
   * @param library packs that files may {@code use} or {@code include}, by the name after that
   *     word, for example {@code std/images}; parsed only if one is
   * @return the policy, which must not be evaluated if a diagnostic is an error
   */
  public static Staged<CheckedPolicy> compile(
      List<Source> files, Map<String, List<Source>> library, Schema schema) {
    return compile(files, library, schema, Settings.NONE);
  }

  /**
   * Parses, resolves and checks, with what is set from outside.
   *
   * @param settings values of parameters and versions of packs
   */
  public static Staged<CheckedPolicy> compile(
      List<Source> files, Map<String, List<Source>> library, Schema schema, Settings settings) {
    return compile(files, library, schema, settings, Parser::parse, Steps.unlimited());
  }

  /** The same without a memory of earlier compilations. */
  public static Staged<CheckedPolicy> compile(
      List<Source> files,
      Map<String, List<Source>> library,
      Schema schema,
      Settings settings,
      Function<Source, Staged<PolicyFile>> parser,
      Steps steps) {
    return compile(files, library, schema, settings, parser, new Memory(), steps);
  }

  /**
   * Parses, resolves and checks again and again, as somebody types.
   *
   * @param parser reads a file; it may remember what it has read before
   * @param memory of the compilations before, which this one adds to
   * @param steps what the check of the rules may take: a word of a pack stands for all that is
   *     written for it, so a short text can ask for much
   * @throws Steps.UsedUp if that is not enough
   */
  public static Staged<CheckedPolicy> compile(
      List<Source> files,
      Map<String, List<Source>> library,
      Schema schema,
      Settings settings,
      Function<Source, Staged<PolicyFile>> parser,
      Memory memory,
      Steps steps) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<PolicyFile> parsed = parse(files, diagnostics, parser);
    boolean readable = diagnostics.stream().noneMatch(Diagnostic::isError);
    Staged<Resolved> resolved =
        Resolver.resolve(
            parsed, used(parsed, library, diagnostics, parser), library.keySet(), settings);
    diagnostics.addAll(resolved.diagnostics());
    Staged<CheckedPolicy> checked =
        Checker.check(resolved.result(), readable, schema, memory, steps);
    diagnostics.addAll(checked.diagnostics());
    return new Staged<>(checked.result(), diagnostics);
  }

  private static List<PolicyFile> parse(
      List<Source> files,
      List<Diagnostic> diagnostics,
      Function<Source, Staged<PolicyFile>> parser) {
    List<PolicyFile> parsed = new ArrayList<>();
    for (Source file : files) {
      Staged<PolicyFile> one = parser.apply(file);
      diagnostics.addAll(one.diagnostics());
      parsed.add(one.result());
    }
    return parsed;
  }

  /** The packs that the files use or include, and those that these do in turn. */
  static Map<String, List<PolicyFile>> used(
      List<PolicyFile> files,
      Map<String, List<Source>> library,
      List<Diagnostic> diagnostics,
      Function<Source, Staged<PolicyFile>> parser) {
    Map<String, List<PolicyFile>> packs = new LinkedHashMap<>();
    List<PolicyFile> queue = new ArrayList<>(files);
    for (int i = 0; i < queue.size(); i++) {
      for (String name : named(queue.get(i))) {
        List<Source> sources = library.get(name);
        if (sources != null && !packs.containsKey(name)) {
          List<PolicyFile> parsed = parse(sources, diagnostics, parser);
          packs.put(name, parsed);
          queue.addAll(parsed);
        }
      }
    }
    return packs;
  }

  /** An {@code include} may name a pack, or a rule behind the name of its pack. */
  private static List<String> named(PolicyFile file) {
    List<String> names = new ArrayList<>();
    file.uses().forEach(use -> names.add(use.name().text()));
    for (PolicyFile.Include include : file.includes()) {
      names.add(include.name().text());
      names.add(Resolver.beforeLast(include.name()));
    }
    return names;
  }
}
