package dev.bylaw.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.type.Type.Dimension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceNamesTest {
  @ParameterizedTest
  @CsvSource({
    "cpu, CPU",
    "requests.cpu, CPU",
    "limits.cpu, CPU",
    "memory, BYTES",
    "limits.memory, BYTES",
    "ephemeral-storage, BYTES",
    "storage, BYTES",
    "requests.storage, BYTES",
    "hugepages-2Mi, BYTES",
    "requests.hugepages-1Gi, BYTES",
    "gold.storageclass.storage.k8s.io/requests.storage, BYTES",
    "gold.storageclass.storage.k8s.io/persistentvolumeclaims, COUNT",
    "pods, COUNT",
    "services.nodeports, COUNT",
    "count/deployments.apps, COUNT",
    "nvidia.com/gpu, COUNT",
    "requests.nvidia.com/gpu, COUNT",
    "attachable-volumes-aws-ebs, COUNT",
    "CPU, UNKNOWN",
    "gpu, UNKNOWN",
    "'', UNKNOWN",
  })
  void nameSaysWhatIsMeasured(String name, Dimension dimension) {
    assertThat(ResourceNames.dimension(name)).isEqualTo(dimension);
  }
}
