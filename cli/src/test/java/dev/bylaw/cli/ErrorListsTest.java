package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.bylaw.cli.config.ConfigurationFile;
import dev.bylaw.cli.explain.ErrorPages;
import dev.bylaw.engine.evaluate.WaiverCode;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.waiver.LineWaivers;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code has its line in the list of its module, and no line is about a code that is gone. */
class ErrorListsTest {
  private static final Pattern FENCES = Pattern.compile("(?m)^```");
  private static final Pattern YAML =
      Pattern.compile("(?ms)^```yaml( fails BY\\d{4})?\\n(.*?)^```");
  private static final Pattern CONFIGURATION =
      Pattern.compile("(?ms)^```yaml bylaw.yaml( fails BY\\d{4})?\\n(.*?)^```");
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

  /** For these an example would have to hold what nobody can see or nobody would print. */
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of(
          "BY0105", "BY0106", "BY0107", "BY0127", "BY0216", "BY0217", "BY0601", "BY0602", "BY0603",
          "BY0604", "BY0605", "BY0607", "BY0611", "BY0614", "BY0701", "BY0702", "BY0703", "BY0704",
          "BY0710", "BY0714", "BY0720", "BY0740", "BY0741", "BY0804", "BY0805", "BY0901", "BY0902");

  /** That the rules among the examples do and do not compile, {@link DocumentationTest} sees. */
  @ParameterizedTest
  @ValueSource(strings = {"grammar", "engine", "cli"})
  void tellsTheCauseOfEachCodeAndShowsItMended(String module) {
    assertThat(codes("dev.bylaw." + module))
        .allSatisfy(code -> {
          ErrorPages.Page page = Objects.requireNonNull(ErrorPages.all().get(code.id()), code.id());
          assertThat(page.details()).as(code.id()).isNotBlank();
          boolean shown = page.details().contains(" fails " + code.id());
          assertThat(shown).as(code.id()).isEqualTo(!WITHOUT_EXAMPLE.contains(code.id()));
          assertThat(FENCES.matcher(page.details()).results().count())
              .as("fences of " + code.id())
              .isEqualTo(shown ? 4 : 0);
        });
  }

  @Test
  void theManifestsAmongTheExamplesAreWrongAndMended() {
    long shown = 0;
    for (ErrorPages.Page page : ErrorPages.all().values()) {
      for (MatchResult block : YAML.matcher(page.details()).results().toList()) {
        List<String> wanted = block.group(1) == null ? List.of() : List.of(page.code());
        assertThat(codesIn(block.group(2))).as(page.code() + block.group(2)).isEqualTo(wanted);
        shown++;
      }
    }
    assertThat(shown).isGreaterThan(20);
  }

  @Test
  void theConfigurationsAmongTheExamplesAreWrongAndMended(@TempDir Path directory)
      throws IOException {
    long shown = 0;
    for (ErrorPages.Page page : ErrorPages.all().values()) {
      for (MatchResult block : CONFIGURATION.matcher(page.details()).results().toList()) {
        Files.writeString(directory.resolve("bylaw.yaml"), block.group(2));
        List<String> wanted = block.group(1) == null ? List.of() : List.of(page.code());
        assertThat(codesOf(directory)).as(page.code() + block.group(2)).isEqualTo(wanted);
        shown++;
      }
    }
    assertThat(shown).isEqualTo(6);
  }

  private static List<String> codesOf(Path directory) throws IOException {
    try {
      ConfigurationFile.nearest(Case.of("bylaw", directory).session());
      return List.of();
    } catch (ConfigurationError e) {
      return e.diagnostics().stream().map(fault -> fault.code().id()).toList();
    }
  }

  /** What comments of the examples may speak of. */
  private static final Terms TERMS =
      new Terms(
          Set.of("host/network", "capabilities/big-four"),
          Set.of("host/network"),
          _ -> false,
          "capabilities/big-four"::equals,
          "2026-11-23");

  private static List<String> codesIn(String manifest) {
    return new ManifestReader(Limits.DEFAULT)
        .read("manifest.yaml", manifest).stream()
            .flatMap(document ->
                Stream.concat(
                    document.diagnostics().stream(),
                    LineWaivers.of(document, TERMS).remarks().stream()
                        .filter(diagnostic -> diagnostic.code() != WaiverCode.UNUSED)))
            .map(diagnostic -> diagnostic.code().id())
            .distinct()
            .toList();
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
