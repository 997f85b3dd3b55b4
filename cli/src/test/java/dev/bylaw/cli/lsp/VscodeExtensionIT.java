package dev.bylaw.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Source;
import dev.bylaw.stdlib.StandardLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The extension of VS Code as it was built, with the very libraries that VS Code uses. */
@DisabledIfSystemProperty(
    named = "playground.skip",
    matches = "true",
    disabledReason = "the build was told to do without Node")
class VscodeExtensionIT {
  private static final Path FOLDER = Path.of("editors/vscode");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```bylaw[^\\n]*\\n(.*?)^```");

  /** All that the lexer knows, and places where it decides by what came before. */
  private static final String CORNERS =
      """
      # a comment
      ### no documentation
      ## documentation
      pack 01-basics/rule
      use std/images@v1.30
      include std/rule except a/deny, b-c/for-all
      let a = [/x\\/y/, "a \\" b", CHOWN, v1.30, 2027-01-31, -1.5e3, 512Mi, 1h30m]
      let b = /only/
      param for-all: list of string = ["registry.example.com/**"]
      rule default-deny "Title" {
        severity high
        for container except init in Deployment
        deny image matches /a|\\/b/ and pod.for.rule == true or x.list != 3
        deny add-on >= 1 or a <= 2 or a < 3 or a > 4
        message "{container.name} is {image default \\"none\\"}"
        fails \"""
          kind: Pod # "quotes" and ""
        \"""
      }
      rule deny { require x is absent }
      waive acme/rule
        for Pod kube-system/web-1.2* container for
        because "why"
        approved by "who"
        until 2027-03-31
      waive acme/rule for Pod 10-0/*.x because "why" approved by "who" until 2027-03-31
      rule after { deny selects }
      """;

  @TempDir Path temporary;

  private String node(String input, String... arguments) throws Exception {
    Path in = Files.writeString(temporary.resolve("in.json"), input);
    Path out = temporary.resolve("out.json");
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(Arrays.asList(arguments));
    int exit =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    assertThat(exit).isZero();
    return Files.readString(out);
  }

