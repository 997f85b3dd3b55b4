package dev.bylaw.schemagen;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the descriptions of all versions; {@code dev.bylaw.engine.schema.Documentation} reads them
 * and describes the format. Models have the numbers that {@link IndexWriter} gives them.
 */
final class DescriptionWriter {
  private final Section<String> texts = new Section<>(text -> new Bytes().text(text));

  /**
   * For each model its own text, then those of its fields in order; {@code ""} where there is none.
   */
  private final Section<List<String>> models = new Section<>(this::encode);

  private final Section<Api> versions = new Section<>(this::encode);
  private final SortedSet<ModelName> allNames = new TreeSet<>();

  private DescriptionWriter() {}

  static byte[] write(List<Api> apis) {
    var writer = new DescriptionWriter();
    apis.forEach(api -> writer.allNames.addAll(api.models().keySet()));
    apis.forEach(writer.versions::id);
    var out = new Bytes();
    writer.texts.writeTo(out);
    writer.models.writeTo(out);
    writer.versions.writeTo(out);
    return out.toByteArray();
  }

  private Bytes encode(List<String> descriptions) {
    var out = new Bytes();
    descriptions.forEach(text -> out.number(texts.id(text)));
    return out;
  }

  private Bytes encode(Api api) {
    var out = new Bytes();
    for (ModelName name : allNames) {
      Model model = api.models().get(name);
      out.number(model == null ? 0 : models.id(descriptions(model)) + 1);
    }
    return out;
  }

  private static List<String> descriptions(Model model) {
    List<String> descriptions = new ArrayList<>();
    descriptions.add(text(model.description()));
    for (Model.Field field : model.fields()) {
      descriptions.add(text(field.description()));
    }
    return descriptions;
  }

  /** A quantity has the text of its type, a page of grammar without a word about the field. */
  private static String text(@Nullable String description) {
    return description == null
            || description.startsWith("Quantity is a fixed-point representation of a number.")
        ? ""
        : description.strip();
  }
}
