package dev.bylaw.engine.mutation;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
import java.util.ArrayList;
import java.util.List;

/** Small changes of what a comparison reads: the other side of a {@code default}, or none. */
final class ValueVariants {
  private ValueVariants() {}

  static List<Variant<Value>> of(Value value) {
    if (!(value instanceof Value.Default whole) || value.hasUnwrittenParts()) {
      return List.of();
    }
    List<Variant<Value>> all = new ArrayList<>();
    Value first = whole.value();
    Value fallback = whole.fallback();
    if (fallback instanceof Value.Constant constant && constant.node() instanceof Node.Bool bool) {
      boolean other = !bool.value();
      Node node = new Node.Bool(other, constant.span());
      Value flipped = new Value.Constant(node, constant.type(), constant.span());
      String text = String.valueOf(other);
      all.add(
          new Variant<>(
              new Value.Default(first, flipped, whole.span()),
              Change.of("another default", constant.span(), text)));
    } else {
      all.add(without(whole, first, fallback));
    }
    if (!(fallback instanceof Value.Constant)) {
      all.add(without(whole, fallback, first));
    }
    all.addAll(
        Variant.within(of(first), other -> new Value.Default(other, fallback, whole.span())));
    all.addAll(
        Variant.within(of(fallback), other -> new Value.Default(first, other, whole.span())));
    return all;
  }

  private static Variant<Value> without(Value.Default whole, Value kept, Value dropped) {
    String what = "the value without `" + Wording.of(dropped.span()) + "`";
    return new Variant<>(kept, Change.of(what, whole.span(), Wording.of(kept.span())));
  }
}
