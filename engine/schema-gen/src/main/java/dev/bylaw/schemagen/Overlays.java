package dev.bylaw.schemagen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Adds to each version what the model classes do not say, from the tables beside this tool. */
final class Overlays {
  private final List<FieldOverlay> fields = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  private Overlays() {}

  static Overlays read(Path directory) throws IOException {
    var overlays = new Overlays();
    overlays.leaves(
        Table.read(directory.resolve("enums.tsv"), 3),
        FieldType.string(),
        values -> new FieldType.Enumeration(Table.values(values)));
    overlays.leaves(
        Table.read(directory.resolve("scalars.tsv"), 3), FieldType.string(), FieldType.Scalar::new);
    overlays.leaves(
        Table.read(directory.resolve("dimensions.tsv"), 3),
        FieldType.anyQuantity(),
        FieldType.Quantity::new);
    overlays.keys(Table.read(directory.resolve("list-keys.tsv"), 3));
    for (List<String> row : Table.read(directory.resolve("kinds.tsv"), 5).rows()) {
      overlays.kinds.add(
          new Kind(
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3).equals("namespaced"),
              ModelName.parse(row.get(4))));
    }
    return overlays;
  }

  private void leaves(Table table, FieldType expected, Function<String, FieldType> leaf) {
    for (List<String> row : table.rows()) {
      FieldType replacement = leaf.apply(row.get(2));
      add(
          table,
          row,
          field ->
              field.type().leaf().equals(expected)
                  ? field.withType(field.type().withLeaf(replacement))
                  : field);
    }
  }

  private void keys(Table table) {
    for (List<String> row : table.rows()) {
      List<String> keys = Table.values(row.get(2));
      add(
          table,
          row,
          field -> field.type() instanceof FieldType.ListOf ? field.withKeys(keys) : field);
    }
  }

  private void add(Table table, List<String> row, UnaryOperator<Model.Field> change) {
    fields.add(new FieldOverlay(table.file() + ": " + row, row.get(0), row.get(1), change));
  }

  Api apply(Api api) {
    SortedMap<ModelName, Model> models = new TreeMap<>();
    api.models().forEach((name, model) -> models.put(name, applied(model)));
    SortedSet<Kind> all = new TreeSet<>();
    for (Kind kind : api.kinds()) {
      all.add(complete(kind, models));
    }
    for (Kind kind : kinds) {
      if (!all.add(complete(kind, models))) {
        throw new SchemaException("kinds.tsv: " + kind + " is known without it");
      }
    }
    return new Api(api.minor(), models, all);
  }

  private Model applied(Model model) {
    List<Model.Field> changed = new ArrayList<>();
    for (Model.Field field : model.fields()) {
      Model.Field result = field;
      for (FieldOverlay overlay : fields) {
        result = overlay.apply(model.name(), result);
      }
      changed.add(result);
    }
    return new Model(model.name(), model.description(), changed);
  }

  /** The items of a typed list are objects of their own, so a list embeds no Pod spec. */
  private static Kind complete(Kind kind, SortedMap<ModelName, Model> models) {
    Model model = models.get(kind.model());
    if (model == null) {
      throw new SchemaException(kind + " has no model " + kind.model());
    }
    Model.Field items = model.field("items");
    boolean list = kind.kind().endsWith("List") && items != null;
    return list ? kind : kind.withPodSpecs(PodSpecPaths.of(kind.model(), models));
  }

  /** To be called when every version has been seen. */
  void checkAllUsed() {
    for (FieldOverlay overlay : fields) {
      if (!overlay.used()) {
        throw new SchemaException(overlay + " names no field of that kind in any version");
      }
    }
  }
}
