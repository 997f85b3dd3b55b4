package dev.bylaw.engine.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The types of all supported versions, as the build extracts them ({@code
 * dev.bylaw.schemagen.IndexWriter}).
 *
 * <p>Six {@linkplain Cursor#section() sections}; entries refer to others by number:
 *
 * <ol>
 *   <li>strings: UTF-8
 *   <li>types: a letter and what belongs to it: {@code s} a string, the constant of {@code
 *       Type.Scalar}; {@code e} strings, the values of an enumeration; {@code q} a string, the
 *       constant of {@code Type.Dimension}; {@code l} and {@code m} a type, that of the elements of
 *       a list or the values of a map; {@code o} an object
 *   <li>objects: a string, the name; sorted by name, and under one name with the stable and newer
 *       first
 *   <li>shapes: the fields of an object: each a string, a type, whether it is required, and the
 *       strings of a list's keys
 *   <li>kinds: the strings kind, group and version, whether it is namespaced, an object, and for
 *       each path to a Pod spec its strings; sorted by kind, and under one kind with the stable and
 *       newer first
 *   <li>versions: a string, {@code 1.34}; for every object its shape plus one, or 0 if this version
 *       lacks it; then the kinds it has, ascending
 * </ol>
 *
 * <p>Where several follow each other, their count comes first; but objects in a version, which are
 * all.
 */
final class SchemaIndex {
  final Section strings;
  final Section types;
  final Section objects;
  final Section shapes;
  final Section kinds;
  final Section versions;

  private SchemaIndex(Cursor in) {
    strings = in.section();
    types = in.section();
    objects = in.section();
    shapes = in.section();
    kinds = in.section();
    versions = in.section();
  }

  /** The one index, read when it is first needed. */
  static SchemaIndex get() {
    return Loaded.INDEX;
  }

  String string(Cursor in) {
    return strings.text(in.number());
  }

  List<String> strings(Cursor in) {
    int count = in.number();
    if (count == 0) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(string(in));
    }
    return List.copyOf(texts);
  }

  String objectName(int object) {
    return string(objects.entry(object));
  }

  private static final class Loaded {
    static final SchemaIndex INDEX = load();

    private static SchemaIndex load() {
      Cursor in = Cursor.open("index.bin");
      if (in == null) {
        throw new IllegalStateException("The program was built without its schema");
      }
      return new SchemaIndex(in);
    }
  }
}
