package dev.bylaw.engine.policy;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, ready to be evaluated.
 *
 * @param id its pack's name and its own: {@code capabilities/big-four}
 * @param title a short sentence; the text of its clause where the author gave none
 * @param documentation the Markdown of its {@code ##} comment; empty if there is none
 * @param when an object for which this does not hold is not looked at; null means every one is
 * @param message null where the author gave none: the evaluator then says what the clause says
 * @param clause where {@code deny …} or {@code require …} is written
 * @param words every use of a word of a pack in the rule, or in what such a word stands for; of a
 *     policy that the build compiled none are kept
 */
public record CheckedRule(
    String id,
    String title,
    Severity severity,
    String documentation,
    Subject subject,
    @Nullable Condition when,
    Verdict verdict,
    Condition condition,
    @Nullable Message message,
    List<CheckedFix> fixes,
    List<String> references,
    List<Example> examples,
    Span clause,
    List<Word> words) {
  public CheckedRule {
    fixes = List.copyOf(fixes);
    references = List.copyOf(references);
    examples = List.copyOf(examples);
    words = List.copyOf(words);
  }

  /** A rule that uses no words. */
  public CheckedRule(
      String id,
      String title,
      Severity severity,
      String documentation,
      Subject subject,
      @Nullable Condition when,
      Verdict verdict,
      Condition condition,
      @Nullable Message message,
      List<CheckedFix> fixes,
      List<String> references,
      List<Example> examples,
      Span clause) {
    this(
        id,
        title,
        severity,
        documentation,
        subject,
        when,
        verdict,
        condition,
        message,
        fixes,
        references,
        examples,
        clause,
        List.of());
  }

  /** The rule without its examples, where somebody else answers for them. */
  public CheckedRule withoutExamples() {
    return new CheckedRule(
        id,
        title,
        severity,
        documentation,
        subject,
        when,
        verdict,
        condition,
        message,
        fixes,
        references,
        List.of(),
        clause);
  }

  /** The rule as somebody else judges how bad its violations are. */
  public CheckedRule withSeverity(Severity other) {
    return new CheckedRule(
        id,
        title,
        other,
        documentation,
        subject,
        when,
        verdict,
        condition,
        message,
        fixes,
        references,
        examples,
        clause,
        words);
  }

  /** The name of its pack: {@code capabilities}. */
  public String pack() {
    return id.substring(0, Math.max(0, id.lastIndexOf('/')));
  }

  /** A clause as it is shown in one line: white space becomes one space. */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        space = true;
      } else {
        line.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return line.toString();
  }

  /**
   * The use of a word that a pack defines.
   *
   * @param use where it is used
   * @param meaning the span of the checked condition or value that it stands for there
   */
  public record Word(Kind kind, String name, Span use, Span meaning) {
    public enum Kind {
      LET("let"),
      PARAMETER("param"),
      DEFINITION("define");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      /** As rule files write it. */
      public String word() {
        return word;
      }
    }
  }

  /**
   * A manifest that the rule passes or finds something in, as its author says; a test holds him to
   * it.
   */
  public record Example(boolean passes, String manifest, Span span) {}

  /**
   * A message in parts: literal text, and values of which one that is absent reads as {@code not
   * set}.
   */
  public record Message(List<Part> parts) {
    public Message {
      parts = List.copyOf(parts);
    }

    public sealed interface Part {
      record Literal(String text) implements Part {}

      record Placeholder(Value value) implements Part {}

      /** {@code {matched}}: the element of a list that broke the rule. */
      record Matched() implements Part {}
    }
  }

  /** How the manifest can be mended. */
  public sealed interface CheckedFix {
    /** Removes the offending element, or the whole value, at {@code path}. */
    record Remove(boolean matchedOnly, Value.Read path) implements CheckedFix {}

    /** Appends a value to the list at {@code path}. */
    record Add(String value, Value.Read path) implements CheckedFix {}

    /** Sets the scalar at {@code path}; {@code value} is YAML text. */
    record Set(String value, Value.Read path) implements CheckedFix {}
  }
}
