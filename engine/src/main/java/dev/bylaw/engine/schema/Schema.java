package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one minor version of Kubernetes accepts: its kinds and the types of their fields, offline.
 *
 * <p>Extracted at build time from the model classes of the Kubernetes Java client. Everything is
 * decoded when it is asked for, so a program pays for the types that its rules name and no others.
 */
public final class Schema implements PodSpecPaths {
  private static final Map<KubernetesVersion, Schema> LOADED =
      new EnumMap<>(KubernetesVersion.class);

  private final KubernetesVersion version;
  private final TypeTable types;
  private final KindTable kinds;
  private final Documentation documentation;

  private Schema(KubernetesVersion version) {
    this.version = version;
    SchemaIndex index = SchemaIndex.get();
    int number = number(version, index);
    Cursor in = index.versions.entry(number);
    index.string(in);
    types = new TypeTable(index, in);
    kinds = new KindTable(types, in);
    documentation = new Documentation(types, number);
  }

  private static int number(KubernetesVersion version, SchemaIndex index) {
    for (int i = 0; i < index.versions.size(); i++) {
      if (index.string(index.versions.entry(i)).equals(version.text())) {
        return i;
      }
    }
    throw new IllegalStateException("The index lacks Kubernetes " + version);
  }

  /**
   * Always the same object for the same version, so that types from two calls are the same types.
   */
  public static synchronized Schema of(KubernetesVersion version) {
    Schema schema = LOADED.get(version);
    if (schema == null) {
      schema = new Schema(version);
      LOADED.put(version, schema);
    }
    return schema;
  }

  public KubernetesVersion version() {
    return version;
  }

  /**
   * The kind that a manifest names; both are compared as they are written, as the API server does.
   *
   * @return null if this version has none
   */
  public @Nullable ResourceKind kind(String apiVersion, String kind) {
    for (ResourceKind candidate : kindsNamed(kind)) {
      if (candidate.apiVersion().equals(apiVersion)) {
        return candidate;
      }
    }
    return null;
  }

  @Override
  public @Nullable List<List<String>> podSpecs(String apiVersion, String kind) {
    ResourceKind known = kind(apiVersion, kind);
    return known == null ? null : known.podSpecs();
  }

  /**
   * The kinds of this name in all groups and versions, best first: stable before beta before alpha,
   * then newer before older, then by group with the core group first. Empty if there is none.
   */
  public List<ResourceKind> kindsNamed(String kind) {
    List<ResourceKind> named = new ArrayList<>();
    for (int row = kinds.find(kind); row < kinds.size() && kinds.name(row).equals(kind); row++) {
      named.add(kinds.get(row));
    }
    return named;
  }

  /** All kinds, by name, each name in the order of {@link #kindsNamed}. */
  public List<ResourceKind> kinds() {
    List<ResourceKind> all = new ArrayList<>(kinds.size());
    for (int row = 0; row < kinds.size(); row++) {
      all.add(kinds.get(row));
    }
    return all;
  }

  /** The names of the kinds that a rule can be about, sorted: all but the typed lists. */
  public List<String> kindNames() {
    List<String> names = new ArrayList<>();
    for (int row = 0; row < kinds.size(); row++) {
      String name = kinds.name(row);
      if ((names.isEmpty() || !names.getLast().equals(name)) && !kinds.get(row).isList()) {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * The object type of this name, such as {@code SecurityContext}: of several, the stable and newer
   * one, and of two groups the core group's.
   *
   * @return null if this version has none
   */
  public @Nullable ObjectType type(String name) {
    SchemaIndex index = types.index();
    int low = 0;
    int high = types.objectCount();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (index.objectName(middle).compareTo(name) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < types.objectCount() && index.objectName(i).equals(name); i++) {
      ObjectType type = types.object(i);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /** All object types, by name. */
  public List<ObjectType> types() {
    List<ObjectType> all = new ArrayList<>();
    for (int i = 0; i < types.objectCount(); i++) {
      ObjectType type = types.object(i);
      if (type != null) {
        all.add(type);
      }
    }
    return all;
  }

  public ObjectType podSpec() {
    return required("PodSpec");
  }

  /** The type of what a workload makes Pods from: metadata and a Pod spec, as in a Pod. */
  public ObjectType podTemplate() {
    return required("PodTemplateSpec");
  }

  /** The type of regular and of init containers. */
  public ObjectType container() {
    return required("Container");
  }

  public ObjectType ephemeralContainer() {
    return required("EphemeralContainer");
  }

  private ObjectType required(String name) {
    ObjectType type = type(name);
    if (type == null) {
      throw new IllegalStateException("The index lacks " + name);
    }
    return type;
  }

  /**
   * The fields by which the API server tells apart the elements of a list ({@code
   * x-kubernetes-list-map-keys}): {@code name} for {@code containers}, {@code containerPort} and
   * {@code protocol} for {@code ports}.
   *
   * @return empty if the field is no such list
   */
  public List<String> listKeys(ObjectType owner, String field) {
    return owner instanceof BuiltInType type ? type.listKeys(field) : List.of();
  }

  /** What the Kubernetes API says about types and fields; read when it is first asked. */
  public Documentation documentation() {
    return documentation;
  }
}
