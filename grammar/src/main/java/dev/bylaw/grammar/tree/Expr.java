package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a rule as it is written. Conditions and values share the tree; the checker tells
 * them apart.
 */
public sealed interface Expr {
  Span span();

  // Conditions

  /** {@code a and b and c}: two or more operands. */
  record And(List<Expr> operands, Span span) implements Expr {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** {@code a or b or c}: two or more operands. */
  record Or(List<Expr> operands, Span span) implements Expr {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  record Not(Expr operand, Span span) implements Expr {}

  /**
   * {@code any v in volumes where C: D}, {@code any key, value in labels: D}.
   *
   * @param key null where one variable is written: then the collection is a list
   */
  record Quantified(
      Quantifier quantifier,
      @Nullable Name key,
      Name variable,
      Expr list,
      @Nullable Expr where,
      Expr condition,
      Span span)
      implements Expr {}

  enum Quantifier {
    ANY,
    ALL,
    NO
  }

  /** {@code exists PodDisruptionBudget b where C}. */
  record Exists(Name kind, @Nullable Name variable, @Nullable Expr where, Span span)
      implements Expr {}

  /** A comparison; {@code operatorSpan} covers all words of the operator. */
  record Binary(Expr left, Operator operator, Span operatorSpan, Expr right, Span span)
      implements Expr {}

  /** What stands between the two sides of a {@link Binary}. */
  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("in"),
    NOT_IN("not in"),
    LIKE("like"),
    NOT_LIKE("not like"),
    MATCHES("matches"),
    NOT_MATCHES("not matches"),
    FROM("from"),
    NOT_FROM("not from"),
    UNDER("under"),
    NOT_UNDER("not under"),
    CONTAINS("contains"),
    CONTAINS_ANY_OF("contains any of"),
    CONTAINS_ALL_OF("contains all of"),
    CONTAINS_ONLY("contains only"),
    SELECTS("selects");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    /** As it is written in a rule. */
    public String text() {
      return text;
    }
  }

  /** {@code x is present}, {@code x is absent}. */
  record Presence(Expr operand, boolean absent, Span span) implements Expr {}

  /** {@code c is known}, {@code c is unknown}: whether a name means something. */
  record Known(Expr operand, boolean known, Span span) implements Expr {}

  // Values

  /** {@code x default 1}. */
  record Default(Expr operand, Expr fallback, Span span) implements Expr {}

  /** {@code count(list)}. */
  record Count(Expr list, Span span) implements Expr {}

  /** {@code exactly "ALL"}: the text itself, not what it names. */
  record Exactly(Expr operand, Span span) implements Expr {}

  /**
   * {@code image}, {@code spec.replicas}, {@code metadata.labels["tier"]}. A bare word may also
   * turn out to be an enum value or a capability.
   */
  record Path(Name first, List<Step> steps, boolean unchecked, Span span) implements Expr {
    public Path {
      steps = List.copyOf(steps);
    }

    /** Whether it is one word and nothing else. */
    public boolean isWord() {
      return steps.isEmpty() && !unchecked;
    }
  }

  /** What follows the first name of a {@link Path}; the span includes the dot or the brackets. */
  sealed interface Step {
    Span span();

    record Field(Name name, Span span) implements Step {}

    /** {@code ["key"]} or {@code [0]}. */
    record Index(Expr key, Span span) implements Step {}

    /** {@code ["example.com/{container.name}"]}: a key that is put together. */
    record ComputedKey(Template key, Span span) implements Step {}
  }

  /** {@code (x)}: kept, because the formatter writes what the author wrote. */
  record Parenthesized(Expr inner, Span span) implements Expr {}

  /** {@code (a default b).c}: a part of what stands in parentheses, which {@code of} includes. */
  record Part(Parenthesized of, List<Step> steps, Span span) implements Expr {
    public Part {
      steps = List.copyOf(steps);
    }
  }

  record ListLiteral(List<Expr> items, Span span) implements Expr {
    public ListLiteral {
      items = List.copyOf(items);
    }
  }

  record StringLiteral(Text text) implements Expr {
    @Override
    public Span span() {
      return text.span();
    }
  }

  record BooleanLiteral(boolean value, Span span) implements Expr {}

  /**
   * Digits with perhaps a sign, a fraction and a unit: {@code 3}, {@code -1.5}, {@code 500m},
   * {@code 2Gi}, {@code 1h30m}, as written.
   */
  record NumberLiteral(String text, Span span) implements Expr {}

  /** {@code 2027-03-31}, as written; it may not be a day of the calendar. */
  record DateLiteral(String text, Span span) implements Expr {}

  /** {@code v1.30}, as written; it may have more parts than a version has. */
  record VersionLiteral(String text, Span span) implements Expr {}

  /**
   * {@code /[a-z]+/}: the expression between the slashes, with {@code \/} already read as a slash.
   */
  record RegexLiteral(String pattern, Span span) implements Expr {}

  /** Where the text was no expression; a diagnostic says why, and nothing more is said of it. */
  record Missing(Span span) implements Expr {}
}
