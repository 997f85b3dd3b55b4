package dev.bylaw.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression that is called empty matches nothing, and most that match nothing are found. */
class RegexReachTest {
  private static final List<String> TEXTS = texts();

  private static int empty;
  private static int found;

  @Property(seed = "20261123", tries = 20_000)
  void whatIsCalledEmptyMatchesNothing(@ForAll("expressions") String regex) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      return;
    }
    boolean matches = TEXTS.stream().anyMatch(pattern::matches);
    boolean isEmpty = RegexReach.isEmpty(regex);
    assertThat(matches && isEmpty).as(regex).isFalse();
    empty += matches ? 0 : 1;
    found += isEmpty ? 1 : 0;
  }

  /** With anything but a count between them, braces are characters. */
  @ParameterizedTest
  @ValueSource(strings = {"{5e}", "{,2}", "{1,2,3}", "{1,x}", "{٣}", "{}", "{ 2}", "{-1}"})
  void bracesWithoutACountAreCharacters(String braces) {
    assertThat(Pattern.matches("a" + braces, "a" + braces)).isTrue();
    assertThat(RegexReach.isEmpty("a" + braces)).isFalse();
    assertThat(RegexReach.isEmpty("a" + braces + "^b")).isTrue();
    assertThat(RegexReach.isEmpty("(a$)" + braces)).isTrue();
  }

  @AfterContainer
  static void mostAreFound() {
    assertThat(found).as("%s of %s", found, empty).isGreaterThan(empty / 2).isGreaterThan(100);
  }

  @Provide
  Arbitrary<String> expressions() {
    List<String> parts =
        List.of(
            "a",
            "b",
            "^",
            "$",
            "|",
            "(",
            ")",
            "(?:",
            "*",
            "+",
            "?",
            "{2}",
            "{0,1}",
            "{1,}",
            ".",
            "[ab]",
            "[^a]",
            "[]a]",
            "[\\]a]",
            "[[:alpha:]]",
            "\\A",
            "\\z",
            "\\b",
            "\\B",
            "\\pL",
            "\\x61",
            "\\x{62}",
            "\\141",
            "\\Qa\\E",
            "{",
            "}",
            "-");
    return Arbitraries.of(parts)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(list -> String.join("", list));
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int i = 0; texts.size() < 1_000; i++) {
      for (String next : List.of("a", "b", "-", "{", "}")) {
        texts.add(texts.get(i) + next);
      }
    }
    return texts;
  }
}
