package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Subject.ContainerList;
import org.jspecify.annotations.Nullable;

/**
 * Is told what an evaluator decides, as it decides it. What a verdict left out, such as the second
 * part of a disjunction whose first one holds, is not told.
 */
public interface Recorder {
  /** A condition, or a part of one, was decided for a subject. */
  void decided(Condition condition, boolean holds);

  /**
   * A rule is about to judge a subject that its {@code when} let through.
   *
   * @param list the list in which the container stands; null where the subject is no container
   */
  void judged(CheckedRule rule, Resource resource, @Nullable ContainerList list);
}
