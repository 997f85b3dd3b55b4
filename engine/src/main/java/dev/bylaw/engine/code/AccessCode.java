package dev.bylaw.engine.code;

import static dev.bylaw.engine.code.Literals.constant;
import static dev.bylaw.engine.code.Literals.list;
import static dev.bylaw.engine.code.Literals.made;
import static dev.bylaw.engine.code.Literals.text;
import static dev.bylaw.engine.code.Literals.texts;

import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;

/** Java expressions for paths and types. */
final class AccessCode {
  private AccessCode() {}

  static String of(Access access) {
    return made(
        "Access",
        Integer.toString(access.slot()),
        root(access.root()),
        list(access.steps(), AccessCode::step),
        type(access.type()),
        Boolean.toString(access.required()));
  }

  private static String root(Root root) {
    return switch (root) {
      case Root.Resource() -> made("Root.Resource");
      case Root.Pod() -> made("Root.Pod");
      case Root.PodTemplate() -> made("Root.PodTemplate");
      case Root.Container() -> made("Root.Container");
      case Root.Variable(int index, String name) ->
          made("Root.Variable", Integer.toString(index), text(name));
      case Root.Key(int index, String name) ->
          made("Root.Key", Integer.toString(index), text(name));
    };
  }

  private static String step(Step step) {
    return switch (step) {
      case Step.Field(String name, Type type, boolean required) ->
          made("Step.Field", text(name), type(type), Boolean.toString(required));
      case Step.ComputedKey(var parts, Type type) ->
          made("Step.ComputedKey", list(parts, AccessCode::keyPart), type(type));
      case Step.Item(int index, Type type) ->
          made("Step.Item", Integer.toString(index), type(type));
      case Step.ImagePart(Access.Part part) -> made("Step.ImagePart", "Access." + constant(part));
    };
  }

  private static String keyPart(Access.KeyPart part) {
    return switch (part) {
      case Access.KeyPart.Literal(String text) -> made("Access.KeyPart.Literal", text(text));
      case Access.KeyPart.Path(Access access) -> made("Access.KeyPart.Path", of(access));
    };
  }

  /** Of an object the name is enough: only the checker looks at fields. */
  static String type(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> "Type." + constant(scalar);
      case Type.EnumType(var values) -> made("Type.EnumType", texts(values));
      case Type.QuantityType(Type.Dimension dimension) ->
          made("Type.QuantityType", "Type." + constant(dimension));
      case Type.ListType(Type element) -> made("Type.ListType", type(element));
      case Type.MapType(Type value) -> made("Type.MapType", type(value));
      case ObjectType object -> made("NamedType", text(object.name()));
    };
  }
}
