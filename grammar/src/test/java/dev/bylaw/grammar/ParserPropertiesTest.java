package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.tree.PolicyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text at all makes the parser throw, and whatever it says has its place in the text. */
class ParserPropertiesTest {
  private static final List<String> WORDS =
      List.of(
          "pack",
          "use",
          "rule",
          "let",
          "define",
          "param",
          "test",
          "waive",
          "for",
          "when",
          "deny",
          "require",
          "message",
          "fix",
          "see",
          "fails",
          "passes",
          "severity",
          "and",
          "or",
          "not",
          "any",
          "all",
          "no",
          "exists",
          "where",
          "in",
          "is",
          "absent",
          "contains",
          "of",
          "only",
          "matches",
          "from",
          "default",
          "exactly",
          "unchecked",
          "count",
          "to",
          "add",
          "remove",
          "set",
          "given",
          "file",
          "expect",
          "violated",
          "at",
          "because",
          "container",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ",",
          ".",
          ":",
          "=",
          "==",
          "/",
          "/x/",
          "x",
          "y",
          "\"s\"",
          "\"{x}\"",
          "\"",
          "\"\"\"",
          "3",
          "2Gi",
          "2027-03-31",
          "#",
          "##",
          "\n",
          "&&",
          ";",
          "'",
          "\u202E",
          "\\",
          "-");

  @Property(seed = "20261123", tries = 500)
  void anyTextIsRead(@ForAll String text) {
    SpanCheck.check(Parser.parse(new Source("any", text)));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(WORDS).list().ofMaxSize(40);
  }

  @Property(seed = "20261123", tries = 2000)
  void anyWordsAreRead(@ForAll("words") List<String> words) {
    SpanCheck.check(Parser.parse(new Source("words", String.join(" ", words))));
  }

  @Property(seed = "20261123", tries = 1500)
  void anyMutationOfACaseIsRead(@ForAll Random random) throws IOException {
    List<Path> files = CasesTest.files(".bylaw");
    Source valid = CasesTest.source(files.get(random.nextInt(files.size())));
    List<String> tokens = new ArrayList<>(List.of(valid.text().split("(?<=\\W)|(?=\\W)")));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(4)) {
        case 0 -> tokens.set(at, "");
        case 1 -> tokens.add(at, tokens.get(at));
        case 2 -> tokens.set(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> tokens.set(at, tokens.set(random.nextInt(tokens.size()), tokens.get(at)));
      }
    }
    Staged<PolicyFile> staged = Parser.parse(new Source(valid.name(), String.join("", tokens)));
    SpanCheck.check(staged);
    assertThat(staged.diagnostics())
        .allSatisfy(d -> assertThat(d.message()).doesNotContain("something else", "mismatched"));
  }
}
