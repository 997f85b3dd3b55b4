package dev.bylaw.engine.check;

import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The type of a field that several kinds, or several versions of one, have. Mostly they agree.
 * Where they do not, a value must be of the wider type to be read as what it is in each of them.
 */
final class CommonType {
  private CommonType() {}

  static Type of(List<Type> types) {
    Type common = types.getFirst();
    for (Type type : types) {
      common = of(common, type);
    }
    return common;
  }

  /** Of two object types the first stands for both: each alternative keeps its own fields. */
  private static Type of(Type one, Type other) {
    if (one.equals(other) || (isMap(one) && isMap(other))) {
      return one;
    }
    if (one instanceof Type.ListType(Type a) && other instanceof Type.ListType(Type b)) {
      return new Type.ListType(of(a, b));
    }
    if (one instanceof Type.EnumType(List<String> a)
        && other instanceof Type.EnumType(List<String> b)) {
      Set<String> values = new LinkedHashSet<>(a);
      values.addAll(b);
      return new Type.EnumType(List.copyOf(values));
    }
    if (isText(one) && isText(other)) {
      return Scalar.STRING;
    }
    if (isNumber(one) && isNumber(other)) {
      return Scalar.NUMBER;
    }
    return isPort(one) && isPort(other) ? Scalar.INT_OR_STRING : Scalar.ANY;
  }

  private static boolean isMap(Type type) {
    return type instanceof ObjectType || type instanceof Type.MapType;
  }

  private static boolean isText(Type type) {
    return type == Scalar.STRING || type instanceof Type.EnumType;
  }

  private static boolean isNumber(Type type) {
    return type == Scalar.INTEGER || type == Scalar.NUMBER;
  }

  private static boolean isPort(Type type) {
    return isText(type) || type == Scalar.INTEGER || type == Scalar.INT_OR_STRING;
  }
}
