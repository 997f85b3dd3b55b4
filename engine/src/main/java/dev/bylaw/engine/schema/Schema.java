package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private final Map<String, List<ResourceKind>> custom;

  private Schema(KubernetesVersion version) {
    this.version = version;
    SchemaIndex index = SchemaIndex.get();
    int number = number(version, index);
    Cursor in = index.versions.entry(number);
    index.string(in);
    types = new TypeTable(index, in);
    kinds = new KindTable(types, in);
    documentation = new Documentation(types, number);
    custom = Map.of();
  }

  private Schema(Schema builtIn, Map<String, List<ResourceKind>> custom) {
    version = builtIn.version;
    types = builtIn.types;
    kinds = builtIn.kinds;
    documentation = builtIn.documentation;
    this.custom = custom;
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

  /**
   * This schema and custom kinds. A kind that is there already stays as it is, be it one of
   * Kubernetes or one that comes earlier in the list.
   */
  public Schema with(List<ResourceKind> customKinds) {
    Map<String, List<ResourceKind>> all = new TreeMap<>();
    custom.forEach((name, named) -> all.put(name, new ArrayList<>(named)));
    for (ResourceKind kind : customKinds) {
      List<ResourceKind> named = all.computeIfAbsent(kind.kind(), _ -> new ArrayList<>());
      if (kind(kind.apiVersion(), kind.kind()) == null
          && named.stream().noneMatch(other -> other.apiVersion().equals(kind.apiVersion()))) {
        named.add(kind);
      }
    }
    all.values().forEach(named -> named.sort(StableFirst.ORDER));
    return new Schema(this, all);
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
    ResourceKind builtIn = among(builtInNamed(kind), apiVersion);
    return builtIn != null ? builtIn : among(custom.getOrDefault(kind, List.of()), apiVersion);
  }

  private static @Nullable ResourceKind among(List<ResourceKind> named, String apiVersion) {
    for (ResourceKind candidate : named) {
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

  @Override
  public @Nullable ObjectType type(String apiVersion, String kind) {
    ResourceKind known = kind(apiVersion, kind);
    return known == null ? null : known.type();
  }

  @Override
  public boolean mayHaveMore(String apiVersion, String kind) {
    return among(custom.getOrDefault(kind, List.of()), apiVersion) != null;
  }

  @Override
  public boolean isNamed(String apiVersion, String kind) {
    return among(kindsNamed(kind), apiVersion) != null;
  }

  /**
   * The kinds that a rule means by this name, in all groups and versions, best first: stable before
   * beta before alpha, then newer before older, then by group with the core group first. Empty if
   * there is none.
   *
   * <p>Custom kinds only if Kubernetes has none of the name: who writes {@code Service} does not
   * mean that of somebody else's API group.
   */
  public List<ResourceKind> kindsNamed(String kind) {
    List<ResourceKind> builtIn = builtInNamed(kind);
    return builtIn.isEmpty() ? custom.getOrDefault(kind, List.of()) : builtIn;
  }

  private List<ResourceKind> builtInNamed(String kind) {
    List<ResourceKind> named = new ArrayList<>();
    for (int row = kinds.find(kind); row < kinds.size() && kinds.name(row).equals(kind); row++) {
      named.add(kinds.get(row));
    }
    return named;
  }

  /** All kinds of Kubernetes itself, by name, each name in the order of {@link #kindsNamed}. */
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
    custom.keySet().stream().filter(name -> builtInNamed(name).isEmpty()).forEach(names::add);
    Collections.sort(names);
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

  /** What the Kubernetes API says about types and fields; read when it is first asked. */
  public Documentation documentation() {
    return documentation;
  }
}
