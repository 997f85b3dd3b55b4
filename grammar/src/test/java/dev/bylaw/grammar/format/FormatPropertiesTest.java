package dev.bylaw.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.TreePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds of every layout: it says the same, and its own layout is itself. */
class FormatPropertiesTest {
  private static final List<String> BREAKS = List.of(" ", "\n", "  ", "\n\n\n", "\r\n", "\t");
  private static final List<String> COMMENTS = List.of("# a\n", "## b\n", "#\n", "### c # d\n");

  private static final List<Path> FILES = files();

  private static List<Path> files() {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().endsWith(".bylaw") && Files.isRegularFile(file))
          .filter(file ->
              !file.toString().contains("target") && !file.toString().contains("node_modules"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static void check(String name, String text) {
    Staged<String> once = Formatter.format(new Source(name, text));
    Staged<String> twice = Formatter.format(new Source(name, once.result()));
    assertThat(twice.result()).as(name).isEqualTo(once.result());
    if (!once.hasErrors()) {
      assertThat(tree(once.result())).isEqualTo(tree(text));
    }
  }

  private static String tree(String text) {
    return TreePrinter.print(Parser.parse(new Source("tree", text)).result());
  }

  @Test
  void allFilesOfTheRepositoryKeepWhatTheySay() throws IOException {
    assertThat(FILES).hasSizeGreaterThan(400);
    for (Path file : FILES) {
      check(file.toString(), read(file));
    }
  }

  @Property(seed = "20261123", tries = 1000)
  void anyWhiteSpaceAndAnyCommentsDo(@ForAll Random random) throws IOException {
    Path file = FILES.get(random.nextInt(FILES.size()));
    check(file.toString(), respaced(file, random));
  }

  /** The words of a file with other white space between them, and comments here and there. */
  private static String respaced(Path file, Random random) throws IOException {
    StringBuilder text = new StringBuilder();
    int comments = random.nextInt(8) == 0 ? 3 : 40;
    for (Lexeme lexeme : Lexer.lex(new Source("words", read(file)))) {
      boolean comment = lexeme.kind() == Lexeme.Kind.COMMENT || lexeme.kind() == Lexeme.Kind.DOC;
      text.append(lexeme.text()).append(comment ? "\n" : "");
      text.append(BREAKS.get(random.nextInt(BREAKS.size())));
      if (random.nextInt(comments) == 0) {
        text.append(COMMENTS.get(random.nextInt(COMMENTS.size())));
      }
    }
    return text.toString();
  }
}
