package dev.bylaw.engine.check;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that may stand at one place of an expression, innermost first. */
final class Offers {
  private static final List<Level> LEVELS = List.of(Level.CONTAINER, Level.POD, Level.RESOURCE);

  private final Schema schema;
  private final Paths paths;
  private final Scope scope;
  private final Map<String, Name> variables;

  Offers(Schema schema, Paths paths, Scope scope, Map<String, Name> variables) {
    this.schema = schema;
    this.paths = paths;
    this.scope = scope;
    this.variables = variables;
  }

  /** Values of the type that is expected, then variables, the packs' words and fields. */
  List<Offer> names(@Nullable Type expected) {
    Map<String, Referent> names = new LinkedHashMap<>();
    if (expected != null) {
      for (String text : listed(expected)) {
        names.put(text, new Referent.Listed(text, expected));
      }
    }
    for (Scope.Variable variable : scope.variables().reversed()) {
      Name introduced = variables.get(variable.name());
      if (introduced != null) {
        names.putIfAbsent(
            variable.name(), Inspection.variable(introduced, variable.types().getFirst().type()));
      }
    }
    words(names);
    for (Level level : LEVELS) {
      if (scope.has(level)) {
        level(level, names);
      }
    }
    return names.entrySet().stream().map(e -> new Offer(e.getKey(), e.getValue())).toList();
  }

  private static List<String> listed(Type type) {
    return switch (type) {
      case Type.EnumType(List<String> values) -> values;
      case Type.Scalar scalar when scalar == Type.Scalar.BOOLEAN -> List.of("true", "false");
      case Type.Scalar scalar when Values.isCapability(scalar) -> {
        List<String> names = new ArrayList<>(Capability.names());
        names.add("ALL");
        yield names;
      }
      default -> List.of();
    };
  }

  private void words(Map<String, Referent> names) {
    scope
        .pack()
        .words
        .forEach((word, declaration) ->
            names.putIfAbsent(word, new Referent.Word(scope.pack().name, declaration)));
    for (Pack used : scope.pack().uses.values()) {
      for (Map.Entry<String, Declaration> word : used.words.entrySet()) {
        names.putIfAbsent(word.getKey(), new Referent.Word(used.name, word.getValue()));
      }
    }
  }

  private void level(Level level, Map<String, Referent> names) {
    Place root = paths.root(level, scope);
    List<String> all = new ArrayList<>(Vocabulary.known(level));
    all.addAll(root.next());
    for (String name : all) {
      Place place = Paths.member(level, root, name);
      if (place != null) {
        names.putIfAbsent(name, referent(name, place));
      } else if (name.equals(Vocabulary.ALL_CONTAINERS)) {
        Type list = new Type.ListType(schema.container());
        names.putIfAbsent(name, new Referent.ShortWord(level, name, "", list));
      }
    }
    names.putIfAbsent(Paths.rootName(level), new Referent.Root(level));
  }

  /** What the first name of a path means that leads to a place of the manifest. */
  Referent referent(String name, Place place) {
    for (Level level : LEVELS) {
      if (scope.has(level)) {
        if (name.equals(Paths.rootName(level))) {
          return new Referent.Root(level);
        }
        Place root = paths.root(level, scope);
        if (Paths.member(level, root, name) != null) {
          return root.field(name) == null
              ? new Referent.ShortWord(level, name, place.dotted(), place.type())
              : member(root, name, place);
        }
      }
    }
    return new Referent.Field(null, name, place.type(), place.required(), place.dotted());
  }

  /** What the name of a step means that leads from one place to another. */
  static Referent member(Place from, String name, Place to) {
    for (Scope.Alternative alternative : from.alternatives()) {
      if (alternative.type() instanceof ObjectType object && object.field(name) != null) {
        return new Referent.Field(object, name, to.type(), to.required(), to.dotted());
      }
    }
    return new Referent.Field(null, name, to.type(), to.required(), to.dotted());
  }

  /** What may stand after the dot behind a place. */
  static List<Offer> members(Paths paths, Place place) {
    List<Offer> offers = new ArrayList<>();
    for (String name : paths.memberNames(place)) {
      Place next = paths.step(place, name);
      if (next != null && offers.stream().noneMatch(offer -> offer.name().equals(name))) {
        offers.add(new Offer(name, member(place, name, next)));
      }
    }
    return offers;
  }
}
