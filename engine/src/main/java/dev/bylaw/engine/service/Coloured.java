package dev.bylaw.engine.service;

/** A word and what it is, for colouring. No two overlap, and none goes over a line's end. */
public record Coloured(Range range, Role role) {

  /** The roles that a word can have. */
  public enum Role {
    COMMENT,
    KEYWORD,
    STRING,
    NUMBER,
    REGEX,
    OPERATOR,
    FIELD,
    WORD,
    VARIABLE,
    KIND,
    VALUE,
    RULE,
    PACK
  }
}
