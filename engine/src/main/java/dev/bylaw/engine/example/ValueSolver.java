package dev.bylaw.engine.example;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.ImageReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds drafts in which a value of a rule is what is wanted of it. */
final class ValueSolver {
  /** The longest list that is written to make a count come true. */
  private static final int LONGEST = 8;

  private final Skeleton skeleton;

  ValueSolver(Skeleton skeleton) {
    this.skeleton = skeleton;
  }

  /** The drafts in which a value is this leaf; {@link Leaf.Absent} means that it is absent. */
  List<Draft> be(Value value, Leaf leaf, Draft draft, Scene scene) {
    return switch (value) {
      case Value.Read read -> be(read.access(), leaf, draft, scene);
      case Value.Constant constant -> same(constant.node(), leaf) ? List.of(draft) : List.of();
      case Value.Default fallback -> {
        List<Draft> found = new ArrayList<>();
        for (Draft absent : be(fallback.value(), new Leaf.Absent(), draft, scene)) {
          found.addAll(be(fallback.fallback(), leaf, absent, scene));
        }
        if (!(leaf instanceof Leaf.Absent)) {
          found.addAll(be(fallback.value(), leaf, draft, scene));
        }
        yield found;
      }
      case Value.Part part -> {
        List<Draft> found = new ArrayList<>();
        for (Draft absent : be(part.whole(), new Leaf.Absent(), draft, scene)) {
          found.addAll(be(part.otherwise(), leaf, absent, scene));
        }
        if (!(leaf instanceof Leaf.Absent)) {
          found.addAll(be(part.part(), leaf, draft, scene));
        }
        yield found;
      }
      case Value.Count count -> count(count, leaf, draft, scene);
      case Value.EffectiveCapabilities _, Value.SchemaProblems _, Value.Items _, Value.Truth _ ->
          List.of();
    };
  }

  /** The literal that a value is, whatever the draft; null if it depends on the draft. */
  static @Nullable Node literal(Value value, Scene scene) {
    return switch (value) {
      case Value.Constant constant -> constant.node();
      case Value.Read read -> scene.literal(read.access());
      case Value.Default _,
          Value.Part _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          null;
    };
  }

  private static boolean same(Node node, Leaf leaf) {
    return (node instanceof Node.Numeral number && leaf instanceof Leaf.Numeral wanted)
        ? number.value().toBigDecimal().compareTo(wanted.value()) == 0
        : leaf.equals(Leaf.of(node));
  }

  private List<Draft> be(Access access, Leaf leaf, Draft draft, Scene scene) {
    Node literal = scene.literal(access);
    if (literal != null) {
      return same(literal, leaf) ? List.of(draft) : List.of();
    }
    Spot spot = spot(access, draft, scene);
    // What the API demands is not left out: that would be an example of something else.
    if (spot == null || (access.required() && leaf instanceof Leaf.Absent)) {
      return List.of();
    }
    Draft next =
        spot.part() == null
            ? spot.draft().demand(spot.at(), leaf)
            : imagePart(spot, spot.part(), leaf);
    return next == null ? List.of() : List.of(next);
  }

  /**
   * A place that a path leads to.
   *
   * @param draft with what has to stand on the way
   * @param part which part of the image there; null for all of it
   */
  record Spot(Pointer at, Access.@Nullable Part part, Draft draft) {}

  /** Null if the path starts at no place of the draft. */
  @Nullable Spot spot(Access access, Draft draft, Scene scene) {
    Pointer at = scene.start(access.root());
    if (at == null) {
      return null;
    }
    Draft made = draft;
    for (Step step : access.steps()) {
      switch (step) {
        case Step.Field field -> {
          at = at.field(field.name());
          if (field.type() instanceof ObjectType object) {
            made = skeleton.required(object, at, made);
          }
        }
        case Step.ComputedKey computed -> {
          String key = key(computed, made, scene);
          if (key == null) {
            return null;
          }
          at = at.field(key);
        }
        case Step.Item item -> {
          for (int i = 0; i < item.index(); i++) {
            made = skeleton.sample(item.type(), at.item(i), made);
          }
          at = at.item(item.index());
        }
        case Step.ImagePart part -> {
          return new Spot(at, part.part(), made);
        }
      }
    }
    return new Spot(at, null, made);
  }

  /** The key as the draft puts it together; null where it lacks a part of it. */
  private @Nullable String key(Step.ComputedKey computed, Draft draft, Scene scene) {
    StringBuilder key = new StringBuilder();
    for (Access.KeyPart part : computed.parts()) {
      String text =
          switch (part) {
            case Access.KeyPart.Literal literal -> literal.text();
            case Access.KeyPart.Path path -> text(path.access(), draft, scene);
          };
      if (text == null) {
        return null;
      }
      key.append(text);
    }
    return key.toString();
  }

