package dev.bylaw.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Bylaw has to say about a rule file, a test, a waiver or an unreadable manifest; never a
 * finding of a rule.
 *
 * @param code stable, {@code BY0000} style; {@code bylaw explain CODE} prints its page
 * @param message one plain sentence, lower case, without a full stop
 * @param primary the smallest exact place, or null where there is none (a file that cannot be
 *     opened has only a name: an empty source)
 * @param related other places that matter, for example the first of two definitions
 * @param help the remedy, or null
 * @param fixes edits that would carry out the remedy, each a choice of its own
 */
public record Diagnostic(
    Code code,
    String message,
    Label primary,
    List<Label> related,
    @Nullable String help,
    List<Fix> fixes) {
  public Diagnostic {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  public static Diagnostic of(Code code, Span span, String message, @Nullable String help) {
    return new Diagnostic(code, message, new Label(span, ""), List.of(), help, List.of());
  }

  public Diagnostic related(Span span, String text) {
    return new Diagnostic(code, message, primary, List.of(new Label(span, text)), help, fixes);
  }

  public Diagnostic fixes(List<Fix> choices) {
    return new Diagnostic(code, message, primary, related, help, choices);
  }

  public Severity severity() {
    return code.severity();
  }

  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  /**
   * How a diagnostic counts: an error stops the compilation or makes a run incomplete, a warning
   * does not.
   */
  public enum Severity {
    ERROR,
    WARNING;

    public String word() {
      return this == ERROR ? "error" : "warning";
    }
  }

  /** A place and what is to be said of it; an empty text only marks the place. */
  public record Label(Span span, String text) {}

  /**
   * One way to mend it: a title and the replacements it makes, in one source, in order, not
   * overlapping.
   */
  public record Fix(String title, List<Edit> edits) {
    public Fix {
      edits = List.copyOf(edits);
    }
  }

  /** The span's text becomes {@code replacement}. */
  public record Edit(Span span, String replacement) {}
}
