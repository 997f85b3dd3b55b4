package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.KeyPart;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.ResourceNames;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path of a rule through the schema: what its first name means, and each step after it.
 */
final class Paths {
  private final Context context;
  private final AnyResource anyResource;

  Paths(Context context) {
    this.context = context;
    this.anyResource = new AnyResource(objectMeta(context));
  }

  private static ObjectType objectMeta(Context context) {
    ObjectType type = context.schema().type("ObjectMeta");
    if (type == null) {
      throw new IllegalStateException("a schema without ObjectMeta");
    }
    return type;
  }

  /** What a path's first name may turn out to be. */
  sealed interface Head {
    /** A place of the manifest. */
    record At(Place place) implements Head {}

    /** A word that a pack defines. */
    record Defined(Pack.Word word) implements Head {}
  }

  /**
   * Innermost first: variables, the pack's words, the container, its Pod spec, its object. Null if
   * it is none of these.
   */
  @Nullable Head head(String name, Scope scope) {
    Scope.Variable variable = scope.variable(name);
    if (variable != null) {
      Root root =
          variable.isKey()
              ? new Root.Key(variable.index(), name)
              : new Root.Variable(variable.index(), name);
      return new Head.At(Place.start(root, variable.types(), "`" + name + "`"));
    }
    Pack.Word word = scope.pack().word(name);
    if (word != null) {
      return new Head.Defined(word);
    }
    for (Level level : List.of(Level.CONTAINER, Level.POD, Level.RESOURCE)) {
      if (scope.has(level)) {
        Place root = root(level, scope);
        if (name.equals(rootName(level))) {
          return new Head.At(root);
        }
        Place found = member(level, root, name);
        if (found != null) {
          return new Head.At(found);
        }
      }
    }
    return null;
  }

  /**
   * The innermost level at which a name means something, or null: what the subject of a rule
   * without {@code for} is inferred from.
   */
  @Nullable Level levelOf(String name, Scope scope) {
    for (Level level : List.of(Level.CONTAINER, Level.POD, Level.RESOURCE)) {
      if (name.equals(rootName(level))
          || (level == Level.POD && name.equals(Vocabulary.ALL_CONTAINERS))
          || member(level, root(level, scope), name) != null) {
        return level;
      }
    }
    return null;
  }

  /** Whether a path is the word for the containers of all lists of the Pod. */
  boolean isAllContainers(Expr.Path path, Scope scope) {
    if (!scope.has(Level.POD)) {
      return false;
    }
    if (path.steps().isEmpty()) {
      String word = path.first().text();
      return word.equals(Vocabulary.ALL_CONTAINERS) && head(word, scope) == null;
    }
    return path.steps().size() == 1
        && path.steps().getFirst() instanceof Expr.Step.Field(Name last, Span _)
        && last.text().equals(Vocabulary.ALL_CONTAINERS)
        && head(path.first().text(), scope) instanceof Head.At(Place place)
        && place.root() instanceof Root.Pod
        && place.steps().isEmpty();
  }

  /**
   * The lists of containers of the Pod, each as one of containers: what a quantifier goes through.
   */
  List<Value> containerLists(Span span) {
    Type containers = new Type.ListType(context.schema().container());
    List<Value> lists = new ArrayList<>();
    for (Subject.ContainerList list : Subjects.EVERY_LIST) {
      Access.Step step = new Access.Step.Field(list.field(), containers, false);
      lists.add(
          new Value.Read(
              context.accesses().access(new Root.Pod(), List.of(step), containers, false), span));
    }
    return lists;
  }

  static @Nullable Place member(Level level, Place root, String name) {
    Place field = root.field(name);
    if (field != null) {
      return field;
    }
    List<String> words = Vocabulary.path(level, name);
    Place place = words == null ? null : root;
    for (int i = 0; words != null && place != null && i < words.size(); i++) {
      place = place.field(words.get(i));
    }
    return place;
  }

