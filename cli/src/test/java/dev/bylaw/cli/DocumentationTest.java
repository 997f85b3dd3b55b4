package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.cli.Document.Block;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the documentation to what it shows. What stands behind a fence says how:
 *
 * <ul>
 *   <li>{@code bylaw}: compiles; {@code bylaw fails BY0401}: does not, for these reasons and no
 *       other;
 *   <li>{@code bylaw NAME}, {@code bylaw NAME fails BY0401}, {@code yaml NAME}: is the example file
 *       of that name, or else becomes the file for the commands further down the page;
 *   <li>{@code bylaw NAME with OTHER}: compiles together with a file from further up;
 *   <li>{@code bylaw in NAME}, {@code rego in NAME} and so on: stands in that example file, and is
 *       judged there;
 *   <li>{@code console}: each line after a {@code $} is run, and prints what stands below it.
 * </ul>
 *
 * <p>{@code -Dapprove} writes what commands print into the page; read the diff.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLES = Path.of("stdlib-rules/examples");
  private static final String PROMPT = "$ ";

  private final Pipeline engine = Engine.open(null);

  @TestFactory
  Stream<DynamicContainer> everyBlockIsTrue(@TempDir Path scratch) throws IOException {
    List<DynamicContainer> pages = new ArrayList<>();
    for (Document page : Document.all(ROOT)) {
      Path directory = scratch.resolve(String.valueOf(pages.size()));
      copyExamples(directory);
      Stream<DynamicTest> blocks =
          page.blocks().stream()
              .map(block ->
                  DynamicTest.dynamicTest(
                      "line " + block.line(), () -> check(page, block, directory)));
      pages.add(DynamicContainer.dynamicContainer(page.path().toString(), blocks));
    }
    return pages.stream();
  }

  @Test
  void thePagesThatPeopleStartWithAreAmongThem() throws IOException {
    assertThat(Document.all(ROOT))
        .filteredOn(page -> !page.blocks().isEmpty())
        .extracting(page -> ROOT.relativize(page.path()).toString())
        .contains(
            "README.md",
            "grammar/docs/language.md",
            "grammar/docs/tutorial.md",
            "cli/docs/check.md",
            "stdlib-rules/examples/README.md");
  }

  private void check(Document page, Block block, Path directory) throws IOException {
    List<String> rest = block.words().subList(1, block.words().size());
    if (!rest.isEmpty() && rest.getFirst().equals("in")) {
      assertThat(Files.readString(directory.resolve(rest.getLast()))).contains(block.text());
      return;
    }
    int fails = rest.indexOf("fails");
    int with = rest.indexOf("with");
    if (!rest.isEmpty() && fails != 0) {
      file(directory, rest.getFirst(), block);
    }
    switch (block.language()) {
      case "bylaw" -> {
        List<Source> sources = new ArrayList<>(List.of(new Source("policy.bylaw", block.text())));
        if (with >= 0) {
          String other = rest.get(with + 1);
          sources.add(new Source(other, Files.readString(directory.resolve(other))));
        }
        assertThat(codesOf(sources))
            .isEqualTo(fails < 0 ? List.of() : rest.subList(fails + 1, rest.size()));
      }
      case "console" -> console(page, block, directory);
      default -> {}
    }
  }

  private static void file(Path directory, String name, Block block) throws IOException {
    Path file = directory.resolve(name);
    if (Path.of(name).startsWith(EXAMPLES)) {
      assertThat(block.text()).isEqualTo(Files.readString(file));
    } else {
      Files.createDirectories(file.getParent());
      Files.writeString(file, block.text());
    }
  }

  private List<String> codesOf(List<Source> sources) {
    return engine.compile(sources, Settings.NONE).diagnostics().stream()
        .map(Diagnostic::code)
        .map(code -> code.id())
        .distinct()
        .sorted()
        .toList();
  }

  private static void console(Document page, Block block, Path directory) throws IOException {
    List<String> shown = new ArrayList<>();
    int code = 0;
    for (String line : block.lines()) {
      if (line.equals("$ echo $?")) {
        shown.add(line);
        shown.add(String.valueOf(code));
      } else if (line.startsWith(PROMPT)) {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        code = Case.of(line.substring(PROMPT.length()), directory).run(terminal, terminal);
        shown.add(line);
        terminal.toString(StandardCharsets.UTF_8).lines().forEach(shown::add);
      }
    }
    assertThat(shown).isNotEmpty();
    if (System.getProperty("approve") != null && !shown.equals(block.lines())) {
      page.replace(block, shown);
      return;
    }
    assertThat(String.join("\n", shown)).isEqualTo(String.join("\n", block.lines()));
  }

  private static void copyExamples(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(EXAMPLES))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = directory.resolve(ROOT.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
