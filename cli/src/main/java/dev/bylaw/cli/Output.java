package dev.bylaw.cli;

import dev.bylaw.engine.report.TextSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text going out, always UTF-8 and buffered. A reader who has seen enough ({@code bylaw … | head})
 * is no error: what comes after is dropped, and the run goes on to its verdict. A full disk is one.
 */
public final class Output extends Writer implements TextSink {
  private static final int BUFFER = 1 << 14;

  private final OutputStream stream;
  private final StringBuilder pending = new StringBuilder();
  private boolean closedByReader;

  public Output(OutputStream stream) {
    this.stream = stream;
  }

  /** Where it goes, for what is not text: past the buffer, which must be flushed before. */
  OutputStream bytes() {
    return stream;
  }

  @Override
  public void print(String text) {
    pending.append(text);
    drainIfFull();
  }

  @Override
  public void println(String text) {
    pending.append(text).append('\n');
    drainIfFull();
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    pending.append(characters, offset, length);
    drainIfFull();
  }

  @Override
  public void flush() {
    drain();
  }

  @Override
  public void close() throws IOException {
    drain();
    stream.close();
  }

  private void drainIfFull() {
    if (pending.length() >= BUFFER) {
      drain();
    }
  }

  private void drain() {
    byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
    pending.setLength(0);
    if (closedByReader) {
      return;
    }
    try {
      stream.write(bytes);
      stream.flush();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
        closedByReader = true;
        throw new UsageError("cannot write the report: " + reason, null);
      }
      closedByReader = true;
    }
  }
}
