package dev.bylaw.engine.check;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.check.Resolver.Resolved;
import dev.bylaw.engine.check.Resolver.ResolvedRule;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one check leaves for the next, as somebody types. A rule is not checked again if it is the
 * very same declaration, with the very same schema and words around it, and if nothing at all was
 * wrong with the rules when it was checked: what is wrong with a word is said once, and where one
 * rule has said it, another seems to be good.
 */
public final class Memory {
  private List<Object> surroundings = List.of();
  private AccessTable accesses = new AccessTable();
  private IdentityHashMap<Rule, Known> rules = new IdentityHashMap<>();
  private IdentityHashMap<CheckedRule, Optional<Outcomes>> outcomes = new IdentityHashMap<>();
  private Map<Object, Integer> numbers = new LinkedHashMap<>();

  /** More than so many paths and keys are not kept: most are of rules that are gone; 0 if unset. */
  private int most;

  /**
   * A rule that is good.
   *
   * @param steps what it took to check it
   * @param asked the words that it asked for, by pack: a pack is told of its use
   */
  private record Known(CheckedRule rule, int steps, Map<String, List<String>> asked) {}

  /** The paths that rules read, those of earlier checks among them. */
  AccessTable accesses() {
    return accesses;
  }

  /** Begins a check: what is known of other surroundings is forgotten. */
  void begin(Resolved resolved, Schema schema) {
    List<Object> now = surroundings(resolved, schema);
    boolean given = resolved.packs().stream().anyMatch(pack -> !pack.given.isEmpty());
    int held = accesses.all().size() + numbers.size();
    if (most == 0) {
      most = 2 * held + 256;
    }
    if (given || held > most || !now.equals(surroundings)) {
      accesses = new AccessTable();
      rules = new IdentityHashMap<>();
      outcomes = new IdentityHashMap<>();
      numbers = new LinkedHashMap<>();
      most = 0;
    }
    surroundings = now;
  }

  /** All that a rule can see of other declarations. */
  private static List<Object> surroundings(Resolved resolved, Schema schema) {
    List<Object> all = new ArrayList<>();
    all.add(schema);
    for (Pack pack : resolved.packs()) {
      all.add(pack.name);
      for (Declaration word : pack.words.values()) {
        all.add(word);
      }
      for (Map.Entry<PolicyFile.Use, Pack> use : pack.uses.entrySet()) {
        all.add(use.getKey());
        all.add(use.getValue().name);
      }
    }
    return all;
  }

  /** The rules that are good, checked if they are not known. */
  List<CheckedRule> rules(
      Resolved resolved, Context context, Function<ResolvedRule, @Nullable CheckedRule> check) {
    IdentityHashMap<Rule, Known> now = new IdentityHashMap<>();
    List<CheckedRule> good = new ArrayList<>();
    for (ResolvedRule rule : resolved.rules()) {
      Known known = rules.get(rule.rule());
      if (known == null || !known.rule().id().equals(rule.id())) {
        known = checked(rule, resolved.packs(), context.steps(), check);
      } else {
        context.steps().take(known.steps());
        tell(known, resolved.packs());
      }
      if (known != null) {
        now.put(rule.rule(), known);
        good.add(known.rule());
      }
    }
    if (context.diagnostics().count() == 0) {
      rules = now;
      forgetOutcomesOfOthers(good);
    }
    return good;
  }

  private void forgetOutcomesOfOthers(List<CheckedRule> good) {
    IdentityHashMap<CheckedRule, Optional<Outcomes>> kept = new IdentityHashMap<>();
    for (CheckedRule rule : good) {
      Optional<Outcomes> known = outcomes.get(rule);
      if (known != null) {
        kept.put(rule, known);
      }
    }
    outcomes = kept;
  }

  /** What a rule can come to; null where there are too many ways to tell. */
  @Nullable Outcomes outcomes(CheckedRule rule) {
    Optional<Outcomes> known = outcomes.get(rule);
    if (known == null) {
      known = Optional.ofNullable(Outcomes.of(rule, numbers));
      outcomes.put(rule, known);
    }
    return known.orElse(null);
  }

  private static @Nullable Known checked(
      ResolvedRule rule,
      List<Pack> packs,
      Steps steps,
      Function<ResolvedRule, @Nullable CheckedRule> check) {
    packs.forEach(pack -> pack.asked.clear());
    int before = steps.left();
    CheckedRule checked = check.apply(rule);
    if (checked == null) {
      return null;
    }
    Map<String, List<String>> asked = new LinkedHashMap<>();
    for (Pack pack : packs) {
      if (!pack.asked.isEmpty()) {
        asked.put(pack.name, List.copyOf(pack.asked));
      }
    }
    return new Known(checked, before - steps.left(), asked);
  }

  private static void tell(Known known, List<Pack> packs) {
    if (!known.asked().isEmpty()) {
      for (Pack pack : packs) {
        known.asked().getOrDefault(pack.name, List.of()).forEach(pack::word);
      }
    }
  }
}