  /** Whether a name stands for a level, as {@code pod} does. */
  static boolean isRootName(String name) {
    for (Level level : Level.values()) {
      if (name.equals(rootName(level))) {
        return true;
      }
    }
    return false;
  }

  static String rootName(Level level) {
    return switch (level) {
      case CONTAINER -> "container";
      case POD -> "pod";
      case RESOURCE -> "resource";
    };
  }

  /** Where the paths of a level begin. */
  Place root(Level level, Scope scope) {
    return switch (level) {
      case CONTAINER ->
          Place.start(
              new Root.Container(), one("container", context.schema().container()), "a container");
      case POD -> Place.start(new Root.Pod(), one("pod", context.schema().podSpec()), "a Pod spec");
      case RESOURCE -> Place.start(new Root.Resource(), resourceTypes(scope), resourceOwner(scope));
    };
  }

  private static List<Scope.Alternative> one(String kind, Type type) {
    return List.of(new Scope.Alternative(kind, type));
  }

  private static String resourceOwner(Scope scope) {
    return scope.subject() != null && scope.subject().kinds().size() == 1
        ? Kinds.withArticle(scope.subject().kinds().getFirst())
        : "a resource";
  }

  private List<Scope.Alternative> resourceTypes(Scope scope) {
    if (scope.subject() == null || scope.subject().kinds().isEmpty()) {
      return one("resource", anyResource);
    }
    return kindTypes(scope.subject().kinds());
  }

  /** The types of kinds that are known to exist, in all their groups and versions. */
  List<Scope.Alternative> kindTypes(List<String> kinds) {
    List<Scope.Alternative> types = new ArrayList<>();
    for (String kind : kinds) {
      for (ResourceKind resource : context.schema().kindsNamed(kind)) {
        types.add(new Scope.Alternative(kind, resource.type()));
      }
    }
    return types;
  }

  /** The type of a Pod or of a Pod template: the metadata and the Pod spec. */
  List<Scope.Alternative> podTemplateTypes() {
    return one("pod", context.schema().podTemplate());
  }

  /**
   * The value at the end of a path whose head is a place, or null after saying what is wrong with a
   * step.
   *
   * @param text the value of what stands between the braces of a key
   */
  @Nullable Value read(Expr.Path path, Place head, Function<Expr, @Nullable Value> text) {
    Place place = head;
    for (Expr.Step step : path.steps()) {
      Place next =
          switch (step) {
            case Expr.Step.Field field -> field(place, field.name(), path.unchecked());
            case Expr.Step.Index index -> index(place, index);
            case Expr.Step.ComputedKey computed -> computedKey(place, computed, text);
          };
      if (next == null) {
        return null;
      }
      place = next;
    }
    Access access =
        context.accesses().access(place.root(), place.steps(), place.type(), place.required());
    return new Value.Read(access, path.span());
  }

  /** Where a name behind a dot leads, or null if there is no such field. */
  @Nullable Place step(Place place, String name) {
    if (place.root() instanceof Root.Pod && place.steps().isEmpty() && name.equals("metadata")) {
      return Place.start(new Root.PodTemplate(), one("template", anyResource), "a Pod template")
          .field("metadata");
    }
    Place next = place.field(name);
    return next == null && place.steps().isEmpty() ? memberOf(place, name) : next;
  }

  /** The names that may stand behind a dot. */
  List<String> memberNames(Place place) {
    List<String> names = new ArrayList<>(place.next());
    if (place.steps().isEmpty()) {
      switch (place.root()) {
        case Root.Container _ -> names.addAll(Vocabulary.known(Level.CONTAINER));
        case Root.Resource _ -> names.addAll(Vocabulary.known(Level.RESOURCE));
        case Root.Pod _ -> names.add("metadata");
        case Root.PodTemplate _, Root.Variable _, Root.Key _ -> {}
      }
    }
    return names;
  }

