package dev.bylaw.schemagen;

/** Turns the generic signature of a Java field into the type of a field of the API. */
final class SignatureParser {
  private static final String MODELS = "Lio/kubernetes/client/openapi/models/";

  private final String where;
  private final String signature;
  private int at;

  /**
   * @param where for an error message
   * @param signature as in a class file: {@code Ljava/util/List<Ljava/lang/String;>;}
   */
  SignatureParser(String where, String signature) {
    this.where = where;
    this.signature = signature;
  }

  FieldType parse() {
    FieldType type = type();
    if (at != signature.length()) {
      throw unknown();
    }
    return type;
  }

  private FieldType type() {
    if (skip("Ljava/util/List<") || skip("Ljava/util/Set<")) {
      FieldType element = type();
      return closed(new FieldType.ListOf(element));
    }
    if (skip("Ljava/util/Map<Ljava/lang/String;")) {
      FieldType value = type();
      return closed(new FieldType.MapOf(value));
    }
    if (skip("[B")) {
      return new FieldType.Scalar("BYTES");
    }
    int end = signature.indexOf(';', at);
    if (end < 0) {
      throw unknown();
    }
    String name = signature.substring(at, end);
    at = end + 1;
    return switch (name) {
      case "Ljava/lang/String" -> FieldType.string();
      case "Ljava/lang/Boolean" -> new FieldType.Scalar("BOOLEAN");
      case "Ljava/lang/Integer", "Ljava/lang/Long" -> new FieldType.Scalar("INTEGER");
      case "Ljava/lang/Double" -> new FieldType.Scalar("NUMBER");
      case "Ljava/time/OffsetDateTime" -> new FieldType.Scalar("DATE_TIME");
      case "Ljava/lang/Object" -> new FieldType.Scalar("ANY");
      case "Lio/kubernetes/client/custom/IntOrString" -> new FieldType.Scalar("INT_OR_STRING");
      case "Lio/kubernetes/client/custom/Quantity" -> FieldType.anyQuantity();
      default -> {
        if (!name.startsWith(MODELS)) {
          throw unknown();
        }
        yield new FieldType.Reference(ModelName.parse(name.substring(MODELS.length())));
      }
    };
  }

  private FieldType closed(FieldType type) {
    if (!skip(">;")) {
      throw unknown();
    }
    return type;
  }

  private boolean skip(String prefix) {
    if (!signature.startsWith(prefix, at)) {
      return false;
    }
    at += prefix.length();
    return true;
  }

  private SchemaException unknown() {
    return new SchemaException(where + ": unknown type " + signature);
  }
}
