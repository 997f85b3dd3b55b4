package dev.bylaw.engine.coverage;

import dev.bylaw.engine.coverage.Parts.Part;
import dev.bylaw.engine.coverage.RuleCoverage.Item;
import dev.bylaw.engine.evaluate.Recorder;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.policy.Subject.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what tests make the evaluator decide. It is told by the evaluator, and decides nothing.
 *
 * <p>Two rules may say the same in equal words, so conditions are told apart by what they are and
 * not by what they say.
 */
public final class Coverage implements Recorder {
  private final Set<Condition> heldOnce = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Condition> failedOnce = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Set<ContainerList>> lists = new LinkedHashMap<>();
  private final Map<String, Set<String>> kinds = new LinkedHashMap<>();

  @Override
  public void decided(Condition condition, boolean holds) {
    (holds ? heldOnce : failedOnce).add(condition);
  }

  @Override
  public void judged(CheckedRule rule, Resource resource, @Nullable ContainerList list) {
    if (list != null) {
      lists.computeIfAbsent(rule.id(), _ -> new LinkedHashSet<>()).add(list);
    }
    kinds.computeIfAbsent(rule.id(), _ -> new LinkedHashSet<>()).add(resource.kind());
  }

  /** What was seen of a rule so far. */
  public RuleCoverage of(CheckedRule rule) {
    List<Item> items = new ArrayList<>();
    for (Part part : Parts.of(rule)) {
      boolean seen = (part.holds() ? heldOnce : failedOnce).contains(part.condition());
      items.add(new RuleCoverage.Part(part.span(), part.isWhole(), part.written(), seen));
    }
    for (ContainerList list : rule.subject().containers()) {
      boolean seen = lists.getOrDefault(rule.id(), Set.of()).contains(list);
      items.add(new RuleCoverage.Containers(list, rule.clause(), seen));
    }
    Set<String> seenKinds = kinds.getOrDefault(rule.id(), Set.of());
    for (String name : objects(rule.subject())) {
      boolean seen = seenKinds.stream().anyMatch(kind -> isOf(kind, name, rule.subject()));
      items.add(new RuleCoverage.Objects(name, rule.clause(), seen));
    }
    return new RuleCoverage(rule, items);
  }

  /** The kinds that a rule names; if it names none, the shapes of Pods. */
  private static List<String> objects(Subject subject) {
    if (!subject.kinds().isEmpty()) {
      return subject.kinds();
    }
    return subject.level() == Level.RESOURCE ? List.of() : Shape.words();
  }

  private static boolean isOf(String kind, String name, Subject subject) {
    return subject.kinds().isEmpty() ? Shape.of(kind).word().equals(name) : kind.equals(name);
  }
}
