package dev.bylaw.engine.schema;

import static dev.bylaw.engine.schema.Walk.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Dimension;
import dev.bylaw.engine.type.Type.ListType;
import dev.bylaw.engine.type.Type.MapType;
import dev.bylaw.engine.type.Type.QuantityType;
import dev.bylaw.engine.type.Type.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaWalkTest {
  private static final KubernetesVersion NEWEST = KubernetesVersion.newest();

  @ParameterizedTest
  @EnumSource
  void deploymentLeadsToCapabilities(KubernetesVersion version) {
    String context = "spec.template.spec.containers[].securityContext";
    assertThat(walk(version, "apps/v1", "Deployment", context + ".capabilities.add"))
        .isEqualTo(new ListType(Scalar.ADDED_CAPABILITY));
    assertThat(walk(version, "apps/v1", "Deployment", context + ".capabilities.drop"))
        .isEqualTo(new ListType(Scalar.DROPPED_CAPABILITY));
    assertThat(walk(version, "apps/v1", "Deployment", context + ".privileged"))
        .isEqualTo(Scalar.BOOLEAN);
    assertThat(walk(version, "apps/v1", "Deployment", "spec.template.spec.containers[].image"))
        .isEqualTo(Scalar.IMAGE);
  }

  @Test
  void misspeltFieldIsUnknown() {
    assertThat(
            walk(NEWEST, "apps/v1", "Deployment", "spec.template.spec.containers[].securityContxt"))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "spec.initContainers[].image, IMAGE",
    "spec.ephemeralContainers[].image, IMAGE",
    "spec.volumes[].image.reference, IMAGE",
    "spec.volumes[].hostPath.path, STRING",
    "spec.containers[].securityContext.runAsUser, INTEGER",
    "spec.containers[].livenessProbe.httpGet.port, INT_OR_STRING",
    "metadata.creationTimestamp, DATE_TIME",
    "metadata.labels{}, STRING",
    "status.containerStatuses[].image, STRING",
  })
  void fieldOfAPodHasItsScalar(String path, Scalar scalar) {
    assertThat(walk(NEWEST, "v1", "Pod", path)).isEqualTo(scalar);
  }

  @Test
  void otherTypesAreTold() {
    assertThat(walk(NEWEST, "v1", "Secret", "data")).isEqualTo(new MapType(Scalar.BYTES));
    assertThat(walk(NEWEST, "v1", "ConfigMap", "data")).isEqualTo(new MapType(Scalar.STRING));
    assertThat(walk(NEWEST, "apps/v1", "ControllerRevision", "data")).isEqualTo(Scalar.ANY);
    assertThat(walk(NEWEST, "authorization.k8s.io/v1", "SubjectAccessReview", "spec.extra"))
        .isEqualTo(new MapType(new ListType(Scalar.STRING)));
    assertThat(walk(NEWEST, "v1", "Pod", "spec.volumes[].emptyDir.sizeLimit"))
        .isEqualTo(new QuantityType(Dimension.BYTES));
    assertThat(walk(NEWEST, "v1", "Pod", "spec.containers[].resources.limits"))
        .isEqualTo(new MapType(new QuantityType(Dimension.UNKNOWN)));
  }

  @Test
  void requiredIsTheApis() {
    ObjectType container = Schema.of(NEWEST).container();
    assertThat(container.fields().values().stream().filter(ObjectType.Field::required))
        .extracting(ObjectType.Field::name)
        .containsExactly("name");
    assertThat(Schema.of(NEWEST).podSpec().fields().values().stream().filter(f -> f.required()))
        .extracting(ObjectType.Field::name)
        .containsExactly("containers");
  }

  @ParameterizedTest
  @EnumSource
  void fieldsComeWithTheirVersion(KubernetesVersion version) {
    Type resources = walk(version, "v1", "Pod", "spec.resources.limits");
    assertThat(resources != null).isEqualTo(version.compareTo(KubernetesVersion.V1_32) >= 0);
    Type override = walk(version, "v1", "Pod", "spec.hostnameOverride");
    assertThat(override != null).isEqualTo(version.compareTo(KubernetesVersion.V1_34) >= 0);
  }

  @Test
  void aTypeIsOneObject() {
    Schema schema = Schema.of(NEWEST);
    assertThat(walk(NEWEST, "v1", "Pod", "spec.containers[]")).isSameAs(schema.container());
    assertThat(walk(NEWEST, "batch/v1", "CronJob", "spec.jobTemplate.spec.template.spec"))
        .isSameAs(schema.podSpec());
    assertThat(Schema.of(NEWEST)).isSameAs(schema);
    assertThat(schema.container().name()).isEqualTo("Container");
    assertThat(schema.container().open()).isFalse();
  }

  @Test
  void schemaThatContainsItselfResolves() {
    assertThat(
            walk(
                NEWEST,
                "apiextensions.k8s.io/v1",
                "CustomResourceDefinition",
                "spec.versions[].schema.openAPIV3Schema.properties{}.properties{}.type"))
        .isEqualTo(Scalar.STRING);
  }
}
