package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.bylaw.grammar.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code has its line in the list of its module, and no line is about a code that is gone. */
class ErrorListsTest {
  private static final Pattern ROW = Pattern.compile("\\| (BY\\d{4}) \\| (\\w+) \\| (.+) \\|");

  @ParameterizedTest
  @ValueSource(strings = {"grammar", "engine", "cli"})
  void listsEachCodeOnceAndInOrder(String module) throws IOException {
    List<String> listed =
        Files.readAllLines(Path.of("..", module, "docs/errors.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    List<String> known =
        codes("dev.bylaw." + module)
            .map(code -> code.id() + " " + code.severity().name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();
    assertThat(known).isNotEmpty();
    assertThat(listed).isEqualTo(known);
  }

  /** The constants of every enum of codes in the package and those below it. */
  private static Stream<Code> codes(String root) {
    return new ClassFileImporter()
        .importPackages(root).stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(Code.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .map(Code.class::cast);
  }
}
