package dev.bylaw.cli.fix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file as text, to be written back byte for byte.
 *
 * @param mark whether it starts with a byte order mark, which is no part of the text
 */
public record FileText(String text, boolean mark) {
  private static final char MARK = '\ufeff';

  /** The text of UTF-8; null if it is something else. */
  public static @Nullable FileText of(byte[] bytes) {
    try {
      // A decoder of its own reports what is malformed instead of replacing it.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean mark = !text.isEmpty() && text.charAt(0) == MARK;
      return new FileText(mark ? text.substring(1) : text, mark);
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Another text in the same encoding. */
  public byte[] bytes(String other) {
    return (mark ? MARK + other : other).getBytes(StandardCharsets.UTF_8);
  }
}
