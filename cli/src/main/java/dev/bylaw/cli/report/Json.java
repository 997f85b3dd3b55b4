package dev.bylaw.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Pieces of JSON, each on a line of its own. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** What an object holds. */
  interface Fields {
    void to(JsonGenerator generator) throws IOException;
  }

  /** One object on one line. */
  static String object(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.writeStartObject();
      fields.to(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A list of objects, each on a line, as a field one step in. */
  static String lines(List<String> objects) {
    return objects.isEmpty() ? "[]" : "[\n  " + String.join(",\n  ", objects) + "\n ]";
  }

  /** Texts on one line. */
  static String array(List<String> texts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.writeArray(texts.toArray(String[]::new), 0, texts.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Texts as a field. */
  static void texts(String name, List<String> texts, JsonGenerator generator) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String text : texts) {
      generator.writeString(text);
    }
    generator.writeEndArray();
  }
}
