package dev.bylaw.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {
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

  @Test
  void equallyNearNamesAreSortedAndFew() {
    assertThat(Suggestion.nearest("bat", List.of("rat", "hat", "cat", "mat", "dog")))
        .containsExactly("cat", "hat", "mat");
    assertThat(Suggestion.nearest("name", List.of("Name", "NAME", "names", "Name")))
        .containsExactly("NAME", "Name");
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "'', abc, 3", "abc, acb, 1", "abcd, badc, 2", "kitten, sitting, 3"})
  void distanceCountsEdits(String a, String b, int distance) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
    assertThat(Suggestion.distance(b, a)).isEqualTo(distance);
  }
}
