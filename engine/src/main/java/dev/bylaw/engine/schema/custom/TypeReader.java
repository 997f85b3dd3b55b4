package dev.bylaw.engine.schema.custom;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.schema.Seconds;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.ObjectType.Field;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code openAPIV3Schema} of a definition into types.
 *
 * <p>A part that is one of Kubernetes' own, such as a Pod spec or a label selector, is recognised
 * by its fields and gets the types that it has there: a definition knows an image as a string only.
 */
final class TypeReader {
  /** How controller-gen, and with it nearly everybody, writes that a value is a quantity. */
  private static final String QUANTITY = "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|";

  /** How the Gateway API writes that a text is a duration (GEP-2257). */
  private static final String DURATION = "^([0-9]{1,5}(h|m|s|ms)){1,4}$";

  private final Schema schema;

  TypeReader(Schema schema) {
    this.schema = schema;
  }

  /**
   * The type of a whole object; {@code apiVersion}, {@code kind} and {@code metadata} are as every
   * object has them, whatever the definition says.
   */
  ObjectType object(Node.Mapping definition, String kind, boolean open) throws MalformedDefinition {
    if (!(type(definition, kind) instanceof CustomType type)) {
      return new CustomType(kind, withEnvelope(Map.of()), Map.of(), true);
    }
    CustomType whole = type.with(kind, withEnvelope(type.fields()));
    return open ? new CustomType(kind, whole.fields(), Map.of(), true) : whole;
  }

  /** An object without a schema, as older definitions may have. */
  ObjectType anything(String kind) {
    return new CustomType(kind, withEnvelope(Map.of()), Map.of(), true);
  }

  private Map<String, Field> withEnvelope(Map<String, Field> fields) {
    Map<String, Field> all = new LinkedHashMap<>(fields);
    all.put("apiVersion", new Field("apiVersion", Scalar.STRING, true));
    all.put("kind", new Field("kind", Scalar.STRING, true));
    ObjectType metadata = schema.type("ObjectMeta");
    if (metadata != null) {
      all.put("metadata", new Field("metadata", metadata, false));
    }
    return all;
  }

  private Type type(Node.Mapping node, String name) throws MalformedDefinition {
    if (Keys.flag(node, "x-kubernetes-int-or-string")) {
      return intOrString(node);
    }
    String type = Keys.text(node, "type");
    if (type == null) {
      if (node.get("properties") != null || node.get("additionalProperties") != null) {
        return structure(node, name);
      }
      return node.get("items") != null
          ? list(node, name)
          : isIntOrString(node) ? intOrString(node) : Scalar.ANY;
    }
    return switch (type) {
      case "object" -> structure(node, name);
      case "array" -> list(node, name);
      case "string" -> string(node);
      case "boolean" -> Scalar.BOOLEAN;
      case "integer" -> Scalar.INTEGER;
      case "number" -> Scalar.NUMBER;
      default -> {
        Node written = node.get("type");
        throw new MalformedDefinition(
            written == null ? node.span() : written.span(),
            "`" + type + "` is no type of a schema",
            "types are object, array, string, boolean, integer and number");
      }
    };
  }

