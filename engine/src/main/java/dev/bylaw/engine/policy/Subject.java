package dev.bylaw.engine.policy;

import java.util.List;

/**
 * What a rule is evaluated for.
 *
 * @param level each container, each Pod spec, or each object
 * @param containers which of a Pod's container lists; all of them unless the rule narrows it; empty
 *     below {@link Level#CONTAINER}
 * @param kinds names of kinds that it is narrowed to; empty means every kind that has such a
 *     subject
 */
public record Subject(Level level, List<ContainerList> containers, List<String> kinds) {
  public Subject {
    containers = List.copyOf(containers);
    kinds = List.copyOf(kinds);
  }

  /** From the outermost to the innermost. */
  public enum Level {
    RESOURCE,
    POD,
    CONTAINER
  }

  /**
   * The lists of containers in a Pod spec, in the order in which Pod Security admission visits
   * them.
   */
  public enum ContainerList {
    INIT("init", "initContainers"),
    REGULAR("regular", "containers"),
    EPHEMERAL("ephemeral", "ephemeralContainers");

    private final String word;
    private final String field;

    ContainerList(String word, String field) {
      this.word = word;
      this.field = field;
    }

    /** As {@code except} names it. */
    public String word() {
      return word;
    }

    /** The field of a Pod spec. */
    public String field() {
      return field;
    }
  }
}
