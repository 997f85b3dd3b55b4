package dev.bylaw.grammar.antlr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Offsets;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;

/**
 * The language reference has a place and an example for everything that can be written. That its
 * examples compile is held by the tests of the documentation.
 */
class ReferenceTest {
  private static final Path PAGE = Path.of("docs/language.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "^```bylaw(?![^\n]* fails )[^\n]*\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern FIRST_CELL = Pattern.compile("^\\| (`[^|]*) \\|", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Read inside of messages, which are text for the parser, and where a comma is forgotten. */
  private static final Set<String> NOWHERE_IN_A_RULE = Set.of("placeholder", "unseparated");

  private final String page;

  ReferenceTest() throws IOException {
    page = Files.readString(PAGE);
  }

  @Test
  void everyConstructHasARow() {
    String tables = page.substring(page.indexOf("\n## Every construct\n"));
    Set<String> rows = new TreeSet<>();
    for (String cell : all(FIRST_CELL, tables)) {
      rows.addAll(all(CODE, cell));
    }
    assertThat(rows).isEqualTo(constructs());
  }

  @Test
  void everyConstructHasAnExample() {
    Set<String> expected = constructs();
    expected.removeAll(NOWHERE_IN_A_RULE);
    Set<String> shown = new TreeSet<>();
    for (String example : all(EXAMPLE, page)) {
      Reading reading = reading(example);
      constructsIn(SyntaxReader.parser(reading, TokenRepair.tokens(reading)).file(), shown);
    }
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void everyWordAndSignHasAnExample() {
    Set<Integer> shown = new HashSet<>();
    for (String example : all(EXAMPLE, page)) {
      for (CommonToken token : TokenRepair.tokens(reading(example))) {
        shown.add(token.getType());
      }
    }
    assertThat(
            IntStream.rangeClosed(1, BylawLexer.VOCABULARY.getMaxTokenType())
                .filter(type -> BylawLexer.VOCABULARY.getLiteralName(type) != null)
                .filter(type -> !shown.contains(type))
                .mapToObj(BylawLexer.VOCABULARY::getLiteralName))
        .isEmpty();
  }

  /** The rules of the grammar; of one whose alternatives have names, these. */
  private static Set<String> constructs() {
    List<Class<?>> contexts =
        Arrays.stream(BylawParser.class.getDeclaredClasses())
            .filter(ParserRuleContext.class::isAssignableFrom)
            .toList();
    Set<Class<?>> named = contexts.stream().map(Class::getSuperclass).collect(Collectors.toSet());
    return contexts.stream()
        .filter(context -> !named.contains(context))
        .map(ReferenceTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void constructsIn(ParseTree tree, Set<String> found) {
    if (tree instanceof ParserRuleContext) {
      found.add(name(tree.getClass()));
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      constructsIn(tree.getChild(i), found);
    }
  }

  private static String name(Class<?> context) {
    String name = context.getSimpleName().replaceFirst("Context$", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static Reading reading(String text) {
    Source source = new Source("example.bylaw", text);
    return new Reading(source, text, Offsets.identity(source), new ArrayList<>());
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
