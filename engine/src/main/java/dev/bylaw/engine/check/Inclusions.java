package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Pack.Included;
import dev.bylaw.engine.check.Resolver.ResolvedRule;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the rules that packs include, and says what is wrong with an {@code include}. */
final class Inclusions {
  private final Diagnostics diagnostics;
  private final List<Pack> open = new ArrayList<>();
  private final Set<Pack> circular = new LinkedHashSet<>();

  Inclusions(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The rules that a pack includes, and those that the included packs include, each once. */
  List<ResolvedRule> of(Pack pack) {
    Map<String, ResolvedRule> rules = new LinkedHashMap<>();
    open.add(pack);
    pack.includes.forEach((include, target) ->
        of(include, target).forEach(rule -> rules.putIfAbsent(rule.id(), rule)));
    open.removeLast();
    return List.copyOf(rules.values());
  }

  private List<ResolvedRule> of(PolicyFile.Include include, Included target) {
    if (open.contains(target.pack())) {
      circular(include, target.pack());
      return List.of();
    }
    List<ResolvedRule> rules =
        target.rule() == null ? all(target.pack()) : one(include, target.pack(), target.rule());
    if (rules.isEmpty()) {
      if (target.rule() == null) {
        nothing(include, "the pack `" + include.name().text() + "` has no rules");
      }
      return rules;
    }
    List<ResolvedRule> kept = new ArrayList<>(rules);
    include.except().forEach(name -> leaveOut(name, target.pack(), rules, kept));
    if (kept.isEmpty()) {
      nothing(include, "`except` leaves out every rule");
    }
    return kept;
  }

  private List<ResolvedRule> all(Pack pack) {
    List<ResolvedRule> rules = new ArrayList<>(own(pack));
    rules.addAll(of(pack));
    return rules;
  }

  private List<ResolvedRule> one(PolicyFile.Include include, Pack pack, Name name) {
    List<ResolvedRule> rules =
        own(pack).stream().filter(rule -> rule.id().equals(pack.name + "/" + name.text())).toList();
    if (rules.isEmpty()) {
      String whole = Resolver.beforeLast(include.name());
      List<String> names = own(pack).stream().map(rule -> ownName(rule, pack)).toList();
      unknown(
          "the pack `" + whole + "` has no rule `" + name.text() + "`",
          name.text(),
          name.span(),
          names);
    }
    return rules;
  }

  private static List<ResolvedRule> own(Pack pack) {
    List<ResolvedRule> rules = new ArrayList<>();
    for (PolicyFile file : pack.files) {
      for (Rule rule : Resolver.rulesOf(file)) {
        rules.add(new ResolvedRule(Resolver.idOf(rule, pack), rule, pack));
      }
    }
    return rules;
  }

  private static String ownName(ResolvedRule rule, Pack pack) {
    boolean own = rule.id().startsWith(pack.name + "/");
    return own ? rule.id().substring(pack.name.length() + 1) : rule.id();
  }

  private void leaveOut(
      PackName name, Pack pack, List<ResolvedRule> rules, List<ResolvedRule> kept) {
    String id = Resolver.unprefixed(name.text());
    List<ResolvedRule> meant =
        rules.stream()
            .filter(rule -> rule.id().equals(id) || rule.id().equals(pack.name + "/" + id))
            .toList();
    if (meant.isEmpty()) {
      List<String> names = rules.stream().map(rule -> ownName(rule, pack)).toList();
      unknown(
          "no rule `" + name.text() + "` is included here, so there is none to leave out",
          id,
          name.span(),
          names);
    }
    kept.removeAll(meant);
  }

  private void unknown(String message, String name, Span span, List<String> known) {
    String near = Suggestion.of(name, known);
    Diagnostic diagnostic =
        Diagnostic.of(
            CheckCode.UNKNOWN_RULE,
            span,
            message,
            near == null
                ? "its rules are " + String.join(", ", known)
                : "did you mean `" + near + "`?");
    diagnostics.add(near == null ? diagnostic : Paths.replace(diagnostic, span, near));
  }

  private void nothing(PolicyFile.Include include, String message) {
    diagnostics.error(
        CheckCode.NOTHING_INCLUDED,
        include.span(),
        message,
        "take the line away; words are brought in with `use`");
  }

  /** Every pack of a circle finds it; it is told once. */
  private void circular(PolicyFile.Include include, Pack pack) {
    if (circular.contains(pack)) {
      return;
    }
    circular.addAll(open);
    boolean direct = open.getLast() == pack;
    diagnostics.error(
        CheckCode.CYCLE,
        include.span(),
        "the pack `"
            + pack.name
            + "` includes itself"
            + (direct ? "" : " by way of `" + open.getLast().name + "`"),
        "break the circle: one of the packs has to do without the other");
  }
}
