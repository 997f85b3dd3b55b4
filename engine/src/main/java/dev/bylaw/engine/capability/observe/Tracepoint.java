package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.Observation.Noise;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.engine.capability.observe.Observation.Verdict;
import java.util.function.Consumer;

/**
 * The kernel's tracepoint {@code capability:cap_capable}: {@code cap_capable: cred …, target_ns …,
 * capable_ns …, cap 10, ret 0}.
 */
final class Tracepoint implements Format {
  private static final String NAME = "cap_capable: ";

  @Override
  public boolean starts(Line line) {
    return line.text().indexOf(NAME) >= 0;
  }

  @Override
  public void read(LineReader lines, Line line, Consumer<Observation> sink) {
    int from = line.text().indexOf(NAME) + NAME.length();
    int number = value(line, from, "cap ");
    int result = value(line, from, "ret ");
    Capability found = null;
    for (Capability capability : Capability.all()) {
      found = capability.number() == number ? capability : found;
    }
    if (found == null) {
      throw new Misread(line.span(from), "no capability has the number " + number, null);
    }
    sink.accept(
        new Observation.Checked(
            line.span(),
            "cap_capable",
            "",
            User.UNTOLD,
            found,
            result == 0 ? Verdict.GRANTED : Verdict.DENIED,
            Noise.NONE,
            1));
    lines.pass(line);
  }

  private static int value(Line line, int from, String key) {
    int at = line.text().indexOf(", " + key, from);
    int start = at + 2 + key.length();
    int end = start;
    while (at >= 0
        && end < line.text().length()
        && "-0123456789".indexOf(line.text().charAt(end)) >= 0) {
      end++;
    }
    String text = at < 0 ? "" : line.text().substring(start, end);
    String digits = text.startsWith("-") ? text.substring(1) : text;
    if (!Word.isNumber(digits) || digits.length() > 9) {
      throw new Misread(line.span(from), "`" + key + "NUMBER` is missing here", null);
    }
    int value = Integer.parseInt(digits);
    return text.startsWith("-") ? -value : value;
  }
}
