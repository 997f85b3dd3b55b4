package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.engine.value.ImageReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of rules from the manifest. A value of the wrong type is reported as a complaint
 * about the manifest and then counts as absent, so that it is never taken for something else and
 * never passed over.
 */
final class Reader {
  private final Frame frame;
  private final Locator locator;
  private final HeldCapabilities held;
  private final Complaints complaints;
  private final Steps steps;
  private boolean wrong;

  Reader(Frame frame, Locator locator, HeldCapabilities held, Complaints complaints, Steps steps) {
    this.frame = frame;
    this.locator = locator;
    this.held = held;
    this.complaints = complaints;
    this.steps = steps;
  }

  /** The value, or null where it is absent. */
  @Nullable Node read(Value value) {
    steps.take();
    return switch (value) {
      case Value.Read read -> read(read.access());
      case Value.Constant constant -> constant.node();
      case Value.Default fallback -> {
        Node node = read(fallback.value());
        yield node == null ? read(fallback.fallback()) : node;
      }
      case Value.Part part ->
          read(part.whole()) == null ? read(part.otherwise()) : read(part.part());
      case Value.EffectiveCapabilities effective -> capabilities(effective);
      case Value.SchemaProblems problems -> sentences(problems);
      case Value.Count count ->
          new Node.Numeral(Decimal.of(size(read(count.list()))), count.span());
      case Value.Items items -> items(items);
      case Value.Truth truth ->
          throw new IllegalStateException("a condition is read by its evaluator: " + truth.span());
    };
  }

  /** The names of what the container holds; complains of what it is read from as ever. */
  private Node capabilities(Value.EffectiveCapabilities effective) {
    elements(effective.add());
    elements(effective.drop());
    List<Node> names = new ArrayList<>();
    for (HeldCapabilities.Held each : held.of(effective, this::read)) {
      names.add(new Node.Text(each.capability().name(), effective.span()));
    }
    return new Node.Sequence(names, effective.span());
  }

  private Node sentences(Value.SchemaProblems problems) {
    List<Node> sentences = new ArrayList<>();
    for (SchemaProblems.Problem each : locator.problems()) {
      sentences.add(new Node.Text(each.message(), problems.span()));
    }
    return new Node.Sequence(sentences, problems.span());
  }

  private static int size(@Nullable Node node) {
    return switch (node) {
      case Node.Sequence sequence -> sequence.items().size();
      case Node.Mapping mapping -> mapping.entries().size();
      case null, default -> 0;
    };
  }

  private Node items(Value.Items items) {
    List<Node> nodes = new ArrayList<>();
    for (Value item : items.items()) {
      Node node = read(item);
      if (node != null) {
        nodes.add(node);
      }
    }
    return new Node.Sequence(nodes, items.span());
  }

  @Nullable Node read(Access access) {
    if (frame.isKept(access)) {
      wrong = frame.isWrong(access);
      if (wrong) {
        complaints.taint();
      }
      return frame.kept(access);
    }
    wrong = false;
    Node node = walk(access);
    if (node instanceof Node.Text text) {
      steps.takeFor(text.value(), 1);
      steps.take(access.type() == Type.Scalar.IMAGE ? Comparing.PARSING : 0);
    }
    frame.keep(access, node, wrong);
    return node;
  }

