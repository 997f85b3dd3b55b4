package dev.bylaw.engine.capability.observe;

import java.util.function.Consumer;

/** The output of one tool. */
interface Format {
  /** Whether a line starts something of this format; it need not be well formed. */
  boolean starts(Line line);

  /** Reads what starts at the next line, and goes past it. */
  void read(LineReader lines, Line first, Consumer<Observation> sink);
}
