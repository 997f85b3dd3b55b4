package dev.bylaw.engine.policy;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Span;
import java.util.List;

/** An expression that gives a value, or nothing where the manifest has none. */
public sealed interface Value {
  Type type();

  /** Where the rule writes it. */
  Span span();

  /**
   * Whether its parts are written nowhere by themselves, and each has the span of the whole: a word
   * such as {@code effective.runAsUser} stands for it, or steps behind parentheses are shared.
   */
  default boolean hasUnwrittenParts() {
    return switch (this) {
      case Default choice -> choice.value().span().equals(choice.span());
      case Part part -> part.part().span().equals(part.span());
      case Read _,
          Constant _,
          EffectiveCapabilities _,
          SchemaProblems _,
          Count _,
          Items _,
          Truth _ ->
          false;
    };
  }

  /** What a path holds. */
  record Read(Access access, Span span) implements Value {
    @Override
    public Type type() {
      return access.type();
    }
  }

  /**
   * A literal, read as {@code type}. Its node holds text, a number, a boolean or a list of these.
   */
  record Constant(Node node, Type type, Span span) implements Value {}

  /** The first, or the second where the first is absent. */
  record Default(Value value, Value fallback, Span span) implements Value {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /**
   * {@code (a default b).c}: the part of the whole where that is there, else the other.
   *
   * @param otherwise the same part of the fallback
   */
  record Part(Read whole, Value part, Value otherwise, Span span) implements Value {
    @Override
    public Type type() {
      return part.type();
    }
  }

  /**
   * {@code effective.capabilities}: those that a container ends up with, each by its name. Which
   * they are is the runtime's matter; none on Windows, and all if the container is privileged.
   *
   * @param add the names that the container asks for
   * @param drop the names that it gives up
   * @param os the name of the Pod's operating system
   */
  record EffectiveCapabilities(Read privileged, Read add, Read drop, Read os, Span span)
      implements Value {
    @Override
    public Type type() {
      return new Type.ListType(Type.Scalar.CAPABILITY);
    }
  }

  /**
   * {@code schema.problems}: what is wrong with an object by the schema of its kind, each as a
   * sentence, at the place where it is wrong.
   */
  record SchemaProblems(Span span) implements Value {
    @Override
    public Type type() {
      return new Type.ListType(Type.Scalar.STRING);
    }
  }

  /** The length of a list, or the number of keys of a map; 0 where it is absent. */
  record Count(Value list, Span span) implements Value {
    @Override
    public Type type() {
      return Type.Scalar.INTEGER;
    }
  }

  /** A list built in the rule out of values that are not all literals. */
  record Items(List<Value> items, Type type, Span span) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** The truth of a condition, where a value is wanted. */
  record Truth(Condition condition, Span span) implements Value {
    @Override
    public Type type() {
      return Type.Scalar.BOOLEAN;
    }
  }
}
