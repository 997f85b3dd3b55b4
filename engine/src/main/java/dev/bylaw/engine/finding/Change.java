package dev.bylaw.engine.finding;

/**
 * What a fix of a rule would change in the data of the manifest, so that a finding goes away. Paths
 * lead from the document's root, as in {@link Finding#path}.
 */
public sealed interface Change {
  String path();

  /** The single value at the path becomes another; what is missing above it is made. */
  record Set(String path, Literal value) implements Change {}

  /** The list at the path gets one more item, at its end; an absent list is an empty one. */
  record Add(String path, Literal value) implements Change {}

  /** The field, entry or item at the path goes away. A list or map that it leaves empty stays. */
  record Remove(String path) implements Change {}

  /**
   * A single value.
   *
   * @param text as YAML would have it without quotes
   * @param isString whether it is a string, whatever it looks like
   */
  record Literal(String text, boolean isString) {}
}
