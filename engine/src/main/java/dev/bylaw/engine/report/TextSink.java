package dev.bylaw.engine.report;

/** Where the text of a report goes. */
public interface TextSink {
  void print(String text);

  default void println(String text) {
    print(text);
    print("\n");
  }

  /** Lets a reader see what was printed so far. */
  default void flush() {}
}
