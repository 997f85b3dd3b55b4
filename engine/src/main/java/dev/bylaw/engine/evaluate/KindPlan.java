package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.policy.Subject.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that objects of one kind are to be held to.
 *
 * @param podSpecs the ways to its Pod specs; null for a kind that the schema does not know
 * @param container for each list of containers its rules
 */
record KindPlan(
    @Nullable List<List<String>> podSpecs,
    List<CheckedRule> resource,
    List<CheckedRule> pod,
    Map<ContainerList, List<CheckedRule>> container) {

  static KindPlan of(Plan plan, String apiVersion, String name) {
    List<List<String>> podSpecs = plan.kinds().podSpecs(apiVersion, name);
    boolean named = plan.kinds().isNamed(apiVersion, name);
    List<CheckedRule> rules = plan.rulesFor(Level.CONTAINER, name, named);
    Map<ContainerList, List<CheckedRule>> lists = new EnumMap<>(ContainerList.class);
    for (ContainerList list : ContainerList.values()) {
      lists.put(list, Plan.forList(rules, list));
    }
    return new KindPlan(
        podSpecs,
        plan.rulesFor(Level.RESOURCE, name, named),
        plan.rulesFor(Level.POD, name, named),
        lists);
  }

  /** Leads one rule to every subject of its level in an object, and past those above. */
  static KindPlan everywhere(CheckedRule rule, @Nullable List<List<String>> podSpecs) {
    Level level = rule.subject().level();
    List<CheckedRule> one = List.of(rule);
    Map<ContainerList, List<CheckedRule>> lists = new EnumMap<>(ContainerList.class);
    for (ContainerList list : ContainerList.values()) {
      lists.put(list, level == Level.CONTAINER ? one : List.of());
    }
    return new KindPlan(
        podSpecs,
        level == Level.RESOURCE ? one : List.of(),
        level == Level.RESOURCE ? List.of() : one,
        lists);
  }

  boolean looksAtPods() {
    return !pod.isEmpty() || container.values().stream().anyMatch(rules -> !rules.isEmpty());
  }
}
