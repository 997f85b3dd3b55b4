package dev.bylaw.cli;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stages of the engine, for one version of Kubernetes. */
final class Engine implements Pipeline {
  private final KubernetesVersion version;

  private Engine(KubernetesVersion version) {
    this.version = version;
  }

  static Pipeline open(@Nullable String kubernetes) {
    if (kubernetes == null) {
      return new Engine(KubernetesVersion.newest());
    }
    String minor = kubernetes.startsWith("v") ? kubernetes.substring(1) : kubernetes;
    KubernetesVersion version = KubernetesVersion.parse(minor);
    if (version == null) {
      List<String> known =
          KubernetesVersion.supported().stream().map(KubernetesVersion::text).toList();
      throw new UsageError(
          "Bylaw does not know Kubernetes `" + kubernetes + "`",
          "it knows " + String.join(", ", known));
    }
    return new Engine(version);
  }

  @Override
  public List<String> packs() {
    return List.of();
  }

  @Override
  public List<Source> pack(String name) {
    return List.of();
  }

  @Override
  public Staged<CheckedPolicy> compile(List<Source> rules) {
    throw new UnsupportedOperationException("the compiler for " + version);
  }

  @Override
  public Evaluate plan(CheckedPolicy policy) {
    return _ -> new Evaluation(List.of(), List.of());
  }

  @Override
  public void read(String name, InputStream bytes, Consumer<Manifest> sink) {
    throw new UnsupportedOperationException("the reader");
  }
}
