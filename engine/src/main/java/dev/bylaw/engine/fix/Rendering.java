package dev.bylaw.engine.fix;

import dev.bylaw.engine.finding.Change.Literal;
import dev.bylaw.engine.manifest.NodePath.Step;
import dev.bylaw.engine.manifest.Plain;
import java.util.List;

/**
 * How new values and keys are written.
 *
 * @param quoted whether strings and keys stand in double quotes, as in JSON
 * @param spaced whether a blank follows colons and commas
 */
record Rendering(boolean quoted, boolean spaced) {
  static final Rendering PLAIN = new Rendering(false, true);

  String literal(Literal value) {
    boolean quotes = value.isString() && (quoted || !Plain.isString(value.text()));
    return quotes ? inQuotes(value.text()) : value.text();
  }

  String key(String key) {
    return quoted || !Plain.isString(key) ? inQuotes(key) : key;
  }

  String comma() {
    return spaced ? ", " : ",";
  }

  private String colon() {
    return spaced ? ": " : ":";
  }

  /** {@code a: {b: value}} for the keys a and b. */
  String entry(List<Step> keys, String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      text.append(i == 0 ? "" : "{").append(key(name(keys.get(i)))).append(colon());
    }
    return text.append(value).append("}".repeat(keys.size() - 1)).toString();
  }

  /** The same on lines of their own, each after a line end and indented. */
  String block(List<Step> keys, String value, int indent, int step, String lineBreak) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      text.append(lineBreak).append(" ".repeat(indent + i * step));
      text.append(key(name(keys.get(i)))).append(':');
    }
    return text.append(' ').append(value).toString();
  }

  private static String name(Step step) {
    return switch (step) {
      case Step.Field(String name) -> name;
      case Step.Item _ -> throw new Refusal("the list has no such item");
    };
  }

  /** In the double quotes of JSON, which YAML reads alike. */
  static String inQuotes(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= '\u007f' && c <= '\u009f') || c == '\u2028' || c == '\u2029') {
        throw new Refusal("the value has characters that do not stand in one line");
      }
      quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
    }
    return quoted.append('"').toString();
  }
}
