package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of one or more tools to observations. The formats are told apart by what the lines say.
 *
 * <p>One line that cannot be read is the end: what it would have said is not known, and the rest
 * without it could suggest too little or too much.
 */
public final class ObservationReader {
  private static final String KNOWN =
      "Bylaw reads getpcaps, capsh --print and --decode, /proc/PID/status, pscap, capable,"
          + " trace_capabilities, cap-audit, and denials of AppArmor and SELinux";

  /** In the order in which they are asked: what is told apart by one word comes first. */
  private static final List<Format> FORMATS =
      List.of(
          new JsonFormat(),
          new CapAudit.Yaml(),
          new DenialLog(),
          new Tracepoint(),
          new Capsh(),
          new Capsh.Decoded(),
          new GadgetTable(),
          new Capable(),
          new Getpcaps(),
          new Pscap(),
          new ProcStatus());

  private ObservationReader() {}

  /** All that the text tells, or the one reason why it cannot be used. */
  public static Staged<List<Observation>> read(Source source) {
    List<Observation> found = new ArrayList<>();
    LineReader lines = new LineReader(source);
    try {
      for (Line line = lines.peek(); line != null; line = lines.peek()) {
        if (isPassedOver(line)) {
          lines.pass(line);
        } else {
          format(line).read(lines, line, found::add);
          if (lines.offset() <= line.start()) {
            throw new IllegalStateException("a format took nothing");
          }
        }
      }
    } catch (Misread e) {
      return new Staged<>(List.of(), List.of(e.diagnostic()));
    }
    if (found.isEmpty()) {
      return new Staged<>(found, List.of(nothing(source)));
    }
    return new Staged<>(List.copyOf(found), List.of());
  }

  /** A blank line, a comment, or a command in the transcript of a shell. */
  private static boolean isPassedOver(Line line) {
    return line.isBlank() || line.text().startsWith("#") || line.text().startsWith("$ ");
  }

  private static Format format(Line line) {
    Format format = formatOf(line);
    if (format == null) {
      throw new Misread(line.span(), "this line is not the output of a tool that is known", KNOWN);
    }
    return format;
  }

  private static @Nullable Format formatOf(Line line) {
    for (Format format : FORMATS) {
      if (format.starts(line)) {
        return format;
      }
    }
    return null;
  }

  private static Diagnostic nothing(Source source) {
    return Diagnostic.of(
        ObserveCode.NOTHING_OBSERVED,
        new Span(source, 0, 0),
        "nothing about the capabilities of a process is told here",
        KNOWN);
  }
}
