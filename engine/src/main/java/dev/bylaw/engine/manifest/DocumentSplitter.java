package dev.bylaw.engine.manifest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file as its documents, split on lines before anything is parsed, as Kubernetes does it.
 *
 * <p>A line that starts with {@code ---} separates, whatever it stands in. Blanks and a comment may
 * follow; anything else is an error to kubectl, and spoils its document here. The line belongs to
 * no document, unless nothing but other separators stands before it: kubectl leaves it in the text
 * then, where {@code ---#x} is no separator to the YAML parser.
 */
final class DocumentSplitter {
  private final Lines lines;
  private final ChunkBuilder chunk;
  private final Deque<Chunk> ready = new ArrayDeque<>();
  private boolean ended;

  DocumentSplitter(Lines lines, ChunkBuilder chunk) {
    this.lines = lines;
    this.chunk = chunk;
  }

  /** The next document with text in it, or null after the last. */
  @Nullable Chunk next() throws IOException {
    while (ready.isEmpty() && !ended) {
      Lines.Line line = lines.next();
      if (line == null) {
        ended = true;
        finish();
      } else if (line.isSeparator()) {
        separator(line);
      } else {
        chunk.add(line);
      }
    }
    return ready.poll();
  }

  private void finish() {
    if (!chunk.isEmpty()) {
      ready.add(chunk.take());
    }
  }

  private void separator(Lines.Line line) {
    int content = GoText.firstOther(line.text(), 3);
    if (line.cut() || (content < line.text().length() && line.text().charAt(content) != '#')) {
      int from = chunk.length();
      int end = from + GoText.lineEnd(line.text());
      chunk.add(line);
      chunk.fault(
          ManifestCode.INVALID_SEPARATOR,
          Math.min(from, chunk.length()),
          Math.min(end, chunk.length()),
          "only a comment may follow '---' on its line",
          "put the document on the lines after '---'");
    } else if (chunk.isEmpty()) {
      chunk.add(line);
    } else {
      finish();
      hiddenBehind(line, content);
    }
  }

  /** kubectl drops the whole line, even where a lone CR or the like makes it look like several. */
  private void hiddenBehind(Lines.Line line, int comment) {
    int breakAt = comment;
    while (breakAt < line.text().length() && !YamlText.isBreak(line.text().charAt(breakAt))) {
      breakAt++;
    }
    int hidden = GoText.firstOther(line.text(), breakAt);
    if (hidden >= line.text().length() && line.invalidAt() < 0) {
      if (CommentWords.mayAddress(line.text(), comment, breakAt)) {
        // A document of its own, so that it can be said that the comment has no effect here.
        chunk.add(line);
        finish();
      } else {
        chunk.skip(line);
      }
      return;
    }
    chunk.add(line);
    int from = Math.min(hidden, GoText.lineEnd(line.text()));
    chunk.fault(
        ManifestCode.HIDDEN_TEXT,
        from,
        GoText.lineEnd(line.text()),
        "kubectl does not read this text: it counts as part of the line that starts with '---'",
        "end every line with LF");
    finish();
  }
}
