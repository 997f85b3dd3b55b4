package dev.bylaw.engine.schema;

import org.jspecify.annotations.Nullable;

/** A part of an index: entries known by their number, each decoded when it is asked for. */
final class Section {
  private final byte[] bytes;
  private final int[] starts;
  private final int[] ends;
  private final @Nullable String[] texts;

  Section(byte[] bytes, int[] starts, int[] ends) {
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
    this.texts = new String[starts.length];
  }

  int size() {
    return starts.length;
  }

  Cursor entry(int number) {
    return new Cursor(bytes, starts[number], ends[number]);
  }

  /** An entry that is text and nothing else. */
  String text(int number) {
    String text = texts[number];
    if (text == null) {
      text = entry(number).text();
      texts[number] = text;
    }
    return text;
  }
}
