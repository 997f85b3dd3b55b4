package dev.bylaw.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.schemagen.SchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedIndexTest {
  @Test
  void secondRunGivesTheSameBytes(@TempDir Path out) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("src/main/schema", out.toString()));
    for (KubernetesVersion version : KubernetesVersion.supported()) {
      arguments.add(version + "=target/kubernetes/" + version + ".jar");
    }
    SchemaGenerator.main(arguments.toArray(String[]::new));
    Path built = Path.of("target/generated-resources/dev/bylaw/engine/schema");
    for (String file : List.of("index.bin", "descriptions.bin")) {
      assertThat(Files.mismatch(built.resolve(file), out.resolve(file))).as(file).isEqualTo(-1);
    }
  }
}
