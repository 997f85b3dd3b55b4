package dev.bylaw.schemagen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One part of an index: entries that are known by their number, equal ones stored once. Written as
 * their count, then each with its length before it, so that a reader can find one without decoding
 * the others.
 */
final class Section<T> {
  private final Map<T, Integer> ids = new LinkedHashMap<>();
  private final Bytes entries = new Bytes();
  private final Function<T, Bytes> encoding;

  Section(Function<T, Bytes> encoding) {
    this.encoding = encoding;
  }

  /**
   * The number of this entry, which is added if it is new. What its encoding refers to comes before
   * it.
   */
  int id(T entry) {
    Integer known = ids.get(entry);
    if (known != null) {
      return known;
    }
    Bytes encoded = encoding.apply(entry);
    entries.number(encoded.size()).append(encoded);
    int id = ids.size();
    ids.put(entry, id);
    return id;
  }

  int size() {
    return ids.size();
  }

  void writeTo(Bytes out) {
    out.number(ids.size()).append(entries);
  }
}
