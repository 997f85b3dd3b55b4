package dev.bylaw.grammar.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands before one word: a space, a line break or nothing, and the comments of the text. */
final class Gap {
  /** Own-line comments and the one at the end of the line before, in order. */
  final List<Remark> remarks = new ArrayList<>();

  /** Whether an empty line stood right before the word. */
  boolean blankInText;

  /** Whether one space stands here where no line breaks. */
  boolean space = true;

  /** Whether a line breaks here in any case. */
  boolean hard;

  /** The column of the word, where a line breaks before it. */
  int indent;

  /** Whether empty lines of the text are kept here. */
  boolean keepsBlank;

  /** Whether an empty line stands here in any case, before the comments that belong to the word. */
  boolean apart;

  /** Whether this is the start of a body, where no empty line comes first. */
  boolean opens;

  /**
   * Whether the word closes a body: its comments are part of that, and no empty line comes last.
   */
  boolean closes;

  /** The group that decides whether a line breaks here. */
  @Nullable Group group;

  /**
   * A comment; {@code trailing} if it ends the line of the word before it. Documentation never
   * does: it belongs to what follows.
   */
  record Remark(String text, boolean trailing, boolean blankBefore) {}
}
