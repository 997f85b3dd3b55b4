package dev.bylaw.engine.service;

import org.jspecify.annotations.Nullable;

/**
 * Something that may stand where the cursor is.
 *
 * @param label what is shown and, as a rule, written
 * @param detail a few words about it: its type, or what it stands for
 * @param documentation Markdown, or null
 * @param edit what choosing it changes
 */
public record Completion(
    String label, Kind kind, String detail, @Nullable String documentation, Edit edit) {

  /** What it is, for an icon. */
  public enum Kind {
    KEYWORD,
    OPERATOR,
    FIELD,
    WORD,
    VARIABLE,
    VALUE,
    KIND,
    RULE,
    PACK,
    TYPE
  }
}
