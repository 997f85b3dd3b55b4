package dev.bylaw.cli.lsp;

import java.util.List;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.jspecify.annotations.Nullable;

/** What an editor counts when it counts the characters of a line. */
enum Encoding {
  UTF_8(PositionEncodingKind.UTF8),
  UTF_16(PositionEncodingKind.UTF16),
  UTF_32(PositionEncodingKind.UTF32);

  private final String kind;

  Encoding(String kind) {
    this.kind = kind;
  }

  /** Its name in the protocol. */
  String kind() {
    return kind;
  }

  /** The first that the editor offers and that is known here; without an offer UTF-16. */
  static Encoding of(@Nullable List<String> offered) {
    if (offered != null) {
      // Ours, so that nothing is converted, if it may be.
      if (offered.contains(UTF_16.kind)) {
        return UTF_16;
      }
      for (Encoding encoding : values()) {
        if (offered.contains(encoding.kind)) {
          return encoding;
        }
      }
    }
    return UTF_16;
  }

  /** How many units the first {@code end} UTF-16 units of a line are. */
  int units(String line, int end) {
    int last = Math.min(end, line.length());
    if (this == UTF_16) {
      return last;
    }
    int units = 0;
    for (int i = 0; i < last; i += Character.charCount(line.codePointAt(i))) {
      units += size(line.codePointAt(i));
    }
    return units;
  }

  /**
   * How many UTF-16 units the first {@code units} units of a line are; its length if it is less.
   */
  int utf16(String line, int units) {
    if (this == UTF_16) {
      return Math.clamp(units, 0, line.length());
    }
    int left = units;
    int i = 0;
    while (i < line.length() && left > 0) {
      int character = line.codePointAt(i);
      left -= size(character);
      i += Character.charCount(character);
    }
    return i;
  }

  private int size(int character) {
    return switch (this) {
      case UTF_8 -> character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      case UTF_16 -> Character.charCount(character);
      case UTF_32 -> 1;
    };
  }
}
