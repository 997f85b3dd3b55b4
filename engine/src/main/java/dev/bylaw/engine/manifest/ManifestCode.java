package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic.Severity;

/** What can be wrong with a manifest as a text, before any rule looks at it. */
public enum ManifestCode implements Code {
  /** Bytes that are not UTF-8, nor UTF-16 with a byte order mark. kubectl puts U+FFFD for them. */
  INVALID_ENCODING("BY0601"),
  /** A NUL character: an image, an archive, UTF-16 without a byte order mark. */
  NOT_TEXT("BY0602"),
  /** A character that YAML does not allow, such as a form feed. */
  CONTROL_CHARACTER("BY0603"),
  /**
   * A byte order mark that is not the first character of a document. go-yaml drops the first
   * character of some later lines then, depending on where its buffer ends.
   */
  MISPLACED_BYTE_ORDER_MARK("BY0604"),
  /** A document that is longer than {@link Limits#documentLength}. */
  DOCUMENT_TOO_LONG("BY0605"),
  /** A line that starts with {@code ---} and goes on with something else than a comment. */
  INVALID_SEPARATOR("BY0606"),
  /** Text that kubectl never reads although a person or another tool would. */
  HIDDEN_TEXT("BY0607"),
  /** Text that is not YAML. */
  INVALID_YAML("BY0608"),
  /** A file that starts with a brace, which makes it a JSON file, and is not JSON. */
  INVALID_JSON("BY0609"),
  /** A template of Helm or another tool in place of its output. */
  UNRENDERED_TEMPLATE("BY0610"),
  /** Maps and lists in each other, deeper than {@link Limits#depth}. */
  TOO_DEEP("BY0611"),
  /** An alias to an anchor that the document does not have before it. */
  UNKNOWN_ANCHOR("BY0612"),
  /** An alias inside the value that its own anchor names. */
  RECURSIVE_ALIAS("BY0613"),
  /** Aliases that multiply a document beyond go-yaml's budget. */
  EXCESSIVE_ALIASES("BY0614"),
  /** A merge key {@code <<} with something else than a map or a list of maps. */
  INVALID_MERGE("BY0615"),
  /** A key that is null, a map, a list, or a number that JSON keys cannot hold. */
  INVALID_KEY("BY0616"),
  /** Two keys that YAML tells apart and JSON does not; kubectl takes either, by chance. */
  AMBIGUOUS_KEY("BY0617"),
  /** A key that is written twice in one map; the last one counts. */
  DUPLICATE_KEY("BY0618", Severity.WARNING),
  /** A value that its tag does not allow or that JSON cannot hold, such as infinity. */
  INVALID_VALUE("BY0619"),
  /** An object whose {@code items} is no list. */
  INVALID_LIST("BY0620"),
  /** An item of a list that is no object or has no {@code apiVersion} and {@code kind}. */
  INVALID_LIST_ITEM("BY0621"),
  /** A list inside a list. kubectl refuses it. */
  NESTED_LIST("BY0622"),
  /**
   * A merge after a key that it sets too. kubectl takes the merged value; kustomize and most people
   * take the key.
   */
  MERGE_OVERRIDES_KEY("BY0623", Severity.WARNING);

  private final String id;
  private final Severity severity;

  ManifestCode(String id) {
    this(id, Severity.ERROR);
  }

  ManifestCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
