package dev.bylaw.engine.coverage;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.grammar.Span;
import java.util.List;

/**
 * What a careful author of a rule would have tried, and what of it the tests tried.
 *
 * @param items in the order in which the rule says them
 */
public record RuleCoverage(CheckedRule rule, List<Item> items) {
  public RuleCoverage {
    items = List.copyOf(items);
  }

  public int seen() {
    return (int) items.stream().filter(Item::seen).count();
  }

  public int total() {
    return items.size();
  }

  /** One thing to be tried. */
  public sealed interface Item {
    boolean seen();

    /** Where the rule says it. */
    Span span();

    /** What a test has to do, to be read after {@code no test}. */
    String wanted();
  }

  /**
   * A part of a condition, made true or false.
   *
   * @param whole whether it is all of {@code when} or of the verdict, and has parts itself
   * @param truth of the part as it is written, a {@code not} of its operator included
   */
  public record Part(Span span, boolean whole, boolean truth, boolean seen) implements Item {
    @Override
    public String wanted() {
      return (whole ? "makes all of this " : "makes this ") + truth;
    }
  }

  /** A container of one of the lists that the rule is for. */
  public record Containers(ContainerList list, Span span, boolean seen) implements Item {
    @Override
    public String wanted() {
      return switch (list) {
        case INIT -> "has an init container";
        case REGULAR -> "has a regular container";
        case EPHEMERAL -> "has an ephemeral container";
      };
    }
  }

  /** An object of one of the kinds, or a Pod in one of the shapes, that the rule is for. */
  public record Objects(String name, Span span, boolean seen) implements Item {
    @Override
    public String wanted() {
      return "has " + (isVowel(name.charAt(0)) ? "an " : "a ") + name;
    }

    private static boolean isVowel(char c) {
      return "AEIOU".indexOf(c) >= 0;
    }
  }
}
