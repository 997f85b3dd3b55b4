package dev.bylaw.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.manifest.DataReader;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine in the browser is the engine of the command line: over the whole corpus the module
 * that TeaVM makes answers in plain Node what the JVM answers, byte for byte.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ParityIT {
  private static final Path PAGE = Path.of("target/page");

  private static final Pattern SAID = Pattern.compile("More than (\\d+) cases");

  @TempDir private Path folder;

  private List<Exchange> corpus = List.of();
  private List<List<String>> expected = List.of();

  @BeforeAll
  void answerOnTheJvm() throws IOException {
    corpus = Corpus.all();
    Playground playground = new Playground();
    expected = corpus.stream().map(exchange -> exchange.answersOf(playground)).toList();
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsAnsweredAlike() throws Exception {
    List<List<String>> answers = answersOf(PAGE.resolve("engine.js"));
    return IntStream.range(0, corpus.size())
        .mapToObj(i ->
            DynamicTest.dynamicTest(
                corpus.get(i).name(), () -> agree(corpus.get(i), answers.get(i), expected.get(i))));
  }

  private static void agree(Exchange exchange, List<String> answers, List<String> expected) {
    assertThat(answers).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(answers.get(i)).as(exchange.requests().get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void anEngineThatReportsNothingIsFoundOut() throws Exception {
    List<List<String>> answers = answersOf(Path.of("src/test/js/silent.mjs"));
    assertThat(answers).hasSameSizeAs(expected).doesNotContainAnyElementsOf(expected);
  }

  @Test
  void theCorpusHasFindingsErrorsExplanationsAndTests() {
    String all = String.join("\n", expected.stream().flatMap(List::stream).toList());
    assertThat(corpus).hasSizeGreaterThan(400);
    List<String> wanted =
        List.of(
            "\"outcome\":\"violated\"",
            "\"outcome\":\"waived\"",
            "\"compiles\":false",
            "\"stopped\":\"stopped: budget",
            "\"decides\":true",
            "\"passed\":true",
            "\"passed\":false");
    assertThat(wanted).allMatch(all::contains);
  }

  /** In hundreds, and so that it is true. */
  @Test
  void theFooterOfThePageSaysHowManyCasesThereAre() throws IOException {
    Matcher said = SAID.matcher(Files.readString(Path.of("web/index.html")));
    assertThat(said.find()).isTrue();
    assertThat(Integer.parseInt(said.group(1))).isEqualTo((corpus.size() - 1) / 100 * 100);
  }

  private List<List<String>> answersOf(Path engine) throws Exception {
    Path requests = Files.writeString(folder.resolve("requests.json"), requests());
    Path answers = folder.resolve("answers.json");
    Process node =
        new ProcessBuilder(
                "node",
                "src/test/js/answer.mjs",
                engine.toString(),
                PAGE.toString(),
                requests.toString(),
                answers.toString())
            .inheritIO()
            .start();
    assertThat(node.waitFor()).as("node went through").isZero();
    return lists(Files.readString(answers));
  }

  private String requests() {
    JsonWriter out = new JsonWriter();
    out.writeStartArray();
    corpus.forEach(exchange -> exchange.write(out));
    out.writeEndArray();
    return out.toString();
  }

  private static List<List<String>> lists(String json) {
    Staged<List<Node>> read = DataReader.json(new Source("answers", json));
    assertThat(read.diagnostics()).isEmpty();
    List<List<String>> lists = new ArrayList<>();
    for (Node list : ((Node.Sequence) read.result().getFirst()).items()) {
      lists.add(
          ((Node.Sequence) list).items().stream().map(text -> ((Node.Text) text).value()).toList());
    }
    return lists;
  }
}
