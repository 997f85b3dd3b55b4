package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that parameters can have, and their values: the one from outside, else the default. */
final class Parameters {
  private static final Map<String, Type> TYPES = types();

  private final Context context;
  private final SettingReader settings;

  Parameters(Context context) {
    this.context = context;
    this.settings = new SettingReader(context);
  }

  private static Map<String, Type> types() {
    Map<String, Type> types = new LinkedHashMap<>();
    types.put("string", Scalar.STRING);
    types.put("number", Scalar.NUMBER);
    types.put("integer", Scalar.INTEGER);
    types.put("boolean", Scalar.BOOLEAN);
    types.put("quantity", new Type.QuantityType(Type.Dimension.UNKNOWN));
    types.put("capability", Scalar.CAPABILITY);
    types.put("duration", Scalar.DURATION);
    types.put("image", Scalar.IMAGE);
    types.put("network", Scalar.NETWORK);
    types.put("date", Scalar.DATE);
    types.put("regex", Scalar.REGEX);
    types.put("version", Scalar.VERSION);
    return types;
  }

  /** The value of a parameter, or null after saying why it has none. */
  @Nullable Value value(Declaration.Parameter parameter, Pack pack, Span use, Values values) {
    Type type = type(parameter.type());
    if (type == null) {
      return null;
    }
    Value standard =
        parameter.defaultValue() == null
            ? null
            : values.value(parameter.defaultValue(), Scope.of(pack, null), type);
    if (parameter.defaultValue() != null && standard == null) {
      return null;
    }
    Pack.Given given = pack.given.get(parameter.name().text());
    Value value =
        given == null ? standard : settings.read(given, type, pack.name, parameter, standard);
    if (given == null && standard == null) {
      String id = pack.name + "." + parameter.name().text();
      context
          .diagnostics()
          .error(
              CheckCode.PARAMETER_NOT_SET,
              use,
              "the parameter `" + parameter.name().text() + "` has no value",
              "set it with `--param "
                  + id
                  + "=…`, or give it a default: `param "
                  + parameter.name().text()
                  + ": "
                  + parameter.type().span().text()
                  + " = …`");
    }
    return value;
  }

  /** The type that a parameter declares, or null after saying that there is none of this name. */
  private @Nullable Type type(Declaration.TypeName name) {
    Type type = TYPES.get(name.name().text());
    if (type == null) {
      String near = Suggestion.of(name.name().text(), List.copyOf(TYPES.keySet()));
      context
          .diagnostics()
          .error(
              CheckCode.UNKNOWN_NAME,
              name.name().span(),
              "unknown type `" + name.name().text() + "`",
              near == null
                  ? "types are " + String.join(", ", TYPES.keySet()) + ", and a list of one of them"
                  : "did you mean `" + near + "`?");
      return null;
    }
    return name.list() ? new Type.ListType(type) : type;
  }
}
