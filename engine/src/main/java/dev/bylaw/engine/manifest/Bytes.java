package dev.bylaw.engine.manifest;

import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes with a short look ahead. */
final class Bytes {
  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;

  Bytes(InputStream stream) {
    this.stream = stream;
  }

  /** The byte {@code ahead} bytes from here, or -1 after the end. */
  int peek(int ahead) throws IOException {
    if (at + ahead >= filled) {
      fill(ahead + 1);
    }
    return at + ahead < filled ? buffer[at + ahead] & 0xff : -1;
  }

  /** The next byte, which must have been seen by {@link #peek}; nothing happens at the end. */
  int take() {
    return at < filled ? buffer[at++] & 0xff : -1;
  }

  boolean skipIf(int... expected) throws IOException {
    for (int i = 0; i < expected.length; i++) {
      if (peek(i) != expected[i]) {
        return false;
      }
    }
    at += expected.length;
    return true;
  }

  private void fill(int needed) throws IOException {
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
    at = 0;
    while (filled < needed) {
      int count = stream.read(buffer, filled, buffer.length - filled);
      if (count <= 0) {
        return;
      }
      filled += count;
    }
  }
}
