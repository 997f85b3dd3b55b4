package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Span;
import java.util.function.Consumer;

/**
 * {@code getpcaps PID}, of every libcap: {@code 1: =ep}, {@code 1: = cap_chown+ep} before 2.41,
 * {@code Capabilities for `1': …} before 2.31 and with {@code --legacy}.
 */
final class Getpcaps implements Format {
  private static final String TOOL = "getpcaps";
  private static final String VERBOSE = "Capabilities for ";

  @Override
  public boolean starts(Line line) {
    String text = line.text();
    if (text.startsWith(VERBOSE) || isFailure(text)) {
      return true;
    }
    int colon = text.indexOf(": ");
    if (colon <= 0 || line.isIndented()) {
      return false;
    }
    String word = text.substring(0, colon);
    String rest = text.substring(colon + 2);
    return Word.isNumber(word)
        || (word.indexOf(' ') < 0
            && (rest.startsWith("=") || rest.startsWith("\"") || rest.startsWith("cap_")));
  }

  private static boolean isFailure(String text) {
    return text.startsWith("Failed to get cap") || text.startsWith("Cannot parse pid ");
  }

  @Override
  public void read(LineReader lines, Line line, Consumer<Observation> sink) {
    String text = line.text();
    if (isFailure(text)) {
      throw new Misread(
          line.span(),
          "getpcaps found no such process here",
          "leave this line out, or run it again");
    }
    int from = 0;
    int to = text.indexOf(": ");
    if (text.startsWith(VERBOSE)) {
      from = VERBOSE.length() + 1;
      to = text.indexOf("': ", VERBOSE.length());
      if (to < from || "`'".indexOf(text.charAt(from - 1)) < 0) {
        throw new Misread(
            line.span(),
            "the process is missing here",
            "getpcaps prints `Capabilities for '1': …`");
      }
    }
    String process = text.substring(from, to);
    int start = text.indexOf(": ", to) + 2;
    Span sets = line.span(start);
    if (text.startsWith("\"", start)) {
      int end = text.indexOf('"', start + 1);
      if (end < 0) {
        throw new Misread(sets, "the closing `\"` is missing here", null);
      }
      sets = line.span(start + 1, end);
      InheritableText.check(line.span(end + 1));
    } else if (line.span(start).text().isBlank()) {
      throw new Misread(line.span(), "the sets are missing here", "nothing held is printed as `=`");
    }
    Mask held = CapabilityText.read(sets).held();
    sink.accept(
        new Observation.Held(line.span(), TOOL, process, Observation.User.UNTOLD, held, null));
    lines.pass(line);
  }
}
