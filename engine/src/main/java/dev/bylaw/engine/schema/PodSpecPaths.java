package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an evaluation asks of a schema: which kinds there are, and their Pods. */
public interface PodSpecPaths {
  /**
   * The ways from an object of a kind to every Pod spec in it, as {@link ResourceKind#podSpecs}.
   *
   * @return null if there is no such kind; empty if it has no Pod spec
   */
  @Nullable List<List<String>> podSpecs(String apiVersion, String kind);

  /**
   * What an object of a kind holds, from {@code apiVersion} on.
   *
   * @return null if there is no such kind
   */
  @Nullable ObjectType type(String apiVersion, String kind);

  /**
   * Whether Pod specs may stand in other places as well, as in a custom kind: its definition may be
   * older than the object, or leave parts of it open.
   */
  default boolean mayHaveMore(String apiVersion, String kind) {
    return false;
  }

  /**
   * Whether a rule that names a kind means this one. A name that Kubernetes has itself is never
   * that of somebody else's API group.
   */
  default boolean isNamed(String apiVersion, String kind) {
    return podSpecs(apiVersion, kind) != null;
  }
}
