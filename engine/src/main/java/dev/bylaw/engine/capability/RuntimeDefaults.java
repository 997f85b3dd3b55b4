package dev.bylaw.engine.capability;

import static dev.bylaw.engine.capability.Capability.AUDIT_WRITE;
import static dev.bylaw.engine.capability.Capability.CHOWN;
import static dev.bylaw.engine.capability.Capability.DAC_OVERRIDE;
import static dev.bylaw.engine.capability.Capability.FOWNER;
import static dev.bylaw.engine.capability.Capability.FSETID;
import static dev.bylaw.engine.capability.Capability.KILL;
import static dev.bylaw.engine.capability.Capability.MKNOD;
import static dev.bylaw.engine.capability.Capability.NET_BIND_SERVICE;
import static dev.bylaw.engine.capability.Capability.NET_RAW;
import static dev.bylaw.engine.capability.Capability.SETFCAP;
import static dev.bylaw.engine.capability.Capability.SETGID;
import static dev.bylaw.engine.capability.Capability.SETPCAP;
import static dev.bylaw.engine.capability.Capability.SETUID;
import static dev.bylaw.engine.capability.Capability.SYS_CHROOT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The capabilities that a container gets without asking, by runtime, as its source has them. An
 * administrator can configure others.
 */
public enum RuntimeDefaults {
  /**
   * containerd ({@code pkg/oci/spec.go}) and Docker ({@code daemon/pkg/oci/caps/defaults.go}): 14.
   */
  CONTAINERD(
      "containerd",
      AUDIT_WRITE,
      CHOWN,
      DAC_OVERRIDE,
      FOWNER,
      FSETID,
      KILL,
      MKNOD,
      NET_BIND_SERVICE,
      NET_RAW,
      SETFCAP,
      SETGID,
      SETPCAP,
      SETUID,
      SYS_CHROOT),

  /** CRI-O ({@code internal/config/capabilities/capabilities_linux.go}): 9. */
  CRIO(
      "cri-o",
      CHOWN,
      DAC_OVERRIDE,
      FOWNER,
      FSETID,
      KILL,
      NET_BIND_SERVICE,
      SETGID,
      SETPCAP,
      SETUID),

  /** Podman (containers.conf, {@code common/pkg/config/default.go}): 11. */
  PODMAN(
      "podman",
      CHOWN,
      DAC_OVERRIDE,
      FOWNER,
      FSETID,
      KILL,
      NET_BIND_SERVICE,
      SETFCAP,
      SETGID,
      SETPCAP,
      SETUID,
      SYS_CHROOT);

  private final String runtime;

  @SuppressWarnings("ImmutableEnumChecker") // It is unmodifiable, which its type does not say.
  private final Set<Capability> capabilities;

  RuntimeDefaults(String runtime, Capability first, Capability... rest) {
    this.runtime = runtime;
    this.capabilities = Collections.unmodifiableSet(EnumSet.of(first, rest));
  }

  /** As it is named: {@code cri-o}. */
  public String runtime() {
    return runtime;
  }

  /** By number. */
  public Set<Capability> capabilities() {
    return capabilities;
  }
}
