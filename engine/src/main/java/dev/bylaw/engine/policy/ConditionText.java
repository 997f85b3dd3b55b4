package dev.bylaw.engine.policy;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.type.Type;
import java.util.List;

/**
 * A checked condition in words of the rule language, without the author's spelling: two conditions
 * with the same text mean the same. For comparing rules and for tests that look at what was
 * compiled.
 */
public final class ConditionText {
  private final StringBuilder out = new StringBuilder();

  private ConditionText() {}

  public static String of(Condition condition) {
    ConditionText text = new ConditionText();
    text.condition(condition);
    return text.out.toString();
  }

  public static String of(Value value) {
    ConditionText text = new ConditionText();
    text.value(value);
    return text.out.toString();
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Constant constant -> out.append(constant.value());
      case Condition.Parametric parametric -> {
        condition(parametric.condition());
        out.append(" by ").append(String.join(", ", parametric.parameters()));
      }
      case Condition.And and -> joined(" and ", and.operands());
      case Condition.Or or -> joined(" or ", or.operands());
      case Condition.Not not -> {
        out.append("not ");
        condition(not.operand());
      }
      case Condition.Holds holds -> value(holds.value());
      case Condition.Compare compare -> {
        value(compare.left());
        out.append(' ').append(compare.operator().text()).append(' ');
        value(compare.right());
      }
      case Condition.Absent absent -> {
        value(absent.value());
        out.append(" is absent");
      }
      case Condition.In in -> {
        value(in.value());
        out.append(" in ");
        value(in.list());
      }
      case Condition.Contains contains -> {
        value(contains.list());
        out.append(' ').append(contains.operator().text()).append(' ');
        value(contains.items());
      }
      case Condition.ContainsCapability contains -> {
        value(contains.list());
        out.append(' ')
            .append(contains.operator().text())
            .append(' ')
            .append(contains.items().names());
      }
      case Condition.IsCapability is -> {
        value(is.value());
        out.append(is.certain() ? " is certainly in " : " may be in ").append(is.items().names());
      }
      case Condition.Like like -> {
        value(like.value());
        out.append(" like ");
        quoted(like.glob());
      }
      case Condition.Matches matches -> {
        value(matches.value());
        out.append(" matches /").append(matches.pattern()).append('/');
      }
      case Condition.Under under -> {
        value(under.path());
        out.append(" under ");
        value(under.roots());
      }
      case Condition.SharesCapability shares -> {
        value(shares.list());
        out.append(' ').append(shares.operator().text()).append(' ');
        value(shares.items());
      }
      case Condition.KnownCapability known -> {
        value(known.value());
        out.append(known.known() ? " is known" : " is unknown");
      }
      case Condition.From from -> {
        value(from.image());
        out.append(" from ");
        value(from.patterns());
      }
      case Condition.Quantified quantified -> {
        out.append('(')
            .append(word(quantified.quantifier()))
            .append(quantified.key() == null ? " v" : " k" + quantified.variable() + ", v")
            .append(quantified.variable())
            .append(" in ");
        value(quantified.list());
        if (quantified.where() != null) {
          out.append(" where ");
          condition(quantified.where());
        }
        out.append(": ");
        condition(quantified.condition());
        out.append(')');
      }
      case Condition.Exists exists -> {
        out.append("(exists ")
            .append(exists.isOfPods() ? "pod" : String.join(", ", exists.kinds()))
            .append(" v")
            .append(exists.variable());
        if (exists.where() != null) {
          out.append(" where ");
          condition(exists.where());
        }
        out.append(')');
      }
      case Condition.Selects selects -> {
        value(selects.selector());
        out.append(" selects ");
        value(selects.labelled());
      }
    }
  }

  private static String word(dev.bylaw.grammar.tree.Expr.Quantifier quantifier) {
    return switch (quantifier) {
      case ANY -> "any";
      case ALL -> "all";
      case NO -> "no";
    };
  }

  private void joined(String word, List<Condition> operands) {
    out.append('(');
    for (int i = 0; i < operands.size(); i++) {
      out.append(i == 0 ? "" : word);
      condition(operands.get(i));
    }
    out.append(')');
  }

  private void value(Value value) {
    switch (value) {
      case Value.Read read -> access(read.access());
      case Value.Constant constant -> node(constant.node(), unit(constant.type()));
      case Value.Default fallback -> {
        out.append('(');
        value(fallback.value());
        out.append(" default ");
        value(fallback.fallback());
        out.append(')');
      }
      case Value.Part part -> {
        out.append('(');
        value(part.whole());
        out.append(" is present: ");
        value(part.part());
        out.append(" default ");
        value(part.otherwise());
        out.append(')');
      }
      case Value.EffectiveCapabilities _ -> out.append("effective.capabilities");
      case Value.SchemaProblems _ -> out.append("schema.problems");
      case Value.Count count -> {
        out.append("count(");
        value(count.list());
        out.append(')');
      }
      case Value.Items items -> {
        out.append('[');
        for (int i = 0; i < items.items().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          value(items.items().get(i));
        }
        out.append(']');
      }
      case Value.Truth truth -> condition(truth.condition());
    }
  }

  private void access(Access access) {
    out.append(
        switch (access.root()) {
          case Root.Resource _ -> "resource";
          case Root.Pod _ -> "pod";
          case Root.PodTemplate _ -> "pod template";
          case Root.Container _ -> "container";
          case Root.Variable variable -> "v" + variable.index();
          case Root.Key key -> "k" + key.index();
        });
    for (Step step : access.steps()) {
      switch (step) {
        case Step.Field field -> out.append('.').append(field.name());
        case Step.ComputedKey computed -> {
          out.append("[\"");
          computed.parts().forEach(this::keyPart);
          out.append("\"]");
        }
        case Step.Item item -> out.append('[').append(item.index()).append(']');
        case Step.ImagePart part -> out.append('.').append(part.part().word());
      }
    }
  }

  private void keyPart(Access.KeyPart part) {
    switch (part) {
      case Access.KeyPart.Literal literal -> out.append(literal.text());
      case Access.KeyPart.Path path -> {
        out.append('{');
        access(path.access());
        out.append('}');
      }
    }
  }

  /** So that a minute is no 60, which another condition may ask for. */
  private static String unit(Type type) {
    Type one = type instanceof Type.ListType(Type element) ? element : type;
    return one == Type.Scalar.DURATION ? "s" : "";
  }

  private void node(Node node, String unit) {
    switch (node) {
      case Node.Text text -> quoted(text.value());
      case Node.Numeral number -> out.append(number.value()).append(unit);
      case Node.Bool bool -> out.append(bool.value());
      case Node.Null _ -> out.append("null");
      case Node.Sequence sequence -> {
        out.append('[');
        for (int i = 0; i < sequence.items().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          node(sequence.items().get(i), unit);
        }
        out.append(']');
      }
      case Node.Mapping _ -> out.append("{…}");
    }
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
