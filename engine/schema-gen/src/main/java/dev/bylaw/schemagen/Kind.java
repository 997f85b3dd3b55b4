package dev.bylaw.schemagen;

import java.util.Comparator;
import java.util.List;

/**
 * A kind of object that the API server accepts or returns.
 *
 * @param group empty for the core group
 * @param podSpecs the ways to the Pod specs in it; see {@link PodSpecPaths}
 */
record Kind(
    String group,
    String version,
    String kind,
    boolean namespaced,
    ModelName model,
    List<List<String>> podSpecs)
    implements Comparable<Kind> {

  /** By kind; under one kind the version that a reader means first. */
  private static final Comparator<Kind> ORDER =
      Comparator.comparing(Kind::kind)
          .thenComparing(kind -> ApiVersion.parse(kind.version), ApiVersion.BEST_FIRST)
          .thenComparing(Kind::group)
          .thenComparing(Kind::namespaced)
          .thenComparing(Kind::model)
          .thenComparing(kind -> kind.podSpecs.toString());

  Kind(String group, String version, String kind, boolean namespaced, ModelName model) {
    this(group, version, kind, namespaced, model, List.of());
  }

  Kind withPodSpecs(List<List<String>> paths) {
    return new Kind(group, version, kind, namespaced, model, paths);
  }

  @Override
  public int compareTo(Kind other) {
    return ORDER.compare(this, other);
  }
}
