package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.tree.PolicyFile;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However a text came about, its tree and its places are those of a parser that reads it whole. */
class PartwiseParserTest {
  private static final String RULES =
      """
      pack acme
      let port = 80
      ## Why.
      rule a {
        for pod
        deny hostNetwork
      }

      # about b
      define quiet for container = image like "a*"
      rule b {
        for container
        deny image like "b*"
      }
      test "of b" {
        given \"""
          kind: Pod
          \"""
        expect b passed
      }
      """;

  private final PartwiseParser parser = new PartwiseParser();

  @Test
  void everyCaseIsReadAsItIsReadWhole() throws IOException {
    for (Path file : CasesTest.files(".bylaw")) {
      same(CasesTest.source(file).text());
    }
  }

  /** Each line goes, is doubled, and changes places with the next. */
  @Test
  void everyEditOfALineIsReadAsItIsReadWhole() throws IOException {
    List<String> texts = new ArrayList<>(List.of(RULES, RULES + RULES.replace("pack acme\n", "")));
    for (Path file : CasesTest.files(".bylaw")) {
      texts.add(RULES + CasesTest.source(file).text());
    }
    Random random = new Random(7);
    for (String text : texts) {
      List<String> lines = text.lines().toList();
      for (int edit = 0; edit < 12; edit++) {
        int line = random.nextInt(lines.size());
        List<String> edited = new ArrayList<>(lines);
        String taken = edited.remove(line);
        edited.add(random.nextInt(edited.size() + 1), taken);
        if (edit % 3 == 0) {
          edited.remove(line % edited.size());
        } else if (edit % 3 == 1) {
          edited.add(line, taken);
        }
        same(text);
        same(String.join("\n", edited) + "\n");
      }
    }
  }

  @Test
  void whatIsCutWhereATextGoesOnIsReadWhole() {
    same("test \"t\" {\n  given \"\"\"\n}\n\"\"\"\n}\nrule a {\n deny x \n}\n");
    same("rule a {\n  fails \"\"\"\nrule b {\n deny x\n}\n\"\"\"\n  deny x\n}\n");
    same("\uFEFFrule a {\n deny x\n}\n\uFEFFrule b {\n deny y\n}\n");
    same("rule a {\n deny x\n}\npack late\nuse other\ninclude more\nrule b {\n deny y\n}\n");
    same("rule a {\n deny x\n}\n}\nrule b {\n deny y\n}\n");
    same("rule a {\r\n deny x\r\n}\r\nrule b {\r\n deny y\n}\nrule c {\r deny z\n}\n# end");
    same("for pod\nrule a {\n deny x\n}\ndeny y\n");
    same("rule a {\n deny x\n}\n/* no\n}\ncomment */ rule b { deny y }\n");
    same("waive a for Pod\nrule a {\n deny x\n}\n x/y because \"z\"\n");
    same("");
  }

  @Test
  void whatStandsWhereItStoodIsTheSame() {
    PolicyFile before = same(RULES);
    PolicyFile typed = same(RULES.replace("b*", "bc*"));
    assertThat(typed.declarations()).hasSize(5).hasSameSizeAs(before.declarations());
    assertThat(typed.declarations().get(0)).isSameAs(before.declarations().get(0));
    assertThat(typed.declarations().get(1)).isSameAs(before.declarations().get(1));
    assertThat(typed.declarations().get(3)).isNotSameAs(before.declarations().get(3));
    assertThat(typed.declarations().get(4)).isSameAs(before.declarations().get(4));
  }

  @Test
  void aFileThatIsReadWholeIsReadOnce() {
    for (String text : List.of("let x = 1\n", "rule a {\n  deny\n}\n" + RULES)) {
      PolicyFile before = same(text);
      assertThat(same(text).declarations().getFirst()).isSameAs(before.declarations().getFirst());
    }
  }

  @Test
  void whatMovedIsReadAgain() {
    PolicyFile before = same(RULES);
    PolicyFile moved = same("\n" + RULES);
    assertThat(moved.declarations().get(4)).isNotSameAs(before.declarations().get(4));
  }

  @Test
  void theSameTextInTwoFilesIsTwoFiles() {
    PolicyFile one = parser.parse(new Source("one.bylaw", RULES)).result();
    PolicyFile two = parser.parse(new Source("two.bylaw", RULES)).result();
    assertThat(two.source().name()).isEqualTo("two.bylaw");
    for (int i = 0; i < one.declarations().size(); i++) {
      assertThat(one.declarations().get(i).span().source().name()).isEqualTo("one.bylaw");
      assertThat(two.declarations().get(i).span().source().name()).isEqualTo("two.bylaw");
    }
  }

  @Test
  void whatWasWrongIsNotWrongWhenItIsMended() {
    same(RULES);
    same(RULES.replace("deny hostNetwork", "deny"));
    same(RULES.replace("\"b*\"", "\"b*"));
    same(RULES);
  }

  private PolicyFile same(String text) {
    Staged<PolicyFile> whole = Parser.parse(new Source("a.bylaw", text));
    Staged<PolicyFile> parts = parser.parse(new Source("a.bylaw", text));
    assertThat(told(parts)).isEqualTo(told(whole));
    return parts.result();
  }

  /** All that a tree and its errors hold, with places in lines and columns. */
  private static String told(@Nullable Object node) {
    return switch (node) {
      case null -> "null";
      case Span span -> span.source().name() + span.from() + span.until() + span.text();
      case Source source -> source.name() + source.text();
      case List<?> list -> list.stream().map(PartwiseParserTest::told).toList().toString();
      case Record one -> {
        StringBuilder all = new StringBuilder(one.getClass().getSimpleName());
        for (RecordComponent component : one.getClass().getRecordComponents()) {
          all.append(' ').append(told(SpanCheck.part(one, component.getName())));
        }
        yield all.append(';').toString();
      }
      default -> node.toString();
    };
  }
}
