package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every path that the rules of a policy read its one {@link Access}. */
final class AccessTable {
  private final Map<List<Object>, Access> byPath = new LinkedHashMap<>();
  private final List<Access> all = new ArrayList<>();

  Access access(Root root, List<Step> steps, Type type, boolean required) {
    List<Object> key = new ArrayList<>(steps.size() + 2);
    key.add(root);
    key.add(type);
    for (Step step : steps) {
      key.add(keyOf(step));
    }
    return byPath.computeIfAbsent(
        key,
        _ -> {
          Access access = new Access(all.size(), root, steps, type, required);
          all.add(access);
          return access;
        });
  }

  /**
   * The name alone: the types on the way follow from it, but for a free-form field, whose type at
   * the end is part of the key.
   */
  private static Object keyOf(Step step) {
    return switch (step) {
      case Step.Field field -> field.name();
      case Step.ComputedKey computed -> computed;
      case Step.Item item -> item.index();
      case Step.ImagePart part -> part.part();
    };
  }

  List<Access> all() {
    return all;
  }
}