  private @Nullable Place field(Place place, Name name, boolean unchecked) {
    Place next = step(place, name.text());
    if (next != null) {
      return next;
    }
    if (unchecked) {
      return place.unchecked(name.text());
    }
    if (place.root() instanceof Root.Pod
        && place.steps().isEmpty()
        && name.text().equals(Vocabulary.ALL_CONTAINERS)) {
      onlyQuantified(name);
      return null;
    }
    explain(place, name);
    return null;
  }

  private static @Nullable Place memberOf(Place root, String name) {
    return switch (root.root()) {
      case Root.Container _ -> member(Level.CONTAINER, root, name);
      case Root.Resource _ -> member(Level.RESOURCE, root, name);
      case Root.Pod _, Root.PodTemplate _, Root.Variable _, Root.Key _ -> null;
    };
  }

  private void explain(Place place, Name name) {
    String word = name.text();
    switch (place.type()) {
      case Type.ListType(Type element) ->
          error(
              CheckCode.NO_PARTS,
              name,
              place.described() + " is a list, and a list has no `" + word + "`",
              element instanceof ObjectType
                  ? "look at its items: `any x in "
                      + place.dotted()
                      + ": x."
                      + word
                      + " …`, or `all`, or `no`"
                  : "ask what it contains: `" + place.dotted() + " contains …`");
      case Type.MapType _ -> explainMap(place, name);
      case ObjectType _ -> unknownField(place, name);
      case Type.Scalar scalar when scalar == Type.Scalar.IMAGE -> unknownField(place, name);
      case Type.Scalar scalar when scalar == Type.Scalar.ANY ->
          error(
              CheckCode.UNKNOWN_FIELD,
              name,
              "the schema says nothing of what " + place.described() + " holds",
              "if you are sure of the name, write `unchecked` before the path");
      case Type.Scalar _, Type.EnumType _, Type.QuantityType _ ->
          error(
              CheckCode.NO_PARTS,
              name,
              place.described() + " is " + place.type().described() + ", which has no parts",
              "end the path before `." + word + "`");
    }
  }

  private void explainMap(Place place, Name name) {
    if (place.type() instanceof Type.MapType(Type.QuantityType _)) {
      String near = Suggestion.of(name.text(), ResourceNames.common());
      error(
          CheckCode.UNKNOWN_FIELD,
          name,
          "`" + name.text() + "` is no resource that Kubernetes measures by itself",
          near == null
              ? "for a resource of your own write `" + place.dotted() + "[\"" + name.text() + "\"]`"
              : "did you mean `" + near + "`?");
    } else {
      error(
          CheckCode.NO_PARTS,
          name,
          place.described() + " is a map, whose keys are written in brackets",
          "write `" + place.dotted() + "[\"" + name.text() + "\"]`");
    }
  }

  private void unknownField(Place place, Name name) {
    String near = Suggestion.of(name.text(), place.next());
    String owner = place.described();
    for (Scope.Alternative alternative : place.alternatives()) {
      if (place.alternatives().size() > 1 && place.kindLacks(alternative.kind(), name.text())) {
        owner =
            Kinds.withArticle(alternative.kind())
                + (place.dotted().isEmpty() ? "" : "'s " + place.dotted());
        break;
      }
    }
    String deeper = near == null ? deeper(place.type(), name.text()) : null;
    Diagnostic diagnostic =
        Diagnostic.of(
            CheckCode.UNKNOWN_FIELD,
            name.span(),
            "unknown field `" + name.text() + "` of " + owner,
            near != null
                ? "did you mean `" + near + "`?"
                : deeper != null ? "did you mean `" + deeper + "`?" : fieldsOf(place));
    context.diagnostics().add(near == null ? diagnostic : replace(diagnostic, name.span(), near));
  }

  private static String fieldsOf(Place place) {
    List<String> names = place.next();
    if (names.isEmpty()) {
      return "if you are sure of the name, write `unchecked` before the path";
    }
    int shown = Math.min(names.size(), 12);
    return "its fields are "
        + String.join(", ", names.subList(0, shown))
        + (shown < names.size() ? ", …" : "");
  }

