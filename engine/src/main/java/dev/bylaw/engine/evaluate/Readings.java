package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.explain.Reading;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.ImageReference;
import dev.bylaw.engine.value.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what the values of a condition are for the subject of the frame, and where they are. */
final class Readings {
  private final Reader reader;
  private final Locator locator;

  Readings(Reader reader, Locator locator) {
    this.reader = reader;
    this.locator = locator;
  }

  /** The values that a condition asks about, but for literals of the rule. */
  List<Reading> of(Condition condition) {
    List<Reading> readings = new ArrayList<>();
    for (Value value : values(condition)) {
      Reading reading = of(value);
      if (!(reading instanceof Reading.Literal)) {
        readings.add(reading);
      }
    }
    if (condition instanceof Condition.Selects selects) {
      readings.add(labels(selects.labelled()));
    }
    return readings;
  }

  private static List<Value> values(Condition condition) {
    return switch (condition) {
      case Condition.Parametric parametric -> values(parametric.condition());
      case Condition.Holds holds -> List.of(holds.value());
      case Condition.Compare compare -> List.of(compare.left(), compare.right());
      case Condition.Absent absent -> List.of(absent.value());
      case Condition.In in -> List.of(in.value(), in.list());
      case Condition.Contains contains -> List.of(contains.list(), contains.items());
      case Condition.ContainsCapability contains -> List.of(contains.list());
      case Condition.IsCapability is -> List.of(is.value());
      case Condition.Like like -> List.of(like.value());
      case Condition.Matches matches -> List.of(matches.value());
      case Condition.From from -> List.of(from.image(), from.patterns());
      case Condition.Under under -> List.of(under.path(), under.roots());
      case Condition.SharesCapability shares -> List.of(shares.list(), shares.items());
      case Condition.KnownCapability known -> List.of(known.value());
      case Condition.Quantified quantified -> List.of(quantified.list());
      case Condition.Selects selects -> List.of(selects.selector());
      case Condition.Constant _,
          Condition.And _,
          Condition.Or _,
          Condition.Not _,
          Condition.Exists _ ->
          List.of();
    };
  }

  Reading of(Value value) {
    return of(value, CheckedRule.oneLine(value.span().text()));
  }

  private Reading of(Value value, String text) {
    return switch (value) {
      case Value.Read read -> read(read, text);
      case Value.Constant constant -> new Reading.Literal(text, FlowText.of(constant.node()));
      case Value.Default fallback -> {
        List<Reading> alternatives = new ArrayList<>();
        alternatives(fallback, fallback.hasUnwrittenParts(), alternatives);
        int taken = 0;
        while (taken < alternatives.size() && alternatives.get(taken).value() == null) {
          taken++;
        }
        boolean none = taken == alternatives.size();
        yield new Reading.Default(
            text, none ? null : alternatives.get(taken).value(), alternatives, none ? -1 : taken);
      }
      case Value.Part part -> {
        boolean ofWord = part.hasUnwrittenParts();
        List<Reading> alternatives =
            List.of(alternative(part.part(), ofWord), alternative(part.otherwise(), ofWord));
        int taken = reader.read(part.whole()) == null ? 1 : 0;
        yield new Reading.Default(text, alternatives.get(taken).value(), alternatives, taken);
      }
      case Value.EffectiveCapabilities effective ->
          new Reading.Items(
              text,
              Objects.requireNonNull(shown(value)),
              List.of(part(effective.privileged()), part(effective.add()), part(effective.drop())));
      case Value.SchemaProblems _ ->
          new Reading.Items(text, Objects.requireNonNull(shown(value)), List.of());
      case Value.Count count ->
          new Reading.Count(text, Objects.requireNonNull(shown(value)), of(count.list()));
      case Value.Items items ->
          new Reading.Items(
              text,
              Objects.requireNonNull(shown(value)),
              items.items().stream()
                  .map(this::of)
                  .filter(item -> !(item instanceof Reading.Literal))
                  .toList());
      case Value.Truth truth ->
          throw new IllegalStateException("a condition is traced, not read: " + truth.span());
    };
  }

  /** A path that the rule does not write itself. */
  private Reading part(Value.Read read) {
    return read(read, ConditionText.of(read));
  }

  private @Nullable String shown(Value value) {
    Node node = reader.read(value);
    return node == null ? null : FlowText.of(node);
  }

  private Reading read(Value.Read read, String text) {
    Node node = reader.read(read.access());
    boolean wrong = node == null && !reader.isAbsent(read);
    Location at = locator.of(read.access());
    return new Reading.Read(
        text,
        node == null ? null : FlowText.of(node),
        at.path(),
        at.span(),
        wrong,
        node == null ? null : note(node, read.type()));
  }

  /** An image is compared by its normal form, and a network by its addresses. */
  private static @Nullable String note(Node node, Type type) {
    if (!(node instanceof Node.Text text) || !(type instanceof Type.Scalar scalar)) {
      return null;
    }
    return switch (scalar) {
      case IMAGE -> {
        ImageReference image = ImageReference.parse(text.value());
        yield image == null ? "no image reference" : meaning(image.toString(), text);
      }
      case NETWORK, ADDRESS -> {
        Network network = Network.parse(text.value());
        yield network == null || network.isSingle() ? null : meaning(network.toString(), text);
      }
      default -> null;
    };
  }

  private static @Nullable String meaning(String normal, Node.Text text) {
    return normal.equals(text.value()) ? null : "that is " + normal;
  }

  private void alternatives(Value value, boolean ofWord, List<Reading> alternatives) {
    if (value instanceof Value.Default fallback) {
      boolean inner = ofWord || fallback.hasUnwrittenParts();
      alternatives(fallback.value(), inner, alternatives);
      alternatives(fallback.fallback(), inner, alternatives);
    } else {
      alternatives.add(alternative(value, ofWord));
    }
  }

  /** Of a word the rule does not write the paths itself. */
  private Reading alternative(Value value, boolean ofWord) {
    return ofWord ? of(value, ConditionText.of(value)) : of(value);
  }

  /** What a selector looks at, of all that the value on its other side is. */
  private Reading labels(Value labelled) {
    Location at = locator.of(labelled);
    Location labels = at == null ? locator.subject() : at.field("metadata").field("labels");
    return new Reading.Read(
        "labels of " + CheckedRule.oneLine(labelled.span().text()),
        FlowText.of(Selection.labels(reader.read(labelled))),
        labels.path(),
        labels.span(),
        false,
        null);
  }
}
