package dev.bylaw.engine.example;

import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Ordinary values of each type. */
final class Samples {
  private static final String DIGEST =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private Samples() {}

  static final Leaf IMAGE = new Leaf.Text("registry.example.com/app:1.0");

  /** What commonly stands at a place: names that differ within a list, ports, paths. */
  static Leaf ordinary(Pointer at, Type type) {
    return switch (at.steps().getLast().toString()) {
      case "name" -> new Leaf.Text(name(at));
      case "containerPort", "port", "hostPort" -> Leaf.number(8080);
      case "path", "mountPath" -> new Leaf.Text("/example");
      case "schedule" -> new Leaf.Text("0 4 * * *");
      default -> of(type).getFirst();
    };
  }

  private static String name(Pointer at) {
    List<Object> steps = at.steps();
    boolean inContainers =
        steps.size() > 2
            && steps.get(steps.size() - 3) instanceof String list
            && list.endsWith("ontainers");
    String name = inContainers ? "app" : "example";
    return steps.size() > 1 && steps.get(steps.size() - 2) instanceof Integer index && index > 0
        ? name + "-" + (index + 1)
        : name;
  }

  /** A few values of the type of a value; of a part of an image, such a part. */
  static List<Leaf> of(Value value) {
    return value instanceof Value.Read read
            && !read.access().steps().isEmpty()
            && read.access().steps().getLast() instanceof Access.Step.ImagePart part
        ? List.of(new Leaf.Text(of(part.part())))
        : of(value.type());
  }

  /** The same, and for a text some that few patterns match. */
  static List<Leaf> odd(Value value) {
    List<Leaf> leaves = new ArrayList<>(of(value));
    if (value.type() == Type.Scalar.STRING) {
      leaves.addAll(texts(List.of("-odd value-", "X")));
    }
    return leaves;
  }

  private static String of(Access.Part part) {
    return switch (part) {
      case TAG -> "latest";
      case DIGEST -> DIGEST;
      case REGISTRY -> "registry.example.net";
      case REPOSITORY, NAME -> "another";
    };
  }

  /** A few values of a type, the plainest first; none for an object, list or map. */
  static List<Leaf> of(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> of(scalar);
      case Type.EnumType values -> texts(values.values());
      case Type.QuantityType quantity ->
          switch (quantity.dimension()) {
            case CPU -> texts(List.of("100m", "2"));
            case BYTES -> texts(List.of("64Mi", "8Gi"));
            case COUNT, UNKNOWN -> texts(List.of("1", "2"));
          };
      case Type.ListType _, Type.MapType _, ObjectType _ -> List.of();
    };
  }

  private static List<Leaf> of(Type.Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> List.of(new Leaf.Bool(true), new Leaf.Bool(false));
      case INTEGER, NUMBER, SECONDS -> List.of(Leaf.number(1), Leaf.number(1000));
      case INT_OR_STRING -> List.of(Leaf.number(8080), new Leaf.Text("http"));
      case STRING, ANY -> texts(List.of("example", "another"));
      case DATE_TIME -> texts(List.of("2026-01-31T12:00:00Z"));
      case VERSION -> texts(List.of("v1.0"));
      case DATE -> texts(List.of("2026-01-31"));
      case BYTES -> texts(List.of("ZXhhbXBsZQ=="));
      case IMAGE ->
          List.of(
              IMAGE,
              new Leaf.Text("registry.example.com/app"),
              new Leaf.Text("registry.example.com/app@" + DIGEST));
      case ADDED_CAPABILITY, DROPPED_CAPABILITY, CAPABILITY ->
          texts(List.of("NET_BIND_SERVICE", "CHOWN", "SYS_ADMIN", "ALL"));
      case HOST -> texts(List.of("registry.example.net"));
      case REGEX -> List.of();
      case DURATION -> texts(List.of("30s", "1h"));
      case NETWORK -> texts(List.of("192.0.2.0/24", "0.0.0.0/0", "2001:db8::/32"));
      case ADDRESS -> texts(List.of("192.0.2.1", "10.0.0.1", "2001:db8::1"));
    };
  }

  private static List<Leaf> texts(List<String> values) {
    List<Leaf> leaves = new ArrayList<>();
    values.forEach(value -> leaves.add(new Leaf.Text(value)));
    return leaves;
  }
}
