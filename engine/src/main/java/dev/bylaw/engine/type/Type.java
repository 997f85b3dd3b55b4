package dev.bylaw.engine.type;

import java.util.List;

/**
 * The type of a value in a rule or of a field in a manifest.
 *
 * <p>One type graph serves both: the schema gives fields these types, and the checker gives them to
 * expressions. The graph is cyclic through {@link ObjectType}, which looks up its fields when
 * asked.
 */
public sealed interface Type
    permits Type.Scalar, Type.EnumType, Type.QuantityType, Type.ListType, Type.MapType, ObjectType {

  /**
   * How an error message names the type, with its article: {@code a number}, {@code a list of
   * strings}.
   */
  String described();

  /** The plural, for {@link ListType}: {@code numbers}. */
  String plural();

  /** A value without parts. */
  enum Scalar implements Type {
    BOOLEAN("a boolean", "booleans"),
    /** A whole number; the API's int32 and int64. */
    INTEGER("a number", "numbers"),
    /** A number that may have a fraction; the API's double. */
    NUMBER("a number", "numbers"),
    STRING("a string", "strings"),
    /** A number, or a string such as {@code 25%} or the name of a port. */
    INT_OR_STRING("a number or a string", "numbers or strings"),
    /** A point in time, as an RFC 3339 string in a manifest. */
    DATE_TIME("a time", "times"),
    /** Base64 text in a manifest. */
    BYTES("base64 text", "base64 texts"),
    /**
     * A container image reference: a string in a manifest, with parts such as {@code .tag} in a
     * rule.
     */
    IMAGE("an image", "images"),
    /**
     * The name of a Linux capability in a container's list of those to add. Read as the most
     * dangerous runtime would read it.
     */
    ADDED_CAPABILITY("a capability", "capabilities"),
    /**
     * The name of a Linux capability in a container's list of those to drop. Read as the least
     * strict runtime would read it.
     */
    DROPPED_CAPABILITY("a capability", "capabilities"),
    /** A capability named in a rule. */
    CAPABILITY("a capability", "capabilities"),
    /** The host of a registry, perhaps with a port: capital letters make no difference. */
    HOST("a host", "hosts"),
    /** A regular expression that a rule writes between slashes. */
    REGEX("a regular expression", "regular expressions"),
    /** A length of time, written {@code 30s} or {@code 1h30m}; a string in a manifest. */
    DURATION("a duration", "durations"),
    /**
     * A whole number of seconds in a manifest, which a rule may write as a duration. The API's
     * conventions have no field with a unit of its own choosing: it is part of the field's name, as
     * in {@code terminationGracePeriodSeconds}.
     */
    SECONDS("a number of seconds", "numbers of seconds"),
    /** A network in CIDR notation, {@code 10.0.0.0/8}; a string in a manifest. */
    NETWORK("a network", "networks"),
    /** A single IP address; a string in a manifest. */
    ADDRESS("an IP address", "IP addresses"),
    /** A calendar day, written {@code 2027-03-31}. */
    DATE("a date", "dates"),
    /** The version of a pack, written {@code v1.30}. */
    VERSION("a version", "versions"),
    /** Free-form content of which the schema says nothing. */
    ANY("any value", "values");

    private final String described;
    private final String plural;

    Scalar(String described, String plural) {
      this.described = described;
      this.plural = plural;
    }

    @Override
    public String described() {
      return described;
    }

    @Override
    public String plural() {
      return plural;
    }
  }

  /**
   * A string that the API restricts to these values, in the order in which its documentation lists
   * them.
   */
  record EnumType(List<String> values) implements Type {
    public EnumType {
      values = List.copyOf(values);
    }

    @Override
    public String described() {
      return "one of " + String.join(", ", values);
    }

    @Override
    public String plural() {
      return "values out of " + String.join(", ", values);
    }
  }

  /** An amount of a resource, compared by value. */
  record QuantityType(Dimension dimension) implements Type {
    @Override
    public String described() {
      return dimension.described();
    }

    @Override
    public String plural() {
      return dimension == Dimension.UNKNOWN
          ? "quantities"
          : "quantities of " + dimension.described();
    }
  }

  /** What a quantity measures. */
  enum Dimension {
    CPU("cpu"),
    BYTES("bytes"),
    COUNT("a count"),
    /** The schema does not say, for example the target value of an external metric. */
    UNKNOWN("a quantity");

    private final String described;

    Dimension(String described) {
      this.described = described;
    }

    public String described() {
      return described;
    }
  }

  record ListType(Type element) implements Type {
    @Override
    public String described() {
      return "a list of " + element.plural();
    }

    @Override
    public String plural() {
      return "lists of " + element.plural();
    }
  }

  /** A map from any string to values of one type, such as labels. */
  record MapType(Type value) implements Type {
    @Override
    public String described() {
      return "a map of " + value.plural();
    }

    @Override
    public String plural() {
      return "maps of " + value.plural();
    }
  }
}
