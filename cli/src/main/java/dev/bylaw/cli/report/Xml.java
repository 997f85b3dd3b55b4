package dev.bylaw.cli.report;

import dev.bylaw.grammar.frame.Printable;

/** Text in XML. */
final class Xml {
  private Xml() {}

  /**
   * An attribute with a space before it; its value on one line, with nothing in it to be read as
   * markup.
   */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(Printable.of(value)) + "\"";
  }

  /**
   * Content over several lines. XML 1.0 has no way to write most control characters, so they are
   * shown.
   */
  static String content(String text) {
    return text.lines().map(line -> escaped(Printable.of(line))).reduce("", (a, b) -> a + b + "\n");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            // Not characters, and the last that a Printable lets through of what XML forbids.
            case 0xFFFE, 0xFFFF -> out.append("\\u").append(Integer.toHexString(c));
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
