package dev.bylaw.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.format.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that people read to learn from have the layout that {@code bylaw fmt} gives. */
class FormattedTest {
  @ParameterizedTest
  @ValueSource(strings = {"src/main/bylaw", "examples"})
  void rulesHaveTheCanonicalLayout(String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(".bylaw"))
              .toList();
    }
    assertThat(files).isNotEmpty();
    assertThat(files)
        .allSatisfy(file -> {
          String text = Files.readString(file);
          String formatted = Formatter.format(new Source(file.toString(), text)).result();
          assertThat(text).isEqualTo(formatted);
        });
  }
}
