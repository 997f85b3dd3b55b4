package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.grammar.Span;

/**
 * The inheritable, ambient and bounding sets as {@code getpcaps --iab} writes them: {@code
 * [^cap_net_bind_service,!cap_sys_resource]}. They say nothing about what is held beyond the text
 * before them, so they are only checked.
 */
final class InheritableText {
  private InheritableText() {}

  /** Checks what stands in brackets. */
  static void check(Span span) {
    String text = span.text();
    String trimmed = text.strip();
    if (trimmed.length() < 2 || !trimmed.startsWith("[") || !trimmed.endsWith("]")) {
      throw new Misread(span, "`[…]` is missing after the capability text", null);
    }
    int from = text.indexOf('[') + 1;
    int last = text.lastIndexOf(']');
    while (from < last) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 || comma > last ? last : comma;
      entry(new Span(span.source(), span.start() + from, span.start() + to));
      from = to + 1;
    }
  }

  private static void entry(Span span) {
    String text = span.text();
    int from = 0;
    while (from < text.length() && "!^%".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    String name = text.substring(from);
    if (Word.isNumber(name)) {
      return;
    }
    Capability capability =
        new Word(name, new Span(span.source(), span.start() + from, span.end())).capability();
    if (name.length() == capability.name().length()) {
      throw new Misread(span, "`" + name + "` lacks the prefix cap_", null);
    }
  }
}
