package dev.bylaw.engine.manifest;

/**
 * Blanks and line breaks inside a plain or quoted scalar, until it is known what they come to: a
 * single line break folds to a space, more keep all but the first, LS and PS never fold.
 */
final class Whitespace {
  private final YamlText text;
  private final StringBuilder blanks = new StringBuilder();
  private final StringBuilder firstBreak = new StringBuilder();
  private final StringBuilder moreBreaks = new StringBuilder();
  private boolean hasBreak;

  Whitespace(YamlText text) {
    this.text = text;
  }

  boolean hasBreak() {
    return hasBreak;
  }

  /** A backslash before the line break: the break itself counts for nothing. */
  void escapedBreak() {
    hasBreak = true;
  }

  void take() {
    if (text.isBlank()) {
      if (hasBreak) {
        text.skip();
      } else {
        text.read(blanks);
      }
    } else if (hasBreak) {
      text.readBreak(moreBreaks);
    } else {
      blanks.setLength(0);
      text.readBreak(firstBreak);
      hasBreak = true;
    }
  }

  void flushTo(StringBuilder value) {
    if (!hasBreak && blanks.isEmpty()) {
      return;
    }
    if (!hasBreak) {
      value.append(blanks);
    } else if (!firstBreak.isEmpty() && firstBreak.charAt(0) == '\n') {
      if (moreBreaks.isEmpty()) {
        value.append(' ');
      } else {
        value.append(moreBreaks);
      }
    } else {
      value.append(firstBreak).append(moreBreaks);
    }
    blanks.setLength(0);
    firstBreak.setLength(0);
    moreBreaks.setLength(0);
    hasBreak = false;
  }
}
