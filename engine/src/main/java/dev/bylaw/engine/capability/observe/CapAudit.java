package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.observe.Observation.Noise;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.engine.capability.observe.Observation.Verdict;
import dev.bylaw.engine.manifest.DataReader;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.function.Consumer;

/**
 * The report of {@code cap-audit} of libcap-ng, in JSON or YAML. What it lists by phase is in its
 * list of all too.
 */
final class CapAudit {
  private static final String TOOL = "cap-audit";
  private static final String REQUIRED = "required_capabilities";
  private static final String DENIED = "denied_capabilities";

  private CapAudit() {}

  static boolean is(Node.Mapping map) {
    return map.get(REQUIRED) != null || map.get(DENIED) != null;
  }

  static void read(Node.Mapping map, Consumer<Observation> sink) {
    Fields report = new Fields(map);
    String process = report.fields("application").text("comm");
    for (Node.Mapping entry : report.maps(REQUIRED)) {
      Fields checks = new Fields(entry).fields("checks");
      accept(entry, process, Verdict.GRANTED, checks.count("granted", 1), sink);
      accept(entry, process, Verdict.DENIED, checks.count("denied", 0), sink);
    }
    for (Node.Mapping entry : report.maps(DENIED)) {
      // Before 0.9.5 the number was called so.
      long attempts = new Fields(entry).count("attempts", 1);
      long times = new Fields(entry).count("not_granted_checks", attempts);
      accept(entry, process, Verdict.DENIED, times, sink);
    }
  }

  private static void accept(
      Node.Mapping entry, String process, Verdict verdict, long times, Consumer<Observation> sink) {
    Word name = new Fields(entry).word("name");
    if (times > 0) {
      sink.accept(
          new Observation.Checked(
              name.span(),
              TOOL,
              process,
              User.UNTOLD,
              name.capability(),
              verdict,
              Noise.NONE,
              times));
    }
  }

  /** The same in YAML: it starts with {@code application:}. */
  static final class Yaml implements Format {
    @Override
    public boolean starts(Line line) {
      return line.text().equals("application:");
    }

    @Override
    public void read(LineReader lines, Line first, Consumer<Observation> sink) {
      lines.pass(first);
      int end = first.span().end();
      for (Line line = lines.peek();
          line != null && !starts(line) && continues(line);
          line = lines.peek()) {
        lines.pass(line);
        end = line.span().end();
      }
      Span whole = new Span(lines.source(), first.start(), end);
      Source part = new Source(lines.source().name(), whole.text(), whole.from().line());
      Staged<List<Node>> values = DataReader.yaml(part);
      if (values.hasErrors()) {
        throw new Misread(values.diagnostics().getFirst());
      }
      if (values.result().isEmpty()
          || !(values.result().getFirst() instanceof Node.Mapping map)
          || !map.entries().containsKey(REQUIRED)) {
        throw new Misread(
            first.span(), "`" + REQUIRED + "` is missing in this report", "is it cut short?");
      }
      CapAudit.read(map, sink);
    }

    /** Indented, empty, or a key of small letters. */
    private static boolean continues(Line line) {
      int colon = line.text().indexOf(':');
      for (int i = 0; i < colon; i++) {
        char c = line.text().charAt(i);
        if (c != '_' && (c < 'a' || c > 'z')) {
          return line.isIndented();
        }
      }
      return colon > 0 || line.isIndented() || line.text().isEmpty();
    }
  }
}