  static Diagnostic replace(Diagnostic diagnostic, Span span, String replacement) {
    return diagnostic.fixes(
        List.of(
            new Diagnostic.Fix(
                "Replace with `" + replacement + "`",
                List.of(new Diagnostic.Edit(span, replacement)))));
  }

  /**
   * A path to a field of this name, or nearly, further down: {@code securityContext.privileged} for
   * {@code privileged}.
   */
  private static @Nullable String deeper(Type type, String name) {
    Map<String, String> paths = new LinkedHashMap<>();
    collect(type, "", 3, paths);
    String near = paths.containsKey(name) ? name : Suggestion.of(name, paths.keySet());
    return near == null ? null : paths.get(near);
  }

  private static void collect(Type type, String prefix, int depth, Map<String, String> paths) {
    if (depth == 0 || !(type instanceof ObjectType object)) {
      return;
    }
    for (ObjectType.Field field : object.fields().values()) {
      paths.putIfAbsent(field.name(), prefix + field.name());
    }
    for (ObjectType.Field field : object.fields().values()) {
      collect(field.type(), prefix + field.name() + ".", depth - 1, paths);
    }
  }

  private @Nullable Place index(Place place, Expr.Step.Index index) {
    Place next =
        switch (index.key()) {
          case Expr.StringLiteral literal -> place.key(literal.text().value());
          case Expr.NumberLiteral literal when wholeNumber(literal.text()) ->
              place.item(Integer.parseInt(literal.text()));
          default -> null;
        };
    if (next == null) {
      explainIndex(
          place,
          index.span(),
          switch (index.key()) {
            case Expr.StringLiteral _ -> "which has no keys";
            case Expr.NumberLiteral _ -> "which has no items";
            default -> "and in brackets stands a key in quotes or the index of an item";
          });
    }
    return next;
  }

  private @Nullable Place computedKey(
      Place place, Expr.Step.ComputedKey computed, Function<Expr, @Nullable Value> text) {
    List<KeyPart> parts = new ArrayList<>();
    for (Template.Part part : computed.key().parts()) {
      KeyPart checked =
          switch (part) {
            case Template.Part.Literal literal -> new KeyPart.Literal(literal.text());
            case Template.Part.Placeholder placeholder -> keyPart(placeholder.value(), text);
          };
      if (checked == null) {
        return null;
      }
      parts.add(checked);
    }
    Place next = place.key(parts, computed.span().text());
    if (next == null) {
      explainIndex(place, computed.span(), "which has no keys");
    }
    return next;
  }

  private @Nullable KeyPart keyPart(Expr expr, Function<Expr, @Nullable Value> text) {
    Value value = text.apply(expr);
    return switch (value) {
      case null -> null;
      case Value.Read read when isText(read) -> new KeyPart.Path(read.access());
      case Value.Constant(Node.Text literal, Type _, Span _) ->
          new KeyPart.Literal(literal.value());
      default -> {
        context
            .diagnostics()
            .error(
                CheckCode.NO_PARTS,
                expr.span(),
                "a key is put together of texts, and this is " + described(value),
                "name a text of the manifest, for example `{container.name}`; a brace itself is"
                    + " doubled");
        yield null;
      }
    };
  }

  private static String described(Value value) {
    return !(value instanceof Value.Read read)
        ? "no path"
        : read.type() == Type.Scalar.STRING ? "a part of an image" : read.type().described();
  }

  /** A part of an image is no text of the manifest, and has no place of its own in it. */
  private static boolean isText(Value.Read read) {
    List<Step> steps = read.access().steps();
    boolean imagePart = !steps.isEmpty() && steps.getLast() instanceof Step.ImagePart;
    return !imagePart
        && (read.type() == Type.Scalar.STRING || read.type() instanceof Type.EnumType);
  }

  private void explainIndex(Place place, Span span, String brackets) {
    context
        .diagnostics()
        .error(
            CheckCode.NO_PARTS,
            span,
            place.described() + " is " + place.type().described() + ", " + brackets,
            place.type() instanceof ObjectType
                ? "write a field after a dot"
                : "write `[\"key\"]` for a map, `[0]` for a list, and nothing for another value");
  }

