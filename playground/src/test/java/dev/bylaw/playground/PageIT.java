package dev.bylaw.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.manifest.DataReader;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Drives the page in Chromium, and weighs it. The tests themselves are in {@code web/test}. */
class PageIT {
  private static final Path PAGE = Path.of("target/page");

  private static final Pattern CODE = Pattern.compile("\\.(html|css|js)$");

  @TempDir private Path folder;

  /** What a test of {@code web/test/page.mjs} came to; the error is empty if it passed. */
  private record Outcome(String name, String error) {}

  @TestFactory
  Stream<DynamicTest> theBrowserAgrees() throws Exception {
    return drive().stream()
        .map(outcome ->
            DynamicTest.dynamicTest(outcome.name(), () -> assertThat(outcome.error()).isEmpty()));
  }

  @Test
  void theseTestsNoticeAnEngineThatReportsNothing() throws Exception {
    List<Outcome> outcomes = drive("src/test/js/silent.mjs");
    assertThat(outcomes).isNotEmpty();
    List<String> passed =
        outcomes.stream().filter(outcome -> outcome.error().isEmpty()).map(Outcome::name).toList();
    assertThat(passed).isEmpty();
  }

  @Test
  void thePageIsLight() throws IOException {
    int page = 0;
    for (String name : names()) {
      if (CODE.matcher(name).find()) {
        page += zipped(name);
      }
    }
    assertThat(page).as("the page, zipped").isLessThan(447_000);
    assertThat(zipped("schema.bin")).as("the schema, zipped").isLessThan(30_000);
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(PAGE)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static int zipped(String name) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(Files.readAllBytes(PAGE.resolve(name)));
    }
    return bytes.size();
  }

  private List<Outcome> drive(String... engine) throws Exception {
    Path results = folder.resolve("results.json");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("node", "web/test/page.mjs", chromium(), PAGE.toString()));
    command.add(results.toString());
    command.addAll(List.of(engine));
    Process node =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/page-tests.log").toFile())
            .start();
    assertThat(node.waitFor()).as("see target/page-tests.log").isZero();
    List<Outcome> outcomes = new ArrayList<>();
    Node read =
        DataReader.json(new Source("results", Files.readString(results))).result().getFirst();
    for (Node one : ((Node.Sequence) read).items()) {
      Node.Mapping fields = (Node.Mapping) one;
      outcomes.add(new Outcome(text(fields, "name"), text(fields, "error")));
    }
    return outcomes;
  }

  private static String text(Node.Mapping fields, String name) {
    return ((Node.Text) Objects.requireNonNull(fields.get(name))).value();
  }

  private static String chromium() {
    String named = System.getenv("CHROMIUM");
    return named == null ? "/usr/bin/chromium" : named;
  }
}