  private Type structure(Node.Mapping node, String name) throws MalformedDefinition {
    boolean embedded = Keys.flag(node, "x-kubernetes-embedded-resource");
    boolean open = Keys.flag(node, "x-kubernetes-preserve-unknown-fields");
    Node.Mapping properties = Keys.map(node, "properties");
    Node more = node.get("additionalProperties");
    if (properties == null && !embedded) {
      if (more instanceof Node.Mapping values) {
        return new Type.MapType(type(values, name));
      }
      if (more instanceof Node.Bool(boolean any, _) && any) {
        return new Type.MapType(Scalar.ANY);
      }
      if (open) {
        return Scalar.ANY;
      }
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    Map<String, List<String>> listKeys = new LinkedHashMap<>();
    Set<String> required = required(node);
    if (properties != null) {
      for (Map.Entry<String, Node.Entry> entry : properties.entries().entrySet()) {
        String field = entry.getKey();
        Node.Mapping property = Keys.map(properties, field);
        if (property != null) {
          fields.put(
              field,
              new Field(
                  field,
                  Seconds.typed(field, type(property, capitalised(field))),
                  required.contains(field)));
          List<String> keys = listKeys(property);
          if (!keys.isEmpty()) {
            listKeys.put(field, keys);
          }
        }
      }
    }
    if (embedded) {
      fields = withEnvelope(fields);
    }
    CustomType type = new CustomType(name, fields, listKeys, open || more instanceof Node.Bool);
    return new KnownShapes(schema).recognised(type);
  }

  private static Set<String> required(Node.Mapping node) throws MalformedDefinition {
    Set<String> required = new HashSet<>();
    Node.Sequence list = Keys.list(node, "required");
    if (list != null) {
      for (Node item : list.items()) {
        if (item instanceof Node.Text text) {
          required.add(text.value());
        }
      }
    }
    return required;
  }

  private static List<String> listKeys(Node.Mapping property) throws MalformedDefinition {
    Node.Sequence keys = Keys.list(property, "x-kubernetes-list-map-keys");
    if (keys == null || !"map".equals(Keys.text(property, "x-kubernetes-list-type"))) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Node key : keys.items()) {
      if (key instanceof Node.Text text) {
        names.add(text.value());
      }
    }
    return names;
  }

  private Type list(Node.Mapping node, String name) throws MalformedDefinition {
    Node.Mapping items = Keys.map(node, "items");
    return new Type.ListType(items == null ? Scalar.ANY : type(items, name));
  }

  private static Type string(Node.Mapping node) throws MalformedDefinition {
    Node.Sequence values = Keys.list(node, "enum");
    if (values != null) {
      List<String> texts = new ArrayList<>();
      for (Node value : values.items()) {
        if (value instanceof Node.Text text) {
          texts.add(text.value());
        }
      }
      if (!texts.isEmpty()) {
        return new Type.EnumType(texts);
      }
    }
    return switch (Keys.text(node, "format")) {
      case "date-time" -> Scalar.DATE_TIME;
      case "date" -> Scalar.DATE;
      case "byte" -> Scalar.BYTES;
      case "duration" -> Scalar.DURATION;
      case "cidr" -> Scalar.NETWORK;
      case "ip", "ipv4", "ipv6" -> Scalar.ADDRESS;
      case "int-or-string" -> Scalar.INT_OR_STRING;
      case null, default ->
          DURATION.equals(Keys.text(node, "pattern")) ? Scalar.DURATION : Scalar.STRING;
    };
  }

  private static Type intOrString(Node.Mapping node) throws MalformedDefinition {
    String pattern = Keys.text(node, "pattern");
    return pattern != null && pattern.startsWith(QUANTITY)
        ? new Type.QuantityType(Type.Dimension.UNKNOWN)
        : Scalar.INT_OR_STRING;
  }

  /**
   * {@code anyOf: [{type: integer}, {type: string}]}, as it was written before there was a word.
   */
  private static boolean isIntOrString(Node.Mapping node) throws MalformedDefinition {
    Node.Sequence choices = Keys.list(node, "anyOf");
    if (choices == null || choices.items().size() != 2) {
      return false;
    }
    Set<@Nullable String> types = new HashSet<>();
    for (Node choice : choices.items()) {
      types.add(choice instanceof Node.Mapping map ? Keys.text(map, "type") : null);
    }
    return types.equals(Set.of("integer", "string"));
  }

  private static String capitalised(String field) {
    char first = field.isEmpty() ? '_' : field.charAt(0);
    return first >= 'a' && first <= 'z' ? (char) (first - 32) + field.substring(1) : field;
  }
}
