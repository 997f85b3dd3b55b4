package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.explain.Meaning;
import dev.bylaw.engine.explain.Reading;
import dev.bylaw.engine.explain.Trace;
import dev.bylaw.engine.explain.Trace.Joint;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a condition of a rule the tree of what its parts came to. It decides nothing: whether a
 * part holds is {@link Truth}'s to say, what a value is the {@link Reader}'s.
 */
final class Tracer {
  /** What it takes to show a part of a condition with all that it read. */
  private static final int STEPS = 300;

  private final List<CheckedRule.Word> words;
  private final Truth truth;
  private final Readings readings;
  private final Elements elements;
  private final Items items;
  private final Selection selection;
  private final Steps steps;

  Tracer(
      CheckedRule rule,
      Frame frame,
      Reader reader,
      Truth truth,
      Locator locator,
      Search input,
      Steps steps) {
    this.words = rule.words();
    this.truth = truth;
    this.readings = new Readings(reader, locator);
    this.elements = new Elements(frame, reader, truth, locator, input, this);
    this.items = new Items(reader, truth);
    this.selection = new Selection(frame, reader, steps);
    this.steps = steps;
  }

  /** The whole condition of a rule, or its {@code when}. */
  Trace trace(Condition condition, boolean decides) {
    for (CheckedRule.Word word : words) {
      if (word.meaning().equals(condition.span()) && !isWithin(word.use(), condition.span())) {
        return new Trace.Named(meaning(word), part(condition, decides));
      }
    }
    return part(condition, decides);
  }

  /** A part of what is written at {@code whole}. */
  Trace trace(Condition condition, Span whole, boolean decides) {
    for (CheckedRule.Word word : words) {
      if (word.meaning().equals(condition.span()) && isWithin(word.use(), whole)) {
        return new Trace.Named(meaning(word), part(condition, decides));
      }
    }
    return part(condition, decides);
  }

  private static boolean isWithin(Span part, Span whole) {
    return part.source() == whole.source()
        && part.start() >= whole.start()
        && part.end() <= whole.end();
  }

  private static Meaning meaning(CheckedRule.Word word) {
    return new Meaning(
        word.kind(), word.name(), CheckedRule.oneLine(word.meaning().text()), word.meaning());
  }

  private Trace part(Condition condition, boolean decides) {
    steps.take(STEPS);
    return switch (condition) {
      case Condition.Parametric parametric -> part(parametric.condition(), decides);
      case Condition.And and -> junction(Joint.ALL, and.operands(), and, decides);
      case Condition.Or or -> junction(Joint.ANY, or.operands(), or, decides);
      case Condition.Not not ->
          isOneOperator(not)
              ? test(not.operand(), truth.holds(not), decides)
              : junction(Joint.NONE, List.of(not.operand()), not, decides);
      case Condition.Quantified quantified ->
          new Trace.Quantified(
              switch (quantified.quantifier()) {
                case ANY -> Joint.ANY;
                case ALL -> Joint.ALL;
                case NO -> Joint.NONE;
              },
              text(quantified),
              truth.holds(quantified),
              decides,
              withWords(readings.of(quantified), quantified.list().span()),
              elements.of(quantified, decides));
      case Condition.Exists exists ->
          new Trace.Quantified(
              Joint.ANY,
              text(exists),
              truth.holds(exists),
              decides,
              List.of(),
              elements.of(exists, decides));
      case Condition.Leaf _ -> test(condition, truth.holds(condition), decides);
    };
  }

  /** {@code !=}, {@code not in}, {@code is present} and their like: one operator to a reader. */
  private static boolean isOneOperator(Condition.Not not) {
    return not.operand().span().equals(not.span())
        && switch (not.operand()) {
          case Condition.Parametric parametric ->
              isOneOperator(new Condition.Not(parametric.condition(), not.span()));
          case Condition.And _,
              Condition.Or _,
              Condition.Not _,
              Condition.Quantified _,
              Condition.Exists _ ->
              false;
          case Condition.Leaf _ -> true;
        };
  }

  private Trace junction(Joint joint, List<Condition> operands, Condition whole, boolean decides) {
    boolean holds = truth.holds(whole);
    List<Trace> parts = new ArrayList<>();
    for (Condition operand : operands) {
      boolean speaks = speaks(joint, holds, truth.holds(operand));
      parts.add(trace(operand, whole.span(), decides && speaks));
    }
    return new Trace.Junction(joint, text(whole), holds, decides, parts);
  }

  /** Whether a part is among the reasons why the whole is what it is. */
  static boolean speaks(Joint joint, boolean wholeHolds, boolean partHolds) {
    return switch (joint) {
      case ALL -> wholeHolds || !partHolds;
      case ANY -> !wholeHolds || partHolds;
      case NONE -> wholeHolds || partHolds;
    };
  }

  private Trace test(Condition condition, boolean holds, boolean decides) {
    return new Trace.Test(
        text(condition),
        holds,
        decides,
        withWords(readings.of(condition), condition.span()),
        items.of(condition, decides),
        note(condition));
  }

  private @Nullable String note(Condition condition) {
    return condition instanceof Condition.Selects selects && !selection.withinOneNamespace(selects)
        ? "a selector looks at its own namespace only, "
            + named(selection.namespace(selects.selector()))
            + ", and the labels are in "
            + named(selection.namespace(selects.labelled()))
        : null;
  }

  private static String named(@Nullable String namespace) {
    return namespace == null ? "which is not set" : "`" + namespace + "`";
  }

  /** What was read, then what the words stand for that are written there. */
  private List<Reading> withWords(List<Reading> read, Span where) {
    List<Reading> all = new ArrayList<>(read);
    for (CheckedRule.Word word : words) {
      if (isWithin(word.use(), where)) {
        Reading.Word reading = new Reading.Word(meaning(word));
        if (!all.contains(reading)) {
          all.add(reading);
        }
      }
    }
    return all;
  }

  private static String text(Condition condition) {
    return CheckedRule.oneLine(condition.span().text());
  }
}
