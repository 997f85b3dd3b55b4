package dev.bylaw.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No word of the language is left without help, and no help shows what does not compile. */
class KeywordHelpTest {
  private static final Path LEXER =
      Path.of("../grammar/src/main/antlr4/dev/bylaw/grammar/antlr/BylawLexer.g4");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)^.+\n\n```bylaw\n(.+)```$");
  private static final Map<String, List<Source>> LIBRARY =
      Map.of(
          "std/images",
          List.of(
              new Source(
                  "images",
                  "pack images\ndefine unpinned for container = image.digest is absent\n")),
          "std/host",
          List.of(
              new Source(
                  "host",
                  """
                  pack host
                  rule network { deny hostNetwork == true }
                  rule pid { deny hostPID == true }
                  """)));

  static Set<String> keywords() throws IOException {
    String grammar = Files.readString(LEXER);
    return Pattern.compile("(?m)^[A-Z]+: '([a-z]+)';")
        .matcher(grammar)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void everyKeywordHasHelp() throws IOException {
    assertThat(keywords()).hasSizeGreaterThan(50);
    assertThat(KeywordHelp.all().keySet()).containsExactlyInAnyOrderElementsOf(keywords());
  }

  @ParameterizedTest
  @MethodSource("keywords")
  void theExampleCompiles(String keyword) {
    Source source = new Source("example.bylaw", example(keyword));
    var compiled =
        Compiler.compile(
            List.of(source), LIBRARY, Schema.of(KubernetesVersion.newest()), Settings.NONE);
    assertThat(compiled.diagnostics()).isEmpty();
  }

  /** But for words of which the example shows the others. */
  @ParameterizedTest
  @MethodSource("keywords")
  void theExampleUsesIt(String keyword) {
    if (Set.of("resource", "file", "passed", "applicable", "waived", "unknown", "false", "no")
        .contains(keyword)) {
      return;
    }
    assertThat(Lexer.lex(new Source("example.bylaw", example(keyword))))
        .filteredOn(lexeme -> lexeme.kind() == Lexeme.Kind.KEYWORD)
        .extracting(Lexeme::text)
        .contains(keyword);
  }

  private static String example(String keyword) {
    String help = Objects.requireNonNull(KeywordHelp.all().get(keyword));
    Matcher matcher = EXAMPLE.matcher(help);
    assertThat(matcher.find()).as(help).isTrue();
    return matcher.group(1);
  }
}
