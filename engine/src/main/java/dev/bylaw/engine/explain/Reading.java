package dev.bylaw.engine.explain;

import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that a part of a condition asked about, and how it came about. */
public sealed interface Reading {
  /** As the rule writes it, on one line. */
  String text();

  /** The value as flow YAML, cut where it is long; null where it is not set. */
  @Nullable String value();

  /**
   * A value of the manifest.
   *
   * @param path where it is, or would be, from the document's root
   * @param span the value, or the nearest existing parent's key where it is not set
   * @param wrongType it is there, and of a type that the API does not take: it counts as not set
   * @param note how the value is read, where that is not plain; or null
   */
  record Read(
      String text,
      @Nullable String value,
      String path,
      Span span,
      boolean wrongType,
      @Nullable String note)
      implements Reading {}

  /**
   * {@code a default b}: the first value that is set.
   *
   * @param alternatives in the order of the rule
   * @param taken the index of the one that was taken, or -1 where none is set
   */
  record Default(String text, @Nullable String value, List<Reading> alternatives, int taken)
      implements Reading {
    public Default {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** The number of elements of a list, or of keys of a map. */
  record Count(String text, String value, Reading list) implements Reading {}

  /** A list that the rule puts together. */
  record Items(String text, String value, List<Reading> items) implements Reading {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A value that the rule itself has. */
  record Literal(String text, String value) implements Reading {}

  /** What a word of a pack stands for, where that is a value. */
  record Word(Meaning word) implements Reading {
    @Override
    public String text() {
      return word.name();
    }

    @Override
    public String value() {
      return word.text();
    }
  }
}
