package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.manifest.DataReader;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.function.Consumer;

/** JSON of any tool: values one after another or in arrays, between lines of other formats. */
final class JsonFormat implements Format {
  @Override
  public boolean starts(Line line) {
    String text = line.text();
    return startsAt(text, skipSpace(text, 0));
  }

  /** A kernel log has brackets at the start of a line too, with the time in them. */
  private static boolean startsAt(String text, int at) {
    if (at >= text.length() || text.charAt(at) == '{') {
      return at < text.length();
    }
    int next = skipSpace(text, at + 1);
    return text.charAt(at) == '['
        && (next >= text.length() || "{[]".indexOf(text.charAt(next)) >= 0);
  }

  private static int skipSpace(String text, int at) {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  @Override
  public void read(LineReader lines, Line first, Consumer<Observation> sink) {
    Source source = lines.source();
    // Even if a bracket alone on its line turns out to open something else.
    int end = end(source.text(), skipSpace(source.text(), first.start()));
    for (int at = skipSpace(source.text(), end);
        startsAt(source.text(), at);
        at = skipSpace(source.text(), end)) {
      end = end(source.text(), at);
    }
    int line = first.span().from().line();
    Source part = new Source(source.name(), source.text().substring(first.start(), end), line);
    Staged<List<Node>> values = DataReader.json(part);
    if (values.hasErrors()) {
      throw new Misread(values.diagnostics().getFirst());
    }
    values.result().forEach(value -> accept(value, sink));
    lines.passTo(end);
  }

  private static void accept(Node value, Consumer<Observation> sink) {
    switch (value) {
      case Node.Sequence list -> list.items().forEach(item -> accept(item, sink, value));
      case Node.Mapping _, Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _ ->
          accept(value, sink, value);
    }
  }

  private static void accept(Node value, Consumer<Observation> sink, Node whole) {
    if (value instanceof Node.Mapping map && CapAudit.is(map)) {
      CapAudit.read(map, sink);
    } else if (value instanceof Node.Mapping map && GadgetJson.is(map)) {
      GadgetJson.read(map, sink);
    } else {
      throw new Misread(
          (value instanceof Node.Mapping ? value : whole).span(),
          "this is no JSON of a tool that Bylaw knows",
          "it reads the JSON of Inspektor Gadget's trace_capabilities and of cap-audit");
    }
  }

  /** After the value that starts here; the end of the text if it has none. */
  private static int end(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        at += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return at + 1;
      }
    }
    return text.length();
  }
}