  private static boolean wholeNumber(String text) {
    return !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private void error(CheckCode code, Name name, String message, String help) {
    context.diagnostics().error(code, name.span(), message, help);
  }

  /** Says that a path's first name means nothing here. */
  void unknownHead(Name name, Scope scope) {
    if (scope.has(Level.POD) && name.text().equals(Vocabulary.ALL_CONTAINERS)) {
      onlyQuantified(name);
      return;
    }
    if (scope.subject() != null && belongsDeeper(name, scope, scope.subject())) {
      return;
    }
    List<String> known =
        new ArrayList<>(scope.variables().stream().map(Scope.Variable::name).toList());
    known.addAll(scope.pack().knownWords());
    String deeper = null;
    for (Level level : List.of(Level.CONTAINER, Level.POD, Level.RESOURCE)) {
      if (scope.has(level)) {
        Place root = root(level, scope);
        known.add(rootName(level));
        known.addAll(root.next());
        known.addAll(Vocabulary.known(level));
        deeper = deeper == null ? deeper(root.type(), name.text()) : deeper;
      }
    }
    String near = Suggestion.of(name.text(), known);
    boolean exact = deeper != null && deeper.endsWith("." + name.text());
    String better = near == null || (exact && !near.equalsIgnoreCase(name.text())) ? deeper : near;
    String message = "unknown name `" + name.text() + "`";
    if (scope.subject() == null) {
      context
          .diagnostics()
          .error(
              CheckCode.UNKNOWN_NAME,
              name.span(),
              message,
              "a `let` is a constant; what depends on the manifest is a `define … for container ="
                  + " …`");
    } else if (better != null) {
      Diagnostic diagnostic =
          Diagnostic.of(
              CheckCode.UNKNOWN_NAME, name.span(), message, "did you mean `" + better + "`?");
      context.diagnostics().add(replace(diagnostic, name.span(), better));
    } else {
      context
          .diagnostics()
          .error(
              CheckCode.UNKNOWN_NAME,
              name.span(),
              message,
              "write a field of "
                  + subjects(scope)
                  + ", a word that this pack defines, or a text in quotes");
    }
  }

  private void onlyQuantified(Name name) {
    error(
        CheckCode.UNKNOWN_NAME,
        name,
        "`" + name.text() + "` is several lists, and only a quantifier goes through them",
        "write `any c in " + name.text() + ": …`, or `all`, or `no`");
  }

  /** Says that a name is one of containers or Pods, in a rule that is for neither. */
  private boolean belongsDeeper(Name name, Scope scope, Subject subject) {
    Level level = levelOf(name.text(), Scope.of(scope.pack(), Subjects.every(Level.CONTAINER)));
    if (level == null || level.compareTo(subject.level()) <= 0) {
      return false;
    }
    String owner = level == Level.CONTAINER ? "container" : "Pod";
    String kinds = String.join(", ", subject.kinds());
    boolean none =
        !subject.kinds().isEmpty()
            && subject.kinds().stream()
                .flatMap(kind -> context.schema().kindsNamed(kind).stream())
                .noneMatch(ResourceKind::mayHavePods);
    context
        .diagnostics()
        .error(
            CheckCode.NO_SUCH_SUBJECT,
            name.span(),
            none
                ? Kinds.withArticle(subject.kinds().getFirst())
                    + " has no containers, and `"
                    + name.text()
                    + "` is a field of a "
                    + owner
                : "`"
                    + name.text()
                    + "` is a field of a "
                    + owner
                    + ", and this rule is for something else",
            "write `for "
                + rootName(level)
                + (none || kinds.isEmpty() ? "" : " in " + kinds)
                + "`");
    return true;
  }

  private static String subjects(Scope scope) {
    return scope.has(Level.CONTAINER)
        ? "the container, its Pod and its object"
        : scope.has(Level.POD) ? "the Pod and its object" : "the object";
  }
}
