package dev.bylaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Suggestion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of Kubernetes that misspelt ones are taken for. */
class NearNamesTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  @ParameterizedTest
  @CsvSource({
    "imgae, image",
    "Image, image",
    "securityContxt, securityContext",
    "securitycontext, securityContext",
    "secuirtyContext, securityContext",
    "imagePulPolicy, imagePullPolicy",
    "volumemount, volumeMounts",
    "evn, env",
    "arg, args",
    "workDir, workingDir",
  })
  void fieldOfAContainerIsFound(String written, String meant) {
    assertThat(Suggestion.nearest(written, SCHEMA.container().fields().keySet()))
        .containsExactly(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "in", "colour", "privileged", "owner", "replicas"})
  void nothingNearIsNothing(String written) {
    assertThat(Suggestion.nearest(written, SCHEMA.container().fields().keySet())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "deployment, Deployment",
    "Deploymnt, Deployment",
    "Statefulset, StatefulSet",
    "PodDisruptionBuget, PodDisruptionBudget",
    "cronjob, CronJob",
  })
  void kindIsFound(String written, String meant) {
    assertThat(Suggestion.nearest(written, SCHEMA.kindNames())).containsExactly(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "SYSADMIN, SYS_ADMIN",
    "sys-admin, SYS_ADMIN",
    "CAP_SYSADMIN, SYS_ADMIN",
    "CAP_SYS_ADMN, SYS_ADMIN",
    "NETRAW, NET_RAW",
    "DAC_OVERIDE, DAC_OVERRIDE",
    "CHWON, CHOWN",
  })
  void capabilityIsFound(String written, String meant) {
    assertThat(Suggestion.nearestIgnoringSeparators(written, Capability.names()))
        .containsExactly(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROOT", "EVERYTHING", "CAP_", "CAP_NONSENSE"})
  void noCapabilityIsNear(String written) {
    assertThat(Suggestion.nearestIgnoringSeparators(written, Capability.names())).isEmpty();
  }
}
