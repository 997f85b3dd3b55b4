package dev.bylaw.cli;

import dev.bylaw.engine.schema.PodSpecPaths;
import dev.bylaw.engine.type.ObjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kinds for several threads: a schema decodes what it is asked for, and is made for one. The types
 * that it gives may be shared: a second thread would decode the same.
 */
record SharedKinds(PodSpecPaths kinds) implements PodSpecPaths {
  @Override
  public synchronized @Nullable List<List<String>> podSpecs(String apiVersion, String kind) {
    return kinds.podSpecs(apiVersion, kind);
  }

  @Override
  public synchronized @Nullable ObjectType type(String apiVersion, String kind) {
    return kinds.type(apiVersion, kind);
  }

  @Override
  public synchronized boolean mayHaveMore(String apiVersion, String kind) {
    return kinds.mayHaveMore(apiVersion, kind);
  }

  @Override
  public synchronized boolean isNamed(String apiVersion, String kind) {
    return kinds.isNamed(apiVersion, kind);
  }
}