  private @Nullable Node walk(Access access) {
    Node node = frame.start(access.root());
    for (int i = 0; i < access.steps().size(); i++) {
      if (node == null || node instanceof Node.Null) {
        return null;
      }
      switch (access.steps().get(i)) {
        case Step.Field field -> {
          if (!(node instanceof Node.Mapping mapping)) {
            complain(access, i, node);
            return null;
          }
          node = mapping.get(field.name());
        }
        case Step.ComputedKey computed -> {
          if (!(node instanceof Node.Mapping mapping)) {
            complain(access, i, node);
            return null;
          }
          String key = keyOf(computed);
          node = key == null ? null : mapping.get(key);
        }
        case Step.Item item -> {
          if (!(node instanceof Node.Sequence sequence)) {
            complain(access, i, node);
            return null;
          }
          node = item.index() < sequence.items().size() ? sequence.items().get(item.index()) : null;
        }
        case Step.ImagePart part -> {
          if (!Fit.fits(node, Type.Scalar.IMAGE)) {
            complain(access, i, node);
            return null;
          }
          node = part(node, part.part());
        }
      }
    }
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Null) {
      if (!isTextOfList(access)) {
        return null;
      }
      node = new Node.Text("", node.span());
    }
    if (!Fit.fits(node, access.type())) {
      complain(access, access.steps().size(), node);
      return null;
    }
    return node;
  }

  /** The key that is put together; null where a part of it is absent. */
  private @Nullable String keyOf(Step.ComputedKey computed) {
    StringBuilder key = new StringBuilder();
    for (Access.KeyPart part : computed.parts()) {
      switch (part) {
        case Access.KeyPart.Literal literal -> key.append(literal.text());
        case Access.KeyPart.Path path -> {
          if (!(read(path.access()) instanceof Node.Text text)) {
            return null;
          }
          key.append(text.value());
        }
      }
    }
    return key.toString();
  }

  /** A null in a list or a map of texts is decoded as the empty text. */
  private static boolean isTextOfList(Access access) {
    boolean entry =
        !access.steps().isEmpty() && access.steps().getLast() instanceof Step.ComputedKey;
    if (entry) {
      return access.type() == Type.Scalar.STRING;
    }
    return access.steps().isEmpty()
        && access.root() instanceof Access.Root.Variable
        && !(access.type() instanceof ObjectType)
        && !(access.type() instanceof Type.MapType)
        && isText(access.type());
  }

  private static boolean isText(Type type) {
    return type == Type.Scalar.STRING
        || type == Type.Scalar.NETWORK
        || type == Type.Scalar.ADDRESS
        || type == Type.Scalar.DURATION
        || type == Type.Scalar.ADDED_CAPABILITY
        || type == Type.Scalar.DROPPED_CAPABILITY;
  }

  private static @Nullable Node part(Node node, Access.Part part) {
    ImageReference image =
        node instanceof Node.Text text ? ImageReference.parse(text.value()) : null;
    if (image == null) {
      return null;
    }
    String value =
        switch (part) {
          case REGISTRY -> ImageReference.host(image.registry());
          case REPOSITORY -> image.repository();
          case NAME -> image.repository().substring(image.repository().lastIndexOf('/') + 1);
          case TAG -> image.tag();
          case DIGEST -> image.digest();
        };
    return value == null ? null : new Node.Text(value, node.span());
  }

  /** Says what is wrong with a value that is of the right type and still no such thing. */
  void complain(Value value, String message) {
    Location location = locator.of(value);
    complaints.add(location == null ? locator.subject() : location, frame.container(), message);
  }

  /** Says what is wrong with the node that was found after so many steps. */
  private void complain(Access access, int steps, Node node) {
    Location location = locator.start(access.root());
    Type expected = access.type();
    for (Step step : access.steps().subList(0, steps)) {
      switch (step) {
        case Step.Field field -> {
          location = location.field(field.name());
          expected = field.type();
        }
        case Step.ComputedKey computed -> {
          String key = locator.keyOf(computed);
          location = key == null ? location : location.field(key);
          expected = computed.type();
        }
        case Step.Item item -> {
          location = location.item(item.index());
          expected = item.type();
        }
        case Step.ImagePart _ -> expected = Type.Scalar.STRING;
      }
    }
    wrong = true;
    complaints.add(location, frame.container(), Fit.complaint(node, expected));
  }

  /**
   * Whether nothing is written there. A value of the wrong type is there; whether it is of the
   * right one is asked when it is compared.
   */
  boolean isAbsent(Value value) {
    return switch (value) {
      case Value.Default choice -> isAbsent(choice.value()) && isAbsent(choice.fallback());
      case Value.Part part ->
          isAbsent(part.whole()) ? isAbsent(part.otherwise()) : isAbsent(part.part());
      case Value.Read _,
          Value.Constant _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ -> {
        wrong = false;
        yield read(value) == null && !wrong;
      }
    };
  }

  /** What the variables of a quantifier stand for, one after the other. */
  List<Frame.Binding> each(Condition.Quantified quantified) {
    List<Frame.Binding> each = new ArrayList<>();
    List<Node> elements = elements(quantified.list());
    steps.take(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      each.add(new Frame.Binding.Element(elements.get(i), quantified.list(), i));
    }
    if (quantified.key() != null && read(quantified.list()) instanceof Node.Mapping mapping) {
      steps.take(mapping.entries().size());
      for (Node.Entry entry : mapping.entries().values()) {
        complainOf(entry, quantified.list());
        each.add(new Frame.Binding.Entry(entry, quantified.list()));
      }
    }
    return each;
  }

  private void complainOf(Node.Entry entry, Value map) {
    if (map.type() instanceof Type.MapType(Type type) && !Fit.fits(entry.value(), type)) {
      Location location = locator.of(map);
      complaints.add(
          location == null ? locator.subject() : location.field(entry.key()),
          frame.container(),
          Fit.complaint(entry.value(), type));
    }
  }

  /**
   * The elements of a list; none where it is absent. Elements of the wrong type are complained
   * about, and left as they are.
   */
  List<Node> elements(Value list) {
    Node node = read(list);
    if (!(node instanceof Node.Sequence sequence)) {
      return List.of();
    }
    steps.take(sequence.items().size());
    if (list.type() instanceof Type.ListType(Type element) && !isOfRule(list)) {
      for (int i = 0; i < sequence.items().size(); i++) {
        Node written = sequence.items().get(i);
        boolean empty = written instanceof Node.Null && isText(element);
        Node item = empty ? new Node.Text("", written.span()) : written;
        if (!Fit.fits(item, element)) {
          Location location = locator.of(list);
          complaints.add(
              location == null ? locator.subject() : location.item(i),
              frame.container(),
              Fit.complaint(item, element));
        }
      }
    }
    return sequence.items();
  }

  /** Whether no manifest can be wrong about what the list holds. */
  private static boolean isOfRule(Value list) {
    return list instanceof Value.Constant
        || list instanceof Value.EffectiveCapabilities
        || list instanceof Value.SchemaProblems;
  }
}
