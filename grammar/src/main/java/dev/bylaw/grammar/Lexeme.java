package dev.bylaw.grammar;

/**
 * One word or mark of a rule file as it is written, comments included; white space is none.
 *
 * <p>The lexemes of a file follow each other without overlapping, and only white space stands
 * between them. Formatter, colouring and folding read them; what they mean says the syntax tree.
 */
public record Lexeme(Kind kind, Span span) {
  public String text() {
    return span.text();
  }

  /** What a lexeme is to somebody who looks at the text alone. */
  public enum Kind {
    /** A line of documentation, {@code ## …}. */
    DOC,
    /** Any other comment, {@code # …}. */
    COMMENT,
    /** A word that the language gives a meaning, where it is not a field or a part of a name. */
    KEYWORD,
    /** A name: of a field, a rule, a kind, a capability, a variable, a Kubernetes object. */
    NAME,
    NUMBER,
    DATE,
    /** {@code v1.30}. */
    VERSION,
    /** {@code "…"}. */
    STRING,
    /** {@code """…"""}. */
    BLOCK,
    /** {@code /…/}. */
    REGEX,
    /** {@code ==} and its like. */
    OPERATOR,
    /** Brackets, commas, dots, colons, slashes. */
    PUNCTUATION,
    /** What is no word of the language, such as a string that does not end. */
    WRONG
  }
}
