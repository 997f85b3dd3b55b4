package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import java.util.List;

/**
 * A kind of object, in one version of one API group.
 *
 * @param group {@code apps}; empty for the core group
 * @param version {@code v1}
 * @param kind {@code Deployment}
 * @param namespaced whether its objects live in a namespace
 * @param podSpecs the ways from the object to every Pod spec in it, as field names; {@code []}
 *     stands for any element of a list, {@code {}} for any value of a map. Empty for a kind without
 *     one, and for a typed list such as PodList: its items are objects of their own.
 * @param open whether Pod specs may stand in other places too, because the schema of a custom kind
 *     leaves parts of it open
 */
public record ResourceKind(
    String group,
    String version,
    String kind,
    boolean namespaced,
    ObjectType type,
    List<List<String>> podSpecs,
    boolean open) {

  public ResourceKind {
    podSpecs = List.copyOf(podSpecs);
  }

  /** Whether its objects may hold a Pod spec. */
  public boolean mayHavePods() {
    return open || !podSpecs.isEmpty();
  }

  /** As a manifest has it: {@code v1} or {@code apps/v1}. */
  public String apiVersion() {
    // Not by +, whose first use in a process costs more than all else that a lookup does.
    return group.isEmpty() ? version : group.concat("/").concat(version);
  }

  /** Whether this is a list of objects, such as PodList, with its objects in {@code items}. */
  public boolean isList() {
    return kind.endsWith("List") && type.field("items") != null;
  }
}
