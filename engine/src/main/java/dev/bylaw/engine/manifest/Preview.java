package dev.bylaw.engine.manifest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, after a look at how it starts: a brace after white space makes the whole
 * file JSON to kubectl, which looks at 4096 bytes for it.
 */
final class Preview implements Lines {
  private static final int LOOKED_AT = 4096;

  private final Lines lines;
  private final Deque<Line> seen = new ArrayDeque<>();

  Preview(Lines lines) {
    this.lines = lines;
  }

  boolean isJson() throws IOException {
    int bytes = 0;
    for (Line line = lines.next(); line != null; line = lines.next()) {
      seen.add(line);
      String text = line.text();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!GoText.isSpace(c) || bytes >= LOOKED_AT) {
          return c == '{' && bytes < LOOKED_AT;
        }
        bytes += GoText.bytes(c);
      }
    }
    return false;
  }

  @Override
  public @Nullable Line next() throws IOException {
    Line line = seen.poll();
    return line != null ? line : lines.next();
  }
}
