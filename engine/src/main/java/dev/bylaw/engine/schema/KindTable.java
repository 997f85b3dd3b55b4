package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of one version, sorted by name, each decoded when it is asked for. */
final class KindTable {
  private final TypeTable types;
  private final int[] numbers;
  private final @Nullable ResourceKind[] decoded;

  /**
   * @param in where the version's kinds begin
   */
  KindTable(TypeTable types, Cursor in) {
    this.types = types;
    numbers = new int[in.number()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.number();
    }
    decoded = new ResourceKind[numbers.length];
  }

  int size() {
    return numbers.length;
  }

  String name(int row) {
    return types.index().string(types.index().kinds.entry(numbers[row]));
  }

  /** The first row with this name or, if there is none, with a greater one. */
  int find(String name) {
    int low = 0;
    int high = numbers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (name(middle).compareTo(name) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  ResourceKind get(int row) {
    ResourceKind kind = decoded[row];
    if (kind == null) {
      kind = decode(types.index().kinds.entry(numbers[row]));
      decoded[row] = kind;
    }
    return kind;
  }

  private ResourceKind decode(Cursor in) {
    SchemaIndex index = types.index();
    String kind = index.string(in);
    String group = index.string(in);
    String version = index.string(in);
    boolean namespaced = in.flag();
    ObjectType type = types.object(in.number());
    if (type == null) {
      throw new IllegalStateException("No type of " + kind);
    }
    int count = in.number();
    List<List<String>> podSpecs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      podSpecs.add(index.strings(in));
    }
    return new ResourceKind(group, version, kind, namespaced, type, podSpecs, false);
  }
}
