package dev.bylaw.engine.manifest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file as stretches of whole lines that hold whole values. Several values may share a
 * stretch, so that columns stay true where two stand on one line.
 */
final class JsonSplitter {
  private final Lines lines;
  private final ChunkBuilder chunk;
  private int depth;
  private boolean inString;
  private boolean escaped;

  JsonSplitter(Lines lines, ChunkBuilder chunk) {
    this.lines = lines;
    this.chunk = chunk;
  }

  /** The next stretch, or null after the last. */
  @Nullable Chunk next() throws IOException {
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      chunk.add(line);
      scan(line.text());
      if (depth <= 0 && !inString) {
        return chunk.take();
      }
    }
    return chunk.isEmpty() ? null : chunk.take();
  }

  private void scan(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        inString = escaped || c != '"';
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }
}
