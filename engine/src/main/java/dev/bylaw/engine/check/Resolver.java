package dev.bylaw.engine.check;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.check.Pack.Included;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts files into packs, gives every rule its id, and finds names that are defined twice and packs
 * that are not there.
 */
final class Resolver {
  private final Map<String, Pack> packs = new LinkedHashMap<>();
  private final Map<String, Defined> ids = new LinkedHashMap<>();
  private final Map<Pack, Map<String, Defined>> words = new LinkedHashMap<>();
  private final Diagnostics diagnostics = new Diagnostics(Steps.unlimited());

  /** A name and the file it is in: a span alone may know no more than a part of that. */
  private record Defined(Span span, Source file) {}

  /** A rule with its id and the pack whose words it may use. */
  record ResolvedRule(String id, Rule rule, Pack pack) {}

  /**
   * All packs, those that are only used included, and the rules that are to be checked, in the
   * order of the files.
   */
  record Resolved(List<Pack> packs, List<ResolvedRule> rules, List<Pack> selected) {}

  private Resolver() {}

  /**
   * @param files the rules of a run
   * @param library packs that files {@code use}, parsed, by the name after {@code use}
   * @param known the names of all packs that they might use
   * @param settings what is set from outside
   */
  static Staged<Resolved> resolve(
      List<PolicyFile> files,
      Map<String, List<PolicyFile>> library,
      Set<String> known,
      Settings settings) {
    Resolver resolver = new Resolver();
    List<ResolvedRule> rules = new ArrayList<>();
    Set<Pack> selected = new LinkedHashSet<>();
    for (PolicyFile file : files) {
      Pack pack = resolver.enter(file);
      selected.add(pack);
      for (Rule rule : rulesOf(file)) {
        String id = idOf(rule, pack);
        Span place = rule.name() == null ? rule.span() : rule.name().span();
        Defined defined = new Defined(place, file.source());
        if (resolver.define(resolver.ids, id, ruleName(rule), defined)) {
          rules.add(new ResolvedRule(id, rule, pack));
        }
      }
    }
    resolver.link(library, known);
    Inclusions inclusions = new Inclusions(resolver.diagnostics);
    selected.forEach(pack -> inclusions.of(pack).forEach(rule -> addOnce(rule, rules)));
    GivenParameters.set(settings, resolver.packs, selected, resolver.diagnostics);
    return new Staged<>(
        new Resolved(List.copyOf(resolver.packs.values()), rules, List.copyOf(selected)),
        resolver.diagnostics.all());
  }

  /** A rule that is included twice, or included and given, is one rule. */
  private static void addOnce(ResolvedRule rule, List<ResolvedRule> rules) {
    if (rules.stream().noneMatch(known -> known.id().equals(rule.id()))) {
      rules.add(rule);
    }
  }

  static List<Rule> rulesOf(PolicyFile file) {
    return file.declarations().stream()
        .filter(Rule.class::isInstance)
        .map(Rule.class::cast)
        .toList();
  }

  static String idOf(Rule rule, Pack pack) {
    return pack.name + "/" + ruleName(rule);
  }

  static String ruleName(Rule rule) {
    return rule.name() != null ? rule.name().text() : Slug.of(rule.span().text());
  }

  private Pack enter(PolicyFile file) {
    String name =
        file.pack() == null ? Slug.ofFile(file.source().name()) : file.pack().name().text();
    Pack pack = packs.computeIfAbsent(name, Pack::new);
    pack.files.add(file);
    for (Declaration declaration : file.declarations()) {
      switch (declaration) {
        case Declaration.Let let -> word(pack, file, let, let.name());
        case Declaration.Parameter parameter -> word(pack, file, parameter, parameter.name());
        case Declaration.Definition definition -> word(pack, file, definition, definition.name());
        case Rule _, RuleTest _, Waiver _ -> {}
      }
    }
    return pack;
  }

