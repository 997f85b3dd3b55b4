package dev.bylaw.engine.manifest;

/**
 * How much a document may ask for before it is refused as unreadable.
 *
 * <p>Each default is the limit of kubectl and the API server where they have one. The expansion of
 * aliases is not here: its budget is go-yaml's own, see {@link AliasBudget}.
 *
 * @param depth how deep maps and lists may lie in each other; those that read a tree may recurse
 *     this far
 * @param documentLength how long one document may be, in UTF-16 units; a file may be of any length
 */
public record Limits(int depth, int documentLength) {
  /** Depth 10,000, as Kubernetes' JSON decoder has it; 64 Mi units for a document. */
  public static final Limits DEFAULT = new Limits(10_000, 64 << 20);

  public Limits {
    if (depth < 1 || documentLength < 1) {
      throw new IllegalArgumentException("a limit must be positive");
    }
  }
}
