package dev.bylaw.engine.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A minor version of Kubernetes whose API Bylaw knows, oldest first. */
public enum KubernetesVersion {
  V1_31("1.31"),
  V1_32("1.32"),
  V1_33("1.33"),
  V1_34("1.34"),
  V1_35("1.35"),
  V1_36("1.36");

  private static final List<KubernetesVersion> SUPPORTED = List.of(values());

  private final String text;

  KubernetesVersion(String text) {
    this.text = text;
  }

  /** As it is written: {@code 1.34}. */
  public String text() {
    return text;
  }

  /** All of them, oldest first. */
  public static List<KubernetesVersion> supported() {
    return SUPPORTED;
  }

  /** The version that holds where none is named. */
  public static KubernetesVersion newest() {
    return SUPPORTED.getLast();
  }

  /** Reads {@code 1.34}; null for any other text, a version that is not supported among them. */
  public static @Nullable KubernetesVersion parse(String text) {
    for (KubernetesVersion version : SUPPORTED) {
      if (version.text.equals(text)) {
        return version;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return text;
  }
}