  private @Nullable String text(Access access, Draft draft, Scene scene) {
    if (scene.literal(access) instanceof Node.Text literal) {
      return literal.value();
    }
    Spot spot = spot(access, draft, scene);
    return spot != null && draft.leaf(spot.at()) instanceof Leaf.Text text ? text.value() : null;
  }

  private static @Nullable Draft imagePart(Spot spot, Access.Part part, Leaf leaf) {
    Leaf old = spot.draft().leaf(spot.at());
    ImageReference image =
        ImageReference.parse(old instanceof Leaf.Text text ? text.value() : "app:1.0");
    String wanted = leaf instanceof Leaf.Text text ? text.value() : null;
    if (image == null || !(leaf instanceof Leaf.Text || leaf instanceof Leaf.Absent)) {
      return null;
    }
    String repository = image.repository();
    String registry = image.registry();
    String tag = image.tag();
    String digest = image.digest();
    switch (part) {
      case REGISTRY -> registry = wanted;
      case REPOSITORY -> repository = wanted;
      case NAME -> repository = wanted;
      case TAG -> tag = wanted;
      case DIGEST -> digest = wanted;
    }
    if (registry == null || repository == null) {
      return null;
    }
    String text = new ImageReference(registry, repository, tag, digest).toString();
    // A part stays open to demands on the other parts, so the image is not demanded as a whole.
    return spot.draft().replace(spot.at(), new Leaf.Text(text));
  }

  private List<Draft> count(Value.Count count, Leaf leaf, Draft draft, Scene scene) {
    if (!(leaf instanceof Leaf.Numeral number)
        || number.value().signum() < 0
        || number.value().compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
      return List.of();
    }
    int wanted = number.value().intValue();
    if (wanted == 0) {
      return be(count.list(), new Leaf.Absent(), draft, scene);
    }
    List<Draft> drafts = List.of(draft);
    for (int i = 0; i < wanted; i++) {
      List<Draft> next = new ArrayList<>();
      for (Draft shorter : drafts) {
        if (lengthOf(count.list(), shorter, scene) > i) {
          next.add(shorter);
        } else {
          append(count.list(), shorter, scene).forEach(grown -> next.add(grown.draft()));
        }
      }
      drafts = next;
    }
    return drafts;
  }

  private int lengthOf(Value list, Draft draft, Scene scene) {
    Spot spot = spot(list, draft, scene);
    return spot == null ? 0 : draft.children(spot.at()).size();
  }

  /** Where a value stands that is read from the draft; null for another. */
  @Nullable Spot spot(Value list, Draft draft, Scene scene) {
    return switch (list) {
      case Value.Read read -> spot(read.access(), draft, scene);
      case Value.Default fallback -> spot(fallback.value(), draft, scene);
      case Value.Part part -> spot(part.part(), draft, scene);
      case Value.Constant _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          null;
    };
  }

  /** The draft, if it may say already what a value is. */
  List<Draft> asItIs(Value value, Draft draft, Scene scene) {
    Spot spot = spot(value, draft, scene);
    return spot != null && (spot.part() != null || draft.isDemanded(spot.at()))
        ? List.of(draft)
        : List.of();
  }

  /** A list that is longer by one element, and the place of that. */
  record Grown(Draft draft, Pointer at) {}

  /** None for a list that is not read from the draft. */
  List<Grown> append(Value list, Draft draft, Scene scene) {
    Spot spot = spot(list, draft, scene);
    if (spot == null) {
      return List.of();
    }
    int length = spot.draft().children(spot.at()).size();
    return switch (list.type()) {
      case Type.ListType(Type element) -> {
        Pointer at = spot.at().item(length);
        yield List.of(new Grown(skeleton.sample(element, at, spot.draft()), at));
      }
      case Type.MapType(Type value) -> {
        Pointer at = spot.at().field("example" + (length == 0 ? "" : "-" + length));
        yield List.of(new Grown(skeleton.sample(value, at, spot.draft()), at));
      }
      case Type.Scalar scalar when scalar == Type.Scalar.ANY -> {
        Pointer at = spot.at().item(length);
        yield List.of(new Grown(skeleton.sample(scalar, at, spot.draft()), at));
      }
      case Type.Scalar _, Type.EnumType _, Type.QuantityType _, ObjectType _ -> List.of();
    };
  }
}
