package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Duration;
import dev.bylaw.engine.value.Network;
import dev.bylaw.grammar.Span;

/**
 * Refuses the text of a rule that is compared as what it is not: in {@code x default "soon" < 5m}
 * the default is of the type of {@code x}, and still no duration.
 */
final class Fallbacks {
  private Fallbacks() {}

  static void check(Value value, Comparison comparison, Diagnostics diagnostics) {
    switch (value) {
      case Value.Default choice -> {
        check(choice.value(), comparison, diagnostics);
        check(choice.fallback(), comparison, diagnostics);
      }
      case Value.Constant(Node.Text text, Type type, Span span)
          when type == Type.Scalar.STRING && !isReadable(text.value(), comparison) ->
          diagnostics.error(
              CheckCode.BAD_LITERAL,
              span,
              "`"
                  + text.value()
                  + (comparison == Comparison.DURATION ? "` is no duration" : "` is no network"),
              comparison == Comparison.DURATION
                  ? "write a length of time, for example 30s or 5m"
                  : "write for example \"10.0.0.0/8\"");
      case Value.Constant _,
          Value.Read _,
          Value.Part _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ -> {}
    }
  }

  private static boolean isReadable(String text, Comparison comparison) {
    return switch (comparison) {
      case DURATION -> Duration.parse(text) != null;
      case NETWORK -> Network.parse(text) != null;
      case BOOLEAN,
          NUMBER,
          QUANTITY,
          TEXT,
          INT_OR_STRING,
          NUMBER_IF_CERTAIN,
          NUMBER_IF_POSSIBLE,
          IMAGE,
          HOST,
          DATE,
          VERSION ->
          true;
    };
  }
}
