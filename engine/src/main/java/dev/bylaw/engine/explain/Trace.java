package dev.bylaw.engine.explain;

import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a condition came to. The evaluator says of every part whether it holds; the tree
 * says which parts it is made of, and which of them decided.
 *
 * <p>A part decides if it belongs to the reason why the whole holds or does not: of parts that all
 * have to hold each one that fails, of parts of which one is enough each one that holds, and
 * otherwise all of them.
 */
public sealed interface Trace {
  /** As the rule writes it, on one line. */
  String text();

  boolean holds();

  boolean decides();

  /** How the parts of a junction make the whole. */
  enum Joint {
    /** {@code and}: every part has to hold. */
    ALL("and"),
    /** {@code or}: one part is enough. */
    ANY("or"),
    /** {@code not}: the part must not hold. */
    NONE("not");

    private final String word;

    Joint(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Conditions that are joined to one. */
  record Junction(Joint joint, String text, boolean holds, boolean decides, List<Trace> parts)
      implements Trace {
    public Junction {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A comparison or another question about values.
   *
   * @param readings the values that it asks about, but for literals
   * @param items where it asks about the elements of a list, what it found of each; or about each
   *     wanted element whether the list has it
   */
  record Test(
      String text,
      boolean holds,
      boolean decides,
      List<Reading> readings,
      Collected<Item> items,
      @Nullable String note)
      implements Trace {
    public Test {
      readings = List.copyOf(readings);
    }
  }

  /** A word that stands for a condition. */
  record Named(Meaning word, Trace meaning) implements Trace {
    @Override
    public String text() {
      return word.name();
    }

    @Override
    public boolean holds() {
      return meaning.holds();
    }

    @Override
    public boolean decides() {
      return meaning.decides();
    }
  }

  /**
   * {@code any}, {@code all} or {@code no} over the elements of a list, or {@code exists} over the
   * objects of the input.
   *
   * @param joint how the elements that count make the whole
   * @param readings the list; none for {@code exists}
   */
  record Quantified(
      Joint joint,
      String text,
      boolean holds,
      boolean decides,
      List<Reading> readings,
      Collected<Element> elements)
      implements Trace {
    public Quantified {
      readings = List.copyOf(readings);
    }
  }

  /**
   * One element of a list against the list or literal on the other side.
   *
   * @param note what is worth saying of the element, or null
   */
  record Item(String text, boolean holds, boolean decides, @Nullable String note) {}

  /**
   * What a quantifier found of one element.
   *
   * @param name the name of the element or object, or its value, or null
   * @param path where it is
   * @param counts whether {@code where} lets it count
   * @param where null where there is none
   * @param condition null where there is none, or the element does not count
   */
  record Element(
      @Nullable String name,
      String path,
      Span span,
      boolean counts,
      boolean decides,
      @Nullable Trace where,
      @Nullable Trace condition) {

    /** Whether it counts and the condition holds for it. */
    public boolean holds() {
      return counts && (condition == null || condition.holds());
    }
  }

  /**
   * The first of many, those that decide before the others, all in their order.
   *
   * @param more how many were left out
   */
  record Collected<T>(List<T> shown, int more) {
    public Collected {
      shown = List.copyOf(shown);
    }

    public static <T> Collected<T> none() {
      return new Collected<>(List.of(), 0);
    }

    public int total() {
      return shown.size() + more;
    }
  }
}
