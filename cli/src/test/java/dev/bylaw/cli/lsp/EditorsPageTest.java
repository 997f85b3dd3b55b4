package dev.bylaw.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configurations that people copy: well-formed, and of this program. */
class EditorsPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ([\\w.]+)\\n(.*?)^```");

  record Block(String language, String file, String text) {}

  static Stream<Block> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("docs/editors.md")))
        .results()
        .map(found -> new Block(found.group(1), found.group(2), found.group(3)));
  }

  @Test
  void everyEditorHasOne() throws IOException {
    assertThat(blocks().map(Block::file))
        .containsExactly("settings.json", "init.lua", "init.lua", "languages.toml", "init.el");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void isWellFormed(Block block) {
    switch (block.language()) {
      case "json" -> assertThat(JsonParser.parseString(block.text()).isJsonObject()).isTrue();
      case "toml" ->
          assertThat(block.text().lines())
              .allMatch(line ->
                  line.isEmpty()
                      || line.matches("\\[\\[?[\\w.-]+]]?")
                      || line.matches(
                          "[\\w-]+ = (\"[^\"]*\"|true|\\[\"[^]]*\"]|\\{ [\\w-]+ = .* })"));
      case "lua", "lisp" -> balanced(block.text(), block.language().equals("lua") ? '\'' : '"');
      default -> throw new AssertionError("nobody checks " + block.language());
    }
  }

  /** Every bracket is closed by its like, but for those in strings. */
  private static void balanced(String text, char quote) {
    Deque<Character> open = new ArrayDeque<>();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean quotedSign = quoted && c == '\\';
      if (quotedSign) {
        i++;
      } else if (c == quote && (quote == '"' || quoted || !open.isEmpty())) {
        quoted = !quoted;
      } else if (!quoted && "([{".indexOf(c) >= 0) {
        open.push(c);
      } else if (!quoted && ")]}".indexOf(c) >= 0) {
        assertThat(open).as("a bracket is closed that was not opened").isNotEmpty();
        assertThat("([{".indexOf(open.pop())).isEqualTo(")]}".indexOf(c));
      }
    }
    assertThat(open).as("a bracket stays open").isEmpty();
    assertThat(quoted).as("a string stays open").isFalse();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void startsTheServer(Block block) {
    if (block.language().equals("json")) {
      assertThat(block.text()).contains("\"bylaw.path\"");
      return;
    }
    List<String> words =
        Pattern.compile("(['\"])(bylaw|lsp)\\1")
            .matcher(block.text())
            .results()
            .map((MatchResult found) -> found.group(2))
            .toList();
    assertThat(String.join(" ", words)).contains("bylaw lsp");
  }

  @Test
  void theSettingIsOneOfTheExtension() throws IOException {
    String extension = Files.readString(Path.of("editors/vscode/package.json"));
    assertThat(
            JsonParser.parseString(extension)
                .getAsJsonObject()
                .getAsJsonObject("contributes")
                .getAsJsonObject("configuration")
                .getAsJsonObject("properties")
                .keySet())
        .contains("bylaw.path");
  }
}
