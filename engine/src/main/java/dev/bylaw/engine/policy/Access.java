package dev.bylaw.engine.policy;

import dev.bylaw.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A path that rules read, with the type that the schema gives its value. Equal paths of one policy
 * are one access, so that the evaluator reads each once for a subject however many rules ask for
 * it.
 *
 * @param slot its index in {@link CheckedPolicy#accesses}
 * @param required whether the API demands every step, so that a value that is not there is the
 *     manifest's fault and not an absence to reason about
 */
public record Access(int slot, Root root, List<Step> steps, Type type, boolean required) {
  public Access {
    steps = List.copyOf(steps);
  }

  /** The paths out of which keys on the way are put together. */
  public List<Access> computedOf() {
    List<Access> parts = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.ComputedKey computed) {
        for (KeyPart part : computed.parts()) {
          if (part instanceof KeyPart.Path path) {
            parts.add(path.access());
          }
        }
      }
    }
    return parts;
  }

  /** Where a path starts. */
  public sealed interface Root {
    /** The object itself. */
    record Resource() implements Root {}

    /** The Pod spec. */
    record Pod() implements Root {}

    /**
     * The object that the Pod spec stands in beside its {@code metadata}: a Pod or a Pod template.
     */
    record PodTemplate() implements Root {}

    record Container() implements Root {}

    /**
     * A variable of a quantifier or of {@code exists}, by the index that the checker gave it in its
     * rule, from 0, outermost first.
     */
    record Variable(int index, String name) implements Root {}

    /**
     * The key of the entry of a map whose value the variable of this index stands for; of an
     * element of a list its position, from 0.
     *
     * @param name of the variable that stands for the key or the position
     */
    record Key(int index, String name) implements Root {}
  }

  /** One step down. */
  public sealed interface Step {
    /** A field of an object, or a key of a map. {@code type} is what is found there. */
    record Field(String name, Type type, boolean required) implements Step {}

    /**
     * An entry of a map whose key is put together of texts of the manifest; nothing is there where
     * one of these is absent.
     */
    record ComputedKey(List<KeyPart> parts, Type type) implements Step {
      public ComputedKey {
        parts = List.copyOf(parts);
      }
    }

    /** An item by its index, from 0. */
    record Item(int index, Type type) implements Step {}

    /** A part of an image reference, for example {@code tag}. */
    record ImagePart(Part part) implements Step {}
  }

  /** What a {@link Step.ComputedKey} is put together of, from left to right. */
  public sealed interface KeyPart {
    record Literal(String text) implements KeyPart {}

    record Path(Access access) implements KeyPart {}
  }

  /** The parts of an image reference after normalisation; tag and digest may be absent. */
  public enum Part {
    REGISTRY("registry"),
    REPOSITORY("repository"),
    NAME("name"),
    TAG("tag"),
    DIGEST("digest");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** As a rule writes it after the dot. */
    public String word() {
      return word;
    }
  }
}
