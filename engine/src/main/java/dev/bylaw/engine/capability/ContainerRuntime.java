package dev.bylaw.engine.capability;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A container runtime, by which capabilities it leaves a container that is not privileged.
 *
 * <p>Source: containerd {@code internal/cri/opts/spec_opts.go}, moby {@code
 * daemon/pkg/oci/caps/utils.go}, CRI-O {@code internal/factory/container/container.go} and, for
 * Podman, container-libs {@code common/pkg/capabilities/capabilities.go}. What a runtime refuses to
 * start, as Podman does where one name is in both lists, is read as the most that it could mean.
 */
public enum ContainerRuntime {
  CONTAINERD(RuntimeDefaults.CONTAINERD),
  DOCKER(RuntimeDefaults.CONTAINERD),
  CRIO(RuntimeDefaults.CRIO),
  PODMAN(RuntimeDefaults.PODMAN);

  private final RuntimeDefaults defaults;

  ContainerRuntime(RuntimeDefaults defaults) {
    this.defaults = defaults;
  }

  /** All of them. */
  public static Set<ContainerRuntime> all() {
    return new LinkedHashSet<>(List.of(values()));
  }

  /**
   * The capabilities of a container.
   *
   * @param add the entries of {@code capabilities.add}
   * @param drop the entries of {@code capabilities.drop}
   */
  public Set<Capability> held(List<String> add, List<String> drop) {
    Names asked = new Names();
    add.forEach(text -> asked.take(added(text)));
    Names given = new Names();
    drop.forEach(text -> given.take(dropped(text)));
    return switch (this) {
      case CONTAINERD, CRIO -> inOrder(asked, given);
      case DOCKER, PODMAN -> byCase(asked, given);
    };
  }

  /** ALL of {@code add}, ALL of {@code drop}, the names of {@code add}, those of {@code drop}. */
  private Set<Capability> inOrder(Names asked, Names given) {
    Set<Capability> held = new LinkedHashSet<>();
    if (!given.all) {
      held.addAll(asked.all ? Capability.all() : defaults.capabilities());
    }
    held.addAll(asked.single);
    held.removeAll(given.single);
    return held;
  }

  /** ALL in one of the lists makes the runtime look at the names of the other list alone. */
  private Set<Capability> byCase(Names asked, Names given) {
    if (asked.all || !given.all) {
      Set<Capability> held =
          new LinkedHashSet<>(asked.all ? Capability.all() : defaults.capabilities());
      held.removeAll(given.single);
      if (!asked.all) {
        held.addAll(asked.single);
      }
      return held;
    }
    return asked.single;
  }

  /** Only containerd puts {@code CAP_} before a name that has it, and so knows none of these. */
  private Set<Capability> added(String text) {
    return this == CONTAINERD && CapabilityName.isPrefixed(text)
        ? Set.of()
        : CapabilityName.added(text).capabilities();
  }

  private Set<Capability> dropped(String text) {
    CapabilityName name =
        this == CONTAINERD ? CapabilityName.dropped(text) : CapabilityName.literal(text);
    return name == null ? Set.of() : name.capabilities();
  }

  /** What the entries of a list name: ALL, and single capabilities. */
  private static final class Names {
    private final Set<Capability> single = new LinkedHashSet<>();
    private boolean all;

    /** No single name stands for more than one capability but ALL. */
    void take(Set<Capability> named) {
      if (named.size() > 1) {
        all = true;
      } else {
        single.addAll(named);
      }
    }
  }
}
