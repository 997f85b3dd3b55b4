package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.Type.Dimension;
import java.util.List;
import java.util.Set;

/**
 * The names of resources: the keys of {@code limits}, {@code requests}, {@code capacity}, {@code
 * allocatable}, and of a quota's {@code hard}.
 *
 * <p>Source: the Kubernetes pages "Resource Management for Pods and Containers" and "Resource
 * Quotas".
 */
public final class ResourceNames {
  private static final Set<String> COUNTED =
      Set.of(
          "pods",
          "services",
          "services.loadbalancers",
          "services.nodeports",
          "replicationcontrollers",
          "resourcequotas",
          "secrets",
          "configmaps",
          "persistentvolumeclaims");

  /** The names that a rule may write after a dot, most used first. */
  private static final List<String> COMMON =
      List.of("cpu", "memory", "ephemeral-storage", "storage", "pods");

  private ResourceNames() {}

  /** The names that suggestions come from. */
  public static List<String> common() {
    return COMMON;
  }

  /**
   * What an amount of this resource measures; {@code UNKNOWN} for a name that Kubernetes does not
   * define.
   *
   * @param key {@code cpu}, {@code requests.memory}, {@code nvidia.com/gpu}, …
   */
  public static Dimension dimension(String key) {
    // A quota limits a storage class by <class>.storageclass.storage.k8s.io/requests.storage.
    int storageClass = key.indexOf(".storageclass.storage.k8s.io/");
    if (storageClass > 0) {
      return dimension(key.substring(key.indexOf('/', storageClass) + 1));
    }
    String name = key;
    if (key.startsWith("requests.") || key.startsWith("limits.")) {
      name = key.substring(key.indexOf('.') + 1);
    }
    if (name.equals("cpu")) {
      return Dimension.CPU;
    }
    if (name.equals("memory")
        || name.equals("ephemeral-storage")
        || name.equals("storage")
        || name.startsWith("hugepages-")) {
      return Dimension.BYTES;
    }
    // count/<resource> in a quota; any other slash is an extended resource, which is handed out in
    // whole pieces.
    if (COUNTED.contains(name) || name.indexOf('/') > 0 || name.startsWith("attachable-volumes-")) {
      return Dimension.COUNT;
    }
    return Dimension.UNKNOWN;
  }
}
