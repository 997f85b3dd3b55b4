package dev.bylaw.cli.config;

import dev.bylaw.cli.CliCode;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of the types that settings have, and says what is wrong with others. */
final class Values {
  private final List<Diagnostic> diagnostics;

  Values(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  void refuse(Code code, Span place, String sentence, @Nullable String help) {
    diagnostics.add(Diagnostic.of(code, place, sentence, help));
  }

  /** The value is not what the setting takes. */
  void refuse(Node.Entry entry, Node value, String taken, String example) {
    boolean nothing = value instanceof Node.Null;
    refuse(
        CliCode.BAD_SETTING,
        nothing && value.span().text().isEmpty() ? entry.keySpan() : value.span(),
        "`"
            + entry.key()
            + "` takes "
            + taken
            + ", and "
            + (nothing ? "nothing is here" : "this is " + value.described()),
        "write for example `" + example + "`");
  }

  /** A text that is not empty, or null after saying what is wrong. */
  Node.@Nullable Text text(Node.Entry entry, Node value, String taken, String example) {
    if (value instanceof Node.Text text && !text.value().isBlank()) {
      return text;
    }
    if (value instanceof Node.Text) {
      refuse(
          CliCode.BAD_SETTING,
          value.span(),
          "`" + entry.key() + "` takes " + taken + ", and this is empty",
          "write for example `" + example + "`");
    } else {
      refuse(entry, value, taken, example);
    }
    return null;
  }

  /** The texts of a list that has at least one; those before a mistake are among them. */
  List<Node.Text> texts(Node.Entry entry, String example) {
    if (!(entry.value() instanceof Node.Sequence list)) {
      refuse(entry, entry.value(), "a list of texts", example);
      return List.of();
    }
    if (list.items().isEmpty()) {
      refuse(
          CliCode.BAD_SETTING,
          list.span(),
          "`" + entry.key() + "` is a list without anything in it",
          "take it away, or write for example `" + example + "`");
    }
    List<Node.Text> texts = new ArrayList<>();
    for (Node item : list.items()) {
      Node.Text text = text(entry, item, "a list of texts", example);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** One of some words, or null after saying which they are. */
  @Nullable String word(Node.Entry entry, List<String> words) {
    Node value = entry.value();
    if (value instanceof Node.Text text && words.contains(text.value())) {
      return text.value();
    }
    String all = "it is one of " + String.join(", ", words);
    if (value instanceof Node.Null) {
      refuse(entry, value, "a word", entry.key() + ": " + words.getFirst());
      return null;
    }
    String written = value.span().text();
    refuse(
        CliCode.BAD_SETTING,
        value.span(),
        value instanceof Node.Mapping || value instanceof Node.Sequence
            ? "`" + entry.key() + "` takes a word, and this is " + value.described()
            : "`" + entry.key() + "` cannot be `" + written + "`",
        value instanceof Node.Text text ? Suggestion.question(text.value(), words, all) : all);
    return null;
  }

  /** The entries of a map, or none after saying that it is no map. */
  List<Node.Entry> entries(Node.Entry entry, String example) {
    if (!(entry.value() instanceof Node.Mapping map)) {
      refuse(entry, entry.value(), "a map", example);
      return List.of();
    }
    if (map.entries().isEmpty()) {
      refuse(
          CliCode.BAD_SETTING,
          map.span(),
          "`" + entry.key() + "` is a map without anything in it",
          "take it away, or write for example `" + example + "`");
    }
    return List.copyOf(map.entries().values());
  }
}
