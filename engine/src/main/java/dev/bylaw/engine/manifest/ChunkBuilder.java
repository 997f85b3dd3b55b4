package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of one document and what is wrong with them as a text. */
final class ChunkBuilder {
  /** How much is kept of a document that is too long, so that a message can show its start. */
  private static final int SHOWN = 200;

  private final String name;
  private final Limits limits;
  private final StringBuilder text = new StringBuilder();
  private int firstLine = 1;
  private int lines;
  private boolean tooLong;
  private @Nullable Fault fault;

  private record Fault(ManifestCode code, int start, int end, String message, String help) {}

  ChunkBuilder(String name, Limits limits) {
    this.name = name;
    this.limits = limits;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  void add(Lines.Line line) {
    lines += line.count();
    if (tooLong) {
      return;
    }
    if (line.cut() || text.length() + line.text().length() > limits.documentLength()) {
      tooLong = true;
      text.append(line.text(), 0, Math.min(SHOWN, line.text().length()));
      text.setLength(Math.min(SHOWN, text.length()));
      text.trimToSize();
      return;
    }
    if (line.invalidAt() >= 0) {
      int at = text.length() + line.invalidAt();
      fault(
          ManifestCode.INVALID_ENCODING, at, at + 1, "this is not UTF-8", "save the file as UTF-8");
    }
    text.append(line.text());
  }

  /** Counts a line that belongs to no document. */
  void skip(Lines.Line line) {
    firstLine += line.count();
  }

  int firstLine() {
    return firstLine;
  }

  /** Notes a fault in the text so far; the first one stays. */
  void fault(ManifestCode code, int start, int end, String message, String help) {
    if (fault == null) {
      fault = new Fault(code, start, end, message, help);
    }
  }

  /** The document, after which the next one starts. */
  Chunk take() {
    Source source = new Source(name, text.toString(), firstLine);
    Diagnostic diagnostic = diagnostic(source);
    firstLine += lines;
    lines = 0;
    text.setLength(0);
    tooLong = false;
    fault = null;
    return new Chunk(source, diagnostic);
  }

  private @Nullable Diagnostic diagnostic(Source source) {
    if (tooLong) {
      return Diagnostic.of(
          ManifestCode.DOCUMENT_TOO_LONG,
          new Span(source, 0, 0),
          "this document is longer than " + limits.documentLength() + " characters",
          "split it into several documents");
    }
    // An image or an archive is no text at all, which says more than where it stops being UTF-8.
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      return Diagnostic.of(
          ManifestCode.NOT_TEXT,
          new Span(source, nul, nul + 1),
          "this file is not text",
          "leave it out, or save it as UTF-8 if it is a manifest");
    }
    return fault == null
        ? null
        : Diagnostic.of(
            fault.code(),
            new Span(source, fault.start(), fault.end()),
            fault.message(),
            fault.help());
  }
}
