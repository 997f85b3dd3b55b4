package dev.bylaw.engine.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an evaluation asks of a Kubernetes version: which kinds there are, and their Pods. */
public interface PodSpecPaths {
  /**
   * The ways from an object of a kind to every Pod spec in it, as {@link ResourceKind#podSpecs}.
   *
   * @return null if there is no such kind; empty if it has no Pod spec
   */
  @Nullable List<List<String>> podSpecs(String apiVersion, String kind);
}