  @Test
  void coloursAsTheLexerReads() throws Exception {
    List<Source> texts = texts();
    assertThat(texts).hasSizeGreaterThan(200);
    String told =
        node(new Gson().toJson(texts.stream().map(Source::text).toList()), "test/tokens.mjs");
    JsonArray all = JsonParser.parseString(told).getAsJsonArray();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Source source = texts.get(i);
      String[] kinds = kinds(source.text(), all.get(i).getAsJsonArray());
      for (Lexeme lexeme : Lexer.lex(source)) {
        if (lexeme.kind() != Lexeme.Kind.WRONG) {
          compare(lexeme, kinds, differences);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static void compare(Lexeme lexeme, String[] kinds, List<String> differences) {
    for (int at = lexeme.span().start(); at < lexeme.span().end(); at++) {
      boolean space = Character.isWhitespace(lexeme.span().source().text().charAt(at));
      if (!space && !lexeme.kind().name().equals(kinds[at])) {
        differences.add(
            lexeme.span().source().name()
                + ":"
                + lexeme.span().from().line()
                + " `"
                + lexeme.text()
                + "` is "
                + lexeme.kind()
                + " and coloured as "
                + kinds[at]);
        return;
      }
    }
  }

  /** The standard library, the examples of the documentation, and the corners. */
  private static List<Source> texts() throws IOException {
    List<Source> texts = new ArrayList<>(List.of(new Source("corners", CORNERS)));
    StandardLibrary.packs().forEach(pack -> texts.addAll(StandardLibrary.sources(pack)));
    try (Stream<Path> walk = Files.walk(Path.of(".."))) {
      List<Path> pages =
          walk.filter(path -> path.toString().endsWith(".md"))
              .filter(path -> !path.toString().contains("node_modules"))
              .filter(path -> !path.toString().contains("/target/"))
              .sorted()
              .toList();
      for (Path page : pages) {
        var blocks = BLOCK.matcher(Files.readString(page));
        for (int i = 1; blocks.find(); i++) {
          texts.add(new Source(page + " " + i, blocks.group(1)));
        }
      }
    }
    return texts;
  }

  private static String[] kinds(String text, JsonArray tokens) {
    String[] kinds = new String[text.length()];
    for (JsonElement element : tokens) {
      JsonArray token = element.getAsJsonArray();
      String kind = kind(token.get(2).getAsJsonArray());
      Arrays.fill(kinds, token.get(0).getAsInt(), token.get(1).getAsInt(), kind);
    }
    return kinds;
  }

  /** By the outermost scope that says it: an escape in a string is of the string. */
  private static String kind(JsonArray scopes) {
    for (JsonElement scope : scopes) {
      String name = scope.getAsString();
      String kind =
          name.startsWith("comment.line.documentation")
              ? "DOC"
              : name.startsWith("comment")
                  ? "COMMENT"
                  : name.startsWith("keyword.operator")
                      ? "OPERATOR"
                      : name.startsWith("keyword")
                          ? "KEYWORD"
                          : name.startsWith("string.quoted.triple")
                              ? "BLOCK"
                              : name.startsWith("string.regexp")
                                  ? "REGEX"
                                  : name.startsWith("string")
                                      ? "STRING"
                                      : name.startsWith("constant.numeric")
                                          ? "NUMBER"
                                          : name.startsWith("constant.other.date")
                                              ? "DATE"
                                              : name.startsWith("constant.other.version")
                                                  ? "VERSION"
                                                  : name.startsWith("punctuation")
                                                      ? "PUNCTUATION"
                                                      : name.startsWith("source") ? "" : "NAME";
      if (!kind.isEmpty()) {
        return kind;
      }
    }
    return "nothing";
  }

  @Test
  void thePackageHoldsWhatItNeedsAndNothingElse() throws IOException {
    try (ZipFile vsix = new ZipFile("target/bylaw-vscode.vsix")) {
      assertThat(vsix.stream().map(entry -> entry.getName()))
          .containsExactlyInAnyOrder(
              "[Content_Types].xml",
              "extension.vsixmanifest",
              "extension/LICENSE.txt",
              "extension/icon.png",
              "extension/language-configuration.json",
              "extension/out/NOTICE.txt",
              "extension/out/extension.cjs",
              "extension/package.json",
              "extension/readme.md",
              "extension/syntaxes/bylaw.tmLanguage.json");
      JsonObject manifest =
          JsonParser.parseString(text(vsix, "extension/package.json")).getAsJsonObject();
      assertThat(manifest.has("dependencies")).as("all is in one file").isFalse();
      assertThat(vsix.getEntry("extension/" + manifest.get("main").getAsString().substring(2)))
          .isNotNull();
      for (String part : List.of("languages", "grammars")) {
        for (JsonElement element : manifest.getAsJsonObject("contributes").getAsJsonArray(part)) {
          JsonObject one = element.getAsJsonObject();
          String file = one.get(one.has("path") ? "path" : "configuration").getAsString();
          String content = text(vsix, "extension/" + file.substring(2));
          assertThat(JsonParser.parseString(content).isJsonObject()).isTrue();
        }
      }
      assertThat(text(vsix, "extension/out/extension.cjs")).contains("require(\"vscode\")");
      assertThat(text(vsix, "extension/out/NOTICE.txt")).contains("vscode-languageclient 11");
      assertThat(text(vsix, "extension/LICENSE.txt"))
          .isEqualTo(Files.readString(Path.of("../LICENSE")));
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void startsTheServerAndTalksToIt() throws Exception {
    String program = Path.of("target/bylaw/bin/bylaw").toAbsolutePath().toString();
    assertThat(node("", "test/protocol.mjs", program))
        .isEqualTo("{\"code\":\"BY0202\",\"hover\":\"`image`: an image\",\"exit\":0}\n");
  }
}
