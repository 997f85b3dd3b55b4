package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What we hand on of others is named, as their licences ask; {@link DistributionIT} sees to the
 * jars.
 */
class NoticeTest {
  @Test
  void namesWhatIsInThePage() throws IOException {
    String notice = Files.readString(Path.of("../NOTICE"));
    assertThat(shipped(Path.of("../playground/web/package-lock.json")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(notice).contains(name));
  }

  /** The packages, or their scopes, that are not for the build alone. */
  private static List<String> shipped(Path lock) throws IOException {
    List<String> names = new ArrayList<>();
    for (var entry : new ObjectMapper().readTree(lock.toFile()).get("packages").properties()) {
      JsonNode dev = entry.getValue().get("dev");
      if (!entry.getKey().isEmpty() && (dev == null || !dev.asBoolean())) {
        String name = entry.getKey().substring("node_modules/".length());
        names.add(name.startsWith("@marijn") ? name : name.replaceFirst("/.*", ""));
      }
    }
    return names;
  }
}
