package dev.bylaw.engine.report;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259) on one line, in the bytes that Jackson's generator writes: no spaces, and
 * of the characters only those escaped that have to be. The browser has no Jackson.
 *
 * <p>Values are written in order; a field's name comes before its value. That brackets match is the
 * caller's affair.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder out = new StringBuilder();
  private boolean separate;

  /** One object on one line. */
  public static String object(Consumer<JsonWriter> fields) {
    JsonWriter writer = new JsonWriter();
    writer.writeStartObject();
    fields.accept(writer);
    writer.writeEndObject();
    return writer.toString();
  }

  public void writeStartObject() {
    open('{');
  }

  public void writeEndObject() {
    close('}');
  }

  public void writeStartArray() {
    open('[');
  }

  public void writeEndArray() {
    close(']');
  }

  public void writeObjectFieldStart(String name) {
    writeFieldName(name);
    writeStartObject();
  }

  public void writeArrayFieldStart(String name) {
    writeFieldName(name);
    writeStartArray();
  }

  public void writeFieldName(String name) {
    writeString(name);
    out.append(':');
    separate = false;
  }

  /** {@code null} where there is no text. */
  public void writeStringField(String name, @Nullable String text) {
    writeFieldName(name);
    writeString(text);
  }

  public void writeNumberField(String name, long number) {
    writeFieldName(name);
    // In the browser a number of 64 bits is put together of two.
    value(number == (int) number ? Integer.toString((int) number) : Long.toString(number));
  }

  public void writeBooleanField(String name, boolean value) {
    writeFieldName(name);
    value(value ? "true" : "false");
  }

  public void writeNullField(String name) {
    writeFieldName(name);
    value("null");
  }

  /** {@code null} where there is no text. */
  public void writeString(@Nullable String text) {
    if (text == null) {
      value("null");
      return;
    }
    comma();
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEscaped(text.charAt(i))) {
        out.append(text, plain, i);
        escape(text.charAt(i));
        plain = i + 1;
      }
    }
    // A whole text is copied at once, a part of one by characters.
    (plain == 0 ? out.append(text) : out.append(text, plain, text.length())).append('"');
    separate = true;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void open(char bracket) {
    comma();
    out.append(bracket);
    separate = false;
  }

  private void close(char bracket) {
    out.append(bracket);
    separate = true;
  }

  private void value(String json) {
    comma();
    out.append(json);
    separate = true;
  }

  private void comma() {
    if (separate) {
      out.append(',');
    }
  }

  private static boolean isEscaped(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
