package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out what a container holds if one of some runtimes runs it, and what the cause is. */
final class HeldCapabilities {
  private final Set<ContainerRuntime> runtimes;

  HeldCapabilities(Set<ContainerRuntime> runtimes) {
    this.runtimes = runtimes;
  }

  /**
   * A capability that the container holds.
   *
   * @param cause where the manifest says so, or fails to say otherwise: {@code drop} for one that
   *     the runtime gives unasked
   * @param entry of a list, the entry that asks for it; null if it is the value as a whole
   */
  record Held(Capability capability, Value.Read cause, @Nullable Integer entry) {}

  /**
   * By number.
   *
   * @param node gives what the manifest has there; what is of the wrong type counts as absent
   */
  List<Held> of(Value.EffectiveCapabilities effective, Function<Value.Read, @Nullable Node> node) {
    List<Held> held = new ArrayList<>();
    // The API has no capabilities for a Pod that says it is for Windows.
    if (node.apply(effective.os()) instanceof Node.Text os && os.value().equals("windows")) {
      return held;
    }
    if (node.apply(effective.privileged()) instanceof Node.Bool privileged && privileged.value()) {
      Capability.all().forEach(one -> held.add(new Held(one, effective.privileged(), null)));
      return held;
    }
    List<String> drop = texts(node.apply(effective.drop()));
    List<String> add = texts(node.apply(effective.add()));
    Set<Capability> unasked = held(List.of(), drop);
    List<Set<Capability>> asked = new ArrayList<>();
    add.forEach(entry -> asked.add(held(List.of(entry), drop)));
    Set<Capability> all = held(add, drop);
    for (Capability one : Capability.all()) {
      if (all.contains(one)) {
        held.add(
            unasked.contains(one)
                ? new Held(one, effective.drop(), null)
                : new Held(one, effective.add(), firstWith(one, asked)));
      }
    }
    return held;
  }

  private Set<Capability> held(List<String> add, List<String> drop) {
    Set<Capability> held = new LinkedHashSet<>();
    runtimes.forEach(runtime -> held.addAll(runtime.held(add, drop)));
    return held;
  }

  private static @Nullable Integer firstWith(Capability one, List<Set<Capability>> asked) {
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).contains(one)) {
        return i;
      }
    }
    return null;
  }

  /** What is no text names no capability, but keeps its place. */
  private static List<String> texts(@Nullable Node node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        texts.add(item instanceof Node.Text text ? text.value() : "");
      }
    }
    return texts;
  }
}
