package dev.bylaw.schemagen;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes the structure of all versions as one index; {@code dev.bylaw.engine.schema.SchemaIndex}
 * reads it and describes the format.
 */
final class IndexWriter {
  private final Section<String> strings = new Section<>(text -> new Bytes().text(text));
  private final Section<FieldType> types = new Section<>(this::encode);
  private final Section<List<Model.Field>> shapes = new Section<>(this::encode);
  private final Section<ModelName> names = new Section<>(name -> reference(name.name()));
  private final Section<Kind> kinds = new Section<>(this::encode);
  private final Section<Api> versions = new Section<>(this::encode);

  /** The models of all versions, in the order of their numbers. */
  private final SortedSet<ModelName> allNames = new TreeSet<>();

  private IndexWriter() {}

  static byte[] write(List<Api> apis) {
    var writer = new IndexWriter();
    SortedSet<Kind> allKinds = new TreeSet<>();
    for (Api api : apis) {
      writer.allNames.addAll(api.models().keySet());
      allKinds.addAll(api.kinds());
    }
    writer.allNames.forEach(writer.names::id);
    allKinds.forEach(writer.kinds::id);
    apis.forEach(writer.versions::id);
    var out = new Bytes();
    writer.strings.writeTo(out);
    writer.types.writeTo(out);
    writer.names.writeTo(out);
    writer.shapes.writeTo(out);
    writer.kinds.writeTo(out);
    writer.versions.writeTo(out);
    return out.toByteArray();
  }

  private Bytes reference(String text) {
    return new Bytes().number(strings.id(text));
  }

  private Bytes references(List<String> texts) {
    var out = new Bytes().number(texts.size());
    texts.forEach(text -> out.number(strings.id(text)));
    return out;
  }

  private Bytes encode(FieldType type) {
    var out = new Bytes();
    return switch (type) {
      case FieldType.Scalar(String name) -> out.text("s").append(reference(name));
      case FieldType.Enumeration(List<String> values) -> out.text("e").append(references(values));
      case FieldType.Quantity(String dimension) -> out.text("q").append(reference(dimension));
      case FieldType.ListOf(FieldType element) -> out.text("l").number(types.id(element));
      case FieldType.MapOf(FieldType value) -> out.text("m").number(types.id(value));
      case FieldType.Reference(ModelName model) -> out.text("o").number(names.id(known(model)));
    };
  }

  private ModelName known(ModelName name) {
    if (!allNames.contains(name)) {
      throw new SchemaException("No version has a model " + name);
    }
    return name;
  }

  private Bytes encode(List<Model.Field> fields) {
    var out = new Bytes().number(fields.size());
    for (Model.Field field : fields) {
      out.append(reference(field.name()))
          .number(types.id(field.type()))
          .number(field.required() ? 1 : 0)
          .append(references(field.keys()));
    }
    return out;
  }

  private Bytes encode(Kind kind) {
    var out =
        reference(kind.kind()).append(reference(kind.group())).append(reference(kind.version()));
    out.number(kind.namespaced() ? 1 : 0).number(names.id(kind.model()));
    out.number(kind.podSpecs().size());
    kind.podSpecs().forEach(path -> out.append(references(path)));
    return out;
  }

  /**
   * The shape of each model by its number, 0 for a model that this version lacks; then the kinds.
   */
  private Bytes encode(Api api) {
    var out = reference(api.minor());
    for (ModelName name : allNames) {
      Model model = api.models().get(name);
      out.number(model == null ? 0 : shapes.id(structure(model)) + 1);
    }
    out.number(api.kinds().size());
    api.kinds().forEach(kind -> out.number(kinds.id(kind)));
    return out;
  }

  /** The fields without their descriptions, which would tell equal ones apart. */
  private static List<Model.Field> structure(Model model) {
    List<Model.Field> fields = new ArrayList<>();
    for (Model.Field field : model.fields()) {
      fields.add(new Model.Field(field.name(), field.type(), field.required(), field.keys(), null));
    }
    return fields;
  }
}
