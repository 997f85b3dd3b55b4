package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.List;

/** Observations as lines that a table can hold. */
final class Shown {
  private Shown() {}

  static List<String> read(String text) {
    Staged<List<Observation>> read = ObservationReader.read(new Source("seen", text));
    if (!read.diagnostics().isEmpty()) {
      Diagnostic fault = read.diagnostics().getFirst();
      return List.of(fault.primary().span().from().line() + ": " + fault.message());
    }
    return read.result().stream().map(Shown::of).toList();
  }

  private static String of(Observation seen) {
    String start = seen.span().from().line() + " " + seen.process() + " " + seen.user() + " ";
    return switch (seen) {
      case Observation.Held held ->
          start + set(held.held()) + (held.bounding() == null ? "" : " of " + set(held.bounding()));
      case Observation.Checked checked ->
          start
              + (checked.capability() + " " + checked.verdict())
              + (checked.noise() == Observation.Noise.NONE ? "" : " " + checked.noise())
              + (checked.times() == 1 ? "" : " x" + checked.times());
    };
  }

  static String set(Mask mask) {
    if (mask.equals(Mask.ALL)) {
      return "ALL";
    }
    String names =
        Long.bitCount(mask.bits()) > 20
            ? "ALL-" + mask.lacking().capabilities()
            : mask.capabilities().toString();
    return names + (mask.unnamed().isEmpty() ? "" : "+" + mask.unnamed());
  }
}
