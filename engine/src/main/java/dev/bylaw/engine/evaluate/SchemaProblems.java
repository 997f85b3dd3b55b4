package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.schema.PodSpecPaths;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where an object is not what the schema of its kind says: fields that the kind does not
 * have, values of another type, values outside an enumeration, required fields that are missing,
 * and a kind that nobody knows. Null is an absent value, as everywhere.
 */
final class SchemaProblems {
  /** What it takes to say what is wrong at a place. */
  private static final int STEPS = 400;

  private final PodSpecPaths kinds;
  private final Steps steps;
  private @Nullable Span judged;
  private List<Problem> problems = List.of();

  SchemaProblems(PodSpecPaths kinds, Steps steps) {
    this.kinds = kinds;
    this.steps = steps;
  }

  /**
   * Something that is wrong.
   *
   * @param message a sentence without its point
   */
  record Problem(String message, Location at) {}

  /** In the order of the object's text, but what is missing after what is there. */
  List<Problem> of(Resource resource) {
    if (!resource.root().span().equals(judged)) {
      problems = new ArrayList<>();
      ObjectType type = kinds.type(resource.apiVersion(), resource.kind());
      Location root = Locator.ofResource(resource);
      if (type == null) {
        add(
            root.field("kind"),
            "`" + resource.apiVersion() + "` has no kind `" + resource.kind() + "`");
      } else {
        fields(resource.root(), type, root);
      }
      judged = resource.root().span();
    }
    return problems;
  }

  private void add(Location at, String message) {
    steps.take(STEPS);
    problems.add(new Problem(message, at));
  }

  private void fields(Node.Mapping object, ObjectType type, Location at) {
    for (Node.Entry entry : object.entries().values()) {
      ObjectType.Field field = type.field(entry.key());
      Location value = at.field(entry.key());
      if (field != null) {
        value(entry.value(), field.type(), "`" + entry.key() + "`", value);
      } else if (!type.open()) {
        add(value.at(new Node.Text(entry.key(), entry.keySpan())), unknown(entry.key(), type));
      }
    }
    for (ObjectType.Field field : type.fields().values()) {
      Location value = at.field(field.name());
      if (field.required() && value.node() == null) {
        add(value, "`" + field.name() + "` is missing, which " + type.name() + " requires");
      }
    }
  }

  private static String unknown(String key, ObjectType type) {
    String near = Suggestion.of(key, type.fields().keySet());
    String message = "`" + key + "` is no field of " + type.name();
    return near == null ? message : message + "; did you mean `" + near + "`?";
  }

  private void value(Node node, Type type, String name, Location at) {
    steps.take();
    if (node instanceof Node.Null) {
      return;
    }
    if (!Fit.fits(node, type)) {
      add(at, name + " " + Fit.complaint(node, type));
      return;
    }
    switch (type) {
      case ObjectType object -> fields((Node.Mapping) node, object, at);
      case Type.ListType(Type element) -> {
        List<Node> items = ((Node.Sequence) node).items();
        for (int i = 0; i < items.size(); i++) {
          String each = "an element of " + name;
          if (items.get(i) instanceof Node.Null) {
            // Elsewhere null is as good as nothing, but here something stands.
            add(at.item(i).at(items.get(i)), each + " is null");
          }
          value(items.get(i), element, each, at.item(i));
        }
      }
      case Type.MapType(Type of) -> {
        for (Node.Entry entry : ((Node.Mapping) node).entries().values()) {
          value(entry.value(), of, "`" + entry.key() + "`", at.field(entry.key()));
        }
      }
      case Type.EnumType(List<String> values) -> {
        if (node instanceof Node.Text text && !values.contains(text.value())) {
          add(at, name + " must be " + type.described() + ", but is `" + text.value() + "`");
        }
      }
      case Type.QuantityType _, Type.Scalar _ -> {}
    }
  }
}
