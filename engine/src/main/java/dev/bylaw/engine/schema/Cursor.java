package dev.bylaw.engine.schema;

import dev.bylaw.engine.value.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A place in a part of an index, from which numbers and text are read one after the other. */
final class Cursor {
  private final byte[] bytes;
  private final int end;
  private int at;

  Cursor(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** The whole of a resource beside this class; null if the program is built without it. */
  static @Nullable Cursor open(String resource) {
    try (InputStream in = Cursor.class.getResourceAsStream(resource)) {
      if (in == null) {
        return null;
      }
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      byte[] bytes = out.toByteArray();
      return new Cursor(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException("The schema cannot be read", e);
    }
  }

  /**
   * A number without sign: seven bits a byte, the lowest first, the high bit on all but the last.
   */
  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  boolean flag() {
    return number() != 0;
  }

  char letter() {
    return (char) bytes[at++];
  }

  /** All that is left, as UTF-8. */
  String text() {
    return Utf8.text(bytes, at, end);
  }

  /** A section: the number of its entries, then each with its length before it. */
  Section section() {
    int[] starts = new int[number()];
    int[] ends = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int length = number();
      starts[i] = at;
      at += length;
      ends[i] = at;
    }
    return new Section(bytes, starts, ends);
  }
}
