package dev.bylaw.engine.example;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys of a map that the conditions of a quantifier over it speak of, and an ordinary one. */
final class KeySamples {
  private final int variable;
  private final Scene scene;
  private final List<String> keys = new ArrayList<>();

  private KeySamples(int variable, Scene scene) {
    this.variable = variable;
    this.scene = scene;
  }

  static List<String> of(Condition.Quantified quantified, Scene scene) {
    KeySamples samples = new KeySamples(quantified.variable(), scene);
    samples.visit(quantified.where());
    samples.visit(quantified.condition());
    samples.keys.add("example");
    return samples.keys;
  }

  private void visit(@Nullable Condition condition) {
    switch (condition) {
      case Condition.And and -> and.operands().forEach(this::visit);
      case Condition.Or or -> or.operands().forEach(this::visit);
      case Condition.Not not -> visit(not.operand());
      case Condition.Parametric parametric -> visit(parametric.condition());
      case Condition.Quantified inner -> {
        visit(inner.where());
        visit(inner.condition());
      }
      case Condition.Like like when isKey(like.value()) ->
          keys.add(PatternSamples.ofGlob(like.glob()));
      case Condition.Matches matches when isKey(matches.value()) ->
          PatternSamples.ofRegex(matches.pattern()).forEach(this::add);
      case Condition.Compare compare when isKey(compare.left()) -> literals(compare.right());
      case Condition.Compare compare when isKey(compare.right()) -> literals(compare.left());
      case Condition.In in when isKey(in.value()) -> literals(in.list());
      case null, default -> {}
    }
  }

  private boolean isKey(Value value) {
    return value instanceof Value.Read read
        && read.access().root() instanceof Access.Root.Key key
        && key.index() == variable;
  }

  private void literals(Value value) {
    switch (ValueSolver.literal(value, scene)) {
      case Node.Text text -> keys.add(text.value());
      case Node.Sequence list -> list.items().stream().map(Leaf::of).forEach(this::add);
      case Node.Numeral _, Node.Bool _, Node.Null _, Node.Mapping _ -> {}
      case null -> {}
    }
  }

  private void add(@Nullable Leaf leaf) {
    if (leaf instanceof Leaf.Text text) {
      keys.add(text.value());
    }
  }
}
