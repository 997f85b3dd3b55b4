package dev.bylaw.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KindsTest {
  private static final Schema NEWEST = Schema.of(KubernetesVersion.newest());

  @ParameterizedTest
  @EnumSource
  void theseKindsEmbedAPodSpec(KubernetesVersion version) {
    Map<String, List<List<String>>> found = new TreeMap<>();
    for (ResourceKind kind : Schema.of(version).kinds()) {
      if (!kind.podSpecs().isEmpty()) {
        found.put(kind.apiVersion() + " " + kind.kind(), kind.podSpecs());
      }
    }
    List<String> workload = List.of("spec", "template", "spec");
    assertThat(found)
        .containsExactly(
            Map.entry("apps/v1 DaemonSet", List.of(workload)),
            Map.entry("apps/v1 Deployment", List.of(workload)),
            Map.entry("apps/v1 ReplicaSet", List.of(workload)),
            Map.entry("apps/v1 StatefulSet", List.of(workload)),
            Map.entry(
                "batch/v1 CronJob",
                List.of(List.of("spec", "jobTemplate", "spec", "template", "spec"))),
            Map.entry("batch/v1 Job", List.of(workload)),
            Map.entry("v1 Pod", List.of(List.of("spec"))),
            Map.entry("v1 PodTemplate", List.of(List.of("template", "spec"))),
            Map.entry("v1 ReplicationController", List.of(workload)));
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Pod, true",
    "v1, Namespace, false",
    "v1, Node, false",
    "v1, PersistentVolume, false",
    "v1, PersistentVolumeClaim, true",
    "rbac.authorization.k8s.io/v1, ClusterRole, false",
    "rbac.authorization.k8s.io/v1, Role, true",
    "v1, PodList, true",
    "v1, NodeList, false",
    "policy/v1, Eviction, true",
    "autoscaling/v1, Scale, true",
    "authentication.k8s.io/v1, TokenRequest, true",
    "authentication.k8s.io/v1, TokenReview, false",
    "authorization.k8s.io/v1, LocalSubjectAccessReview, true",
  })
  void kindHasItsScope(String apiVersion, String name, boolean namespaced) {
    ResourceKind kind = Objects.requireNonNull(NEWEST.kind(apiVersion, name));
    assertThat(kind.namespaced()).isEqualTo(namespaced);
    assertThat(kind.apiVersion()).isEqualTo(apiVersion);
  }

  @Test
  void kindIsComparedAsItIsWritten() {
    assertThat(NEWEST.kind("v1", "pod")).isNull();
    assertThat(NEWEST.kind("v1", "Deployment")).isNull();
    assertThat(NEWEST.kind("apps/v1", "Scale")).isNull();
    assertThat(NEWEST.kind("", "")).isNull();
    assertThat(NEWEST.kindsNamed("Zebra")).isEmpty();
  }

  @Test
  void stableAndNewestComesFirst() {
    assertThat(NEWEST.kindsNamed("HorizontalPodAutoscaler"))
        .extracting(ResourceKind::apiVersion)
        .containsExactly("autoscaling/v2", "autoscaling/v1");
    assertThat(NEWEST.kindsNamed("ResourceClaim"))
        .extracting(ResourceKind::version)
        .containsExactly("v1", "v1beta2", "v1beta1");
    assertThat(NEWEST.kindsNamed("Event"))
        .extracting(ResourceKind::apiVersion)
        .containsExactly("v1", "events.k8s.io/v1");
  }

  @Test
  void listHasItsItems() {
    ResourceKind pods = Objects.requireNonNull(NEWEST.kind("v1", "PodList"));
    assertThat(pods.isList()).isTrue();
    ObjectType.Field items = Objects.requireNonNull(pods.type().field("items"));
    ResourceKind pod = Objects.requireNonNull(NEWEST.kind("v1", "Pod"));
    assertThat(items.type()).isEqualTo(new Type.ListType(pod.type()));
  }

  @Test
  void namesAreSortedAndWithoutLists() {
    assertThat(NEWEST.kindNames())
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("Pod", "Event", "Scale")
        .doesNotContain("PodList");
  }

  @Test
  void typeOfSeveralIsTheStableOne() {
    assertThat(NEWEST.type("Container")).isSameAs(NEWEST.container());
    assertThat(NEWEST.type("EphemeralContainer")).isSameAs(NEWEST.ephemeralContainer());
    ObjectType claim = NEWEST.type("ResourceClaimSpec");
    ResourceKind kind = Objects.requireNonNull(NEWEST.kind("resource.k8s.io/v1", "ResourceClaim"));
    ObjectType.Field spec = Objects.requireNonNull(kind.type().field("spec"));
    assertThat(claim).isSameAs(spec.type());
    assertThat(NEWEST.type("Nothing")).isNull();
    assertThat(NEWEST.type("")).isNull();
  }
}
