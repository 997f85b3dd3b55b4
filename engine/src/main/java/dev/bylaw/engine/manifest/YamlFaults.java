package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.parser.ParserException;

/** SnakeYAML's complaints about the order of tokens, in our words. */
final class YamlFaults {
  private YamlFaults() {}

  static Unreadable of(YamlText text, ParserException fault) {
    int at = fault.getProblemMark() == null ? 0 : fault.getProblemMark().getIndex();
    Span place = text.word(at);
    String context = fault.getContext() == null ? "" : fault.getContext();
    Diagnostic diagnostic =
        Diagnostic.of(ManifestCode.INVALID_YAML, place, message(context), help(context));
    String opener = opener(context);
    return new Unreadable(
        opener == null || fault.getContextMark() == null
            ? diagnostic
            : diagnostic.related(text.word(fault.getContextMark().getIndex()), opener));
  }

  private static String message(String context) {
    return switch (context) {
      case "while parsing a block mapping" -> "this is no key of the map around it";
      case "while parsing a block collection" -> "this is no item of the list around it";
      case "while parsing a flow sequence" -> "a ',' or the list's ']' is missing before this";
      case "while parsing a flow mapping" -> "a ',' or the map's '}' is missing before this";
      case "while parsing a node" -> "the handle of this tag is not defined";
      case "" -> "this directive needs a '---' after it, which kubectl takes as a new document";
      default -> "a value is missing before this";
    };
  }

  private static String help(String context) {
    return switch (context) {
      case "while parsing a block mapping" -> "keys of one map start in the same column";
      case "while parsing a block collection" ->
          "items of one list start with '-' in the same column";
      case "while parsing a flow sequence" -> "write it, or close the list with ']'";
      case "while parsing a flow mapping" -> "write it, or close the map with '}'";
      case "while parsing a node" -> "take the tag away: manifests need none";
      case "" -> "remove the line that starts with '%'";
      default -> "write the value, or take away what waits for it";
    };
  }

  private static @Nullable String opener(String context) {
    return switch (context) {
      case "while parsing a block mapping", "while parsing a flow mapping" -> "the map starts here";
      case "while parsing a block collection", "while parsing a flow sequence" ->
          "the list starts here";
      default -> null;
    };
  }
}
