package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.CheckCode;
import dev.bylaw.engine.manifest.ManifestCode;
import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.SyntaxCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has its line in the list of its module, and no line is about a code that is gone. */
class ErrorListsTest {
  private static final Pattern ROW = Pattern.compile("\\| (BY\\d{4}) \\| (\\w+) \\| (.+) \\|");

  static Stream<Arguments> modules() {
    return Stream.of(
        Arguments.of("grammar", List.of(SyntaxCode.values())),
        Arguments.of(
            "engine",
            Stream.<Code>concat(Stream.of(CheckCode.values()), Stream.of(ManifestCode.values()))
                .toList()),
        Arguments.of("cli", List.of(CliCode.values())));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void listsEachCodeOnceAndInOrder(String module, List<Code> codes) throws IOException {
    Path page = Path.of("..", module, "docs/errors.md");
    List<String> listed =
        Files.readAllLines(page).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    List<String> known =
        codes.stream()
            .map(code -> code.id() + " " + code.severity().name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();
    assertThat(listed).isEqualTo(known);
  }
}
