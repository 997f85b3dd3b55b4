package dev.bylaw.engine.manifest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of bytes: UTF-8, or UTF-16 where a byte order mark says so. Bytes that are
 * neither become U+FFFD, as in kubectl, but their place is kept.
 */
final class ByteLines implements Lines {
  private static final char REPLACEMENT = '\ufffd';

  private final Bytes bytes;
  private final int longest;
  private final Encoding encoding;
  private final StringBuilder line = new StringBuilder();
  private int invalidAt = -1;
  private boolean cut;

  private enum Encoding {
    UTF_8,
    UTF_16_BIG,
    UTF_16_LITTLE
  }

  /** Reads what tells the encoding. A line longer than {@code longest} is cut. */
  ByteLines(InputStream stream, int longest) throws IOException {
    this.bytes = new Bytes(stream);
    this.longest = longest;
    if (bytes.skipIf(0xef, 0xbb, 0xbf)) {
      encoding = Encoding.UTF_8;
    } else if (bytes.skipIf(0xfe, 0xff)) {
      encoding = Encoding.UTF_16_BIG;
    } else if (bytes.skipIf(0xff, 0xfe)) {
      encoding = Encoding.UTF_16_LITTLE;
    } else {
      encoding = Encoding.UTF_8;
    }
  }

  @Override
  public @Nullable Line next() throws IOException {
    line.setLength(0);
    invalidAt = -1;
    cut = false;
    boolean any = false;
    while (bytes.peek(0) >= 0) {
      any = true;
      int c = encoding == Encoding.UTF_8 ? utf8() : utf16();
      if (line.length() < longest) {
        if (c < 0x10000) {
          line.append((char) c);
        } else {
          line.appendCodePoint(c);
        }
      } else {
        cut = true;
      }
      if (c == '\n') {
        break;
      }
    }
    return any ? new Line(line.toString(), invalidAt, cut) : null;
  }

  private int utf8() throws IOException {
    int lead = bytes.take();
    if (lead < 0x80) {
      return lead;
    }
    int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4) {
      return invalid();
    }
    int value = lead & (0x3f >> more);
    for (int i = 0; i < more; i++) {
      int next = bytes.peek(0);
      if (next < (i == 0 ? lowest(lead) : 0x80) || next > (i == 0 ? highest(lead) : 0xbf)) {
        return invalid();
      }
      value = (value << 6) | (bytes.take() & 0x3f);
    }
    return value;
  }

  /** The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF. */
  private static int lowest(int lead) {
    return lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  }

  private static int highest(int lead) {
    return lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  }

  private int utf16() throws IOException {
    int unit = unit(0);
    bytes.take();
    if (unit < 0) {
      return invalid();
    }
    bytes.take();
    if (!Character.isSurrogate((char) unit)) {
      return unit;
    }
    int low = unit(0);
    if (low < 0
        || !Character.isHighSurrogate((char) unit)
        || !Character.isLowSurrogate((char) low)) {
      return invalid();
    }
    bytes.take();
    bytes.take();
    return Character.toCodePoint((char) unit, (char) low);
  }

  private int unit(int ahead) throws IOException {
    int first = bytes.peek(ahead);
    int second = bytes.peek(ahead + 1);
    if (first < 0 || second < 0) {
      return -1;
    }
    return encoding == Encoding.UTF_16_BIG ? (first << 8) | second : (second << 8) | first;
  }

  private int invalid() {
    if (invalidAt < 0) {
      invalidAt = line.length();
    }
    return REPLACEMENT;
  }
}
