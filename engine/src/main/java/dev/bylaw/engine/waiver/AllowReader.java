package dev.bylaw.engine.waiver;

import dev.bylaw.engine.value.Day;
import dev.bylaw.engine.waiver.CommentWaiver.Allow;
import dev.bylaw.engine.waiver.CommentWaiver.Malformed;
import dev.bylaw.engine.waiver.CommentWaiver.RuleName;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what follows {@code bylaw: allow}: rules, settings, two hyphens and the reason. */
final class AllowReader {
  private final CommentWords words;
  private final List<RuleName> rules = new ArrayList<>();
  private @Nullable String until;
  private @Nullable String approvedBy;

  AllowReader(CommentWords words) {
    this.words = words;
  }

  CommentWaiver read() {
    int at = 2;
    while (at < words.size() && !words.word(at).equals("--")) {
      Malformed wrong = word(at);
      if (wrong != null) {
        return wrong;
      }
      at++;
    }
    String because = at < words.size() ? words.after(at) : "";
    if (rules.isEmpty()) {
      return incomplete("names no rule");
    }
    if (until == null) {
      return incomplete("lacks a last day");
    }
    if (because.isEmpty()) {
      return incomplete("lacks a reason");
    }
    if (because.contains("bylaw:")) {
      return malformed(words.whole(), "one comment holds one waiver", "write a comment for each");
    }
    return new Allow(rules, until, approvedBy, because, words.whole());
  }

  private @Nullable Malformed word(int index) {
    String word = words.word(index);
    int equals = word.indexOf('=');
    return equals < 0
        ? names(index, word)
        : setting(index, word.substring(0, equals), unquoted(word.substring(equals + 1)));
  }

  /** One id, or several with commas between. */
  private @Nullable Malformed names(int index, String word) {
    int from = 0;
    while (from <= word.length()) {
      int comma = word.indexOf(',', from);
      int to = comma < 0 ? word.length() : comma;
      if (to > from) {
        String id = word.substring(from, to);
        if (id.indexOf('*') >= 0) {
          return malformed(
              words.span(index, from, to),
              "`*` stands for more than one rule",
              "a waiver in a manifest names each rule that it is about");
        }
        rules.add(new RuleName(id, words.span(index, from, to)));
      }
      from = to + 1;
    }
    return null;
  }

  private @Nullable Malformed setting(int index, String name, String value) {
    switch (name) {
      case "until" -> {
        if (until != null) {
          return twice(index, name);
        }
        if (!Day.isDay(value)) {
          return malformed(
              words.span(index),
              "`" + value + "` is no day of the calendar",
              "write year-month-day, for example until=2027-01-31");
        }
        until = value;
      }
      case "by" -> {
        if (approvedBy != null) {
          return twice(index, name);
        }
        if (value.isBlank()) {
          return malformed(words.span(index), "`by=` names nobody", "name who approved it");
        }
        approvedBy = value;
      }
      default -> {
        return malformed(
            words.span(index),
            "a waiver has no `" + name + "`",
            "it has `until=2027-01-31` and `by=NAME`, and its reason after `--`");
      }
    }
    return null;
  }

  private Malformed twice(int index, String name) {
    return malformed(words.span(index), "`" + name + "` is given twice", CommentWaiver.FORM);
  }

  private Malformed incomplete(String lack) {
    return malformed(
        words.whole(),
        "this waiver " + lack,
        "an exception is written down, why and until when: " + CommentWaiver.FORM);
  }

  private static Malformed malformed(Span span, String message, String help) {
    return new Malformed(span, message, help);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
