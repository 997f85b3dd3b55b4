package dev.bylaw.engine.report;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pieces of JSON, each on a line of its own. */
public final class Json {
  private Json() {}

  /** One object on one line. */
  public static String object(Consumer<JsonWriter> fields) {
    return JsonWriter.object(fields);
  }

  /** A list of objects, each on a line, as a field one step in. */
  public static String lines(List<String> objects) {
    return objects.isEmpty() ? "[]" : "[\n  " + String.join(",\n  ", objects) + "\n ]";
  }

  /** A text in quotes, or {@code null}. */
  public static String text(@Nullable String text) {
    JsonWriter writer = new JsonWriter();
    writer.writeString(text);
    return writer.toString();
  }

  /** Texts on one line. */
  public static String array(List<String> texts) {
    JsonWriter writer = new JsonWriter();
    writer.writeStartArray();
    texts.forEach(writer::writeString);
    writer.writeEndArray();
    return writer.toString();
  }

  /** Texts as a field. */
  public static void texts(String name, List<String> texts, JsonWriter out) {
    out.writeArrayFieldStart(name);
    texts.forEach(out::writeString);
    out.writeEndArray();
  }
}