  static Name nameOf(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Let let -> let.name();
      case Declaration.Parameter parameter -> parameter.name();
      case Declaration.Definition definition -> definition.name();
      case Rule _, RuleTest _, Waiver _ -> throw new IllegalArgumentException("defines no word");
    };
  }

  private void word(Pack pack, PolicyFile file, Declaration declaration, Name name) {
    Map<String, Defined> defined = words.computeIfAbsent(pack, _ -> new LinkedHashMap<>());
    if (define(defined, name.text(), name.text(), new Defined(name.span(), file.source()))) {
      pack.words.put(name.text(), declaration);
    }
  }

  private boolean define(Map<String, Defined> defined, String key, String name, Defined second) {
    Defined first = defined.putIfAbsent(key, second);
    if (first == null) {
      return true;
    }
    String line = "at line " + first.span().from().line();
    String where = first.file() == second.file() ? line : "in " + first.file().name() + " " + line;
    diagnostics.add(
        Diagnostic.of(
                CheckCode.ALREADY_DEFINED,
                second.span(),
                "`" + name + "` is already defined " + where,
                "give one of the two another name")
            .related(first.span(), "first defined here"));
    return false;
  }

  private void link(Map<String, List<PolicyFile>> library, Set<String> known) {
    List<Pack> queue = new ArrayList<>(packs.values());
    for (int i = 0; i < queue.size(); i++) {
      Pack pack = queue.get(i);
      for (PolicyFile file : List.copyOf(pack.files)) {
        for (PolicyFile.Use use : file.uses()) {
          Pack target = pack(use.name().text(), library, queue);
          if (target == null) {
            unknown(use.name(), known);
          } else {
            pack.uses.put(use, target);
          }
        }
        for (PolicyFile.Include include : file.includes()) {
          Included included = included(include.name(), library, queue);
          if (included == null) {
            unknown(include.name(), known);
          } else {
            pack.includes.put(include, included);
          }
        }
      }
    }
  }

  /**
   * The pack of this name, taken from the library if it is not there yet; null if there is none.
   */
  private @Nullable Pack pack(
      String name, Map<String, List<PolicyFile>> library, List<Pack> queue) {
    Pack known = packs.get(unprefixed(name));
    if (known != null || !library.containsKey(name)) {
      return known;
    }
    library.getOrDefault(name, List.of()).forEach(this::enter);
    Pack entered = packs.get(unprefixed(name));
    if (entered != null) {
      queue.add(entered);
    }
    return entered;
  }

  /** A pack, or else a rule of the pack that stands before the last slash. */
  private @Nullable Included included(
      PackName name, Map<String, List<PolicyFile>> library, List<Pack> queue) {
    Pack whole = pack(name.text(), library, queue);
    if (whole != null || name.words().size() == 1) {
      return whole == null ? null : new Included(whole, null);
    }
    Pack pack = pack(beforeLast(name), library, queue);
    return pack == null ? null : new Included(pack, name.words().getLast());
  }

  /** {@code std/host} of {@code std/host/path}. */
  static String beforeLast(PackName name) {
    String text = name.text();
    return text.substring(0, Math.max(0, text.lastIndexOf('/')));
  }

  /** {@code std/} says where a standard pack is found; its name has no prefix. */
  static String unprefixed(String name) {
    return name.startsWith("std/") ? name.substring("std/".length()) : name;
  }

  private void unknown(PackName name, Set<String> library) {
    List<String> known = new ArrayList<>(library);
    packs.keySet().stream().filter(pack -> !known.contains("std/" + pack)).forEach(known::add);
    String near = Suggestion.of(name.text(), known);
    String nearPack = near == null ? Suggestion.of(beforeLast(name), known) : null;
    if (nearPack != null) {
      near = nearPack + "/" + name.words().getLast().text();
    }
    Span span = name.span();
    Diagnostic diagnostic =
        Diagnostic.of(
            CheckCode.UNKNOWN_PACK,
            span,
            "unknown pack `" + name.text() + "`",
            near == null
                ? "give its file with `--rules`, or name a standard pack: `bylaw rules --all` lists"
                    + " them"
                : "did you mean `" + near + "`?");
    diagnostics.add(near == null ? diagnostic : Paths.replace(diagnostic, span, near));
  }
}
