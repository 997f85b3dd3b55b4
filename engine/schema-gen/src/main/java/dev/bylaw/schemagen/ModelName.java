package dev.bylaw.schemagen;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a model class, such as {@code AdmissionregistrationV1ServiceReference}, and its
 * parts: the API group where two groups share a name, the version, and the name in the Kubernetes
 * API.
 *
 * @param group {@code Admissionregistration}, or empty
 * @param version {@code V1beta2}, or empty for the few types without one
 */
record ModelName(String group, String version, String name) implements Comparable<ModelName> {
  private static final Pattern PARTS =
      Pattern.compile("((?:[A-Z][a-z]+)??)(V\\d+(?:(?:alpha|beta)\\d+)?)([A-Z].*)");

  /** By name; under one name the type that a reader means first: stable, new, of the core group. */
  private static final Comparator<ModelName> ORDER =
      Comparator.comparing(ModelName::name)
          .thenComparing(type -> ApiVersion.parse(type.version), ApiVersion.BEST_FIRST)
          .thenComparing(type -> !type.group.equals("Core"))
          .thenComparing(ModelName::group)
          .thenComparing(ModelName::version);

  static ModelName parse(String simpleClassName) {
    Matcher parts = PARTS.matcher(simpleClassName);
    return parts.matches()
        ? new ModelName(parts.group(1), parts.group(2), parts.group(3))
        : new ModelName("", "", simpleClassName);
  }

  @Override
  public int compareTo(ModelName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return group + version + name;
  }
}
