package dev.bylaw.engine.example;

import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that an object of a kind needs to be one: what the API demands, filled with ordinary
 * values.
 */
final class Skeleton {
  private static final int DEEPEST = 6;

  private final Schema schema;

  Skeleton(Schema schema) {
    this.schema = schema;
  }

  /** A draft with one subject of a rule, and where its parts stand. */
  record Start(Draft draft, Scene scene) {}

  /** Starts for a subject, the most ordinary first. */
  List<Start> starts(Subject subject) {
    List<Start> starts = new ArrayList<>();
    for (String name : kinds(subject)) {
      for (ResourceKind kind : schema.kindsNamed(name)) {
        if (!kind.podSpecs().isEmpty() || subject.level() == Level.RESOURCE) {
          starts.addAll(starts(subject, kind));
        }
      }
    }
    return starts;
  }

  private static List<String> kinds(Subject subject) {
    return subject.kinds().isEmpty() ? List.of("Pod") : subject.kinds();
  }

  private List<Start> starts(Subject subject, ResourceKind kind) {
    Pointer root = Pointer.object(0);
    Draft draft = object(kind, root, Draft.EMPTY);
    if (kind.podSpecs().isEmpty()) {
      return List.of(new Start(draft, new Scene(root, null, null, null, List.of())));
    }
    Pointer holder = root;
    Pointer pod = root;
    for (String step : kind.podSpecs().getFirst()) {
      holder = pod;
      pod =
          switch (step) {
            case "[]" -> pod.item(0);
            case "{}" -> pod.field("example");
            default -> pod.field(step);
          };
    }
    draft = pod(draft, pod, kind);
    if (subject.level() != Level.CONTAINER) {
      return List.of(new Start(draft, new Scene(root, holder, pod, null, List.of())));
    }
    List<Start> starts = new ArrayList<>();
    for (ContainerList list : ordinaryFirst(subject.containers())) {
      Pointer container = pod.field(list.field()).item(0);
      starts.add(
          new Start(
              container(draft, container), new Scene(root, holder, pod, container, List.of())));
    }
    return starts;
  }

  private static List<ContainerList> ordinaryFirst(List<ContainerList> lists) {
    List<ContainerList> ordered = new ArrayList<>(lists);
    if (ordered.remove(ContainerList.REGULAR)) {
      ordered.addFirst(ContainerList.REGULAR);
    }
    return ordered;
  }

  /** Another object of the input, or the first. */
  Draft object(ResourceKind kind, Pointer at, Draft draft) {
    Draft made =
        draft
            .assume(at.field("apiVersion"), new Leaf.Text(kind.apiVersion()))
            .assume(at.field("kind"), new Leaf.Text(kind.kind()))
            .assume(at.field("metadata").field("name"), new Leaf.Text("example"));
    made = required(kind.type(), at, made, DEEPEST);
    ObjectType.Field spec = kind.type().field("spec");
    // Hardly an object is one without its spec, though few schemas say so.
    return spec == null ? made : required(spec.type(), at.field("spec"), made, DEEPEST);
  }

  private static Draft pod(Draft draft, Pointer pod, ResourceKind kind) {
    Draft made = container(draft, pod.field(ContainerList.REGULAR.field()).item(0));
    // A Pod of a Job ends one day, and its template has to say so.
    return kind.group().equals("batch")
        ? made.assume(pod.field("restartPolicy"), new Leaf.Text("Never"))
        : made;
  }

  private static Draft container(Draft draft, Pointer at) {
    return draft
        .assume(at.field("name"), Samples.ordinary(at.field("name"), Type.Scalar.STRING))
        .assume(at.field("image"), Samples.IMAGE);
  }

  private static boolean isContainer(ObjectType type) {
    return type.name().equals("Container") || type.name().equals("EphemeralContainer");
  }

  /** The fields that the API demands of a type. */
  Draft required(Type type, Pointer at, Draft draft) {
    return required(type, at, draft, DEEPEST);
  }

  private Draft required(Type type, Pointer at, Draft draft, int depth) {
    Draft made = draft;
    if (depth > 0 && type instanceof ObjectType object) {
      if (isContainer(object)) {
        made = container(made, at);
      }
      for (ObjectType.Field field : object.fields().values()) {
        if (field.required()) {
          made = sample(field.type(), at.field(field.name()), made, depth - 1);
        }
      }
      // Of a workload the selector has to select the template.
      if (object.field("selector") != null && object.field("template") != null) {
        Leaf label = new Leaf.Text("example");
        made = made.assume(at.field("selector").field("matchLabels").field("app"), label);
        made =
            made.assume(at.field("template").field("metadata").field("labels").field("app"), label);
      }
    }
    return made;
  }

  /** Something of a type. */
  Draft sample(Type type, Pointer at, Draft draft) {
    return sample(type, at, draft, DEEPEST);
  }

  private Draft sample(Type type, Pointer at, Draft draft, int depth) {
    return switch (type) {
      case ObjectType object -> {
        Draft made = required(object, at, draft, depth);
        yield made.children(at).isEmpty() ? made.assume(at, new Leaf.EmptyMap()) : made;
      }
      case Type.ListType(Type element) ->
          depth == 0 ? draft : sample(element, at.item(0), draft, depth - 1);
      case Type.MapType(Type value) ->
          depth == 0 ? draft : sample(value, at.field("example"), draft, depth - 1);
      case Type.Scalar _, Type.EnumType _, Type.QuantityType _ ->
          draft.assume(at, Samples.ordinary(at, type));
    };
  }
}
