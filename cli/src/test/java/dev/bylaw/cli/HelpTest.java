package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help is written by hand, so that it reads well and costs nothing; this keeps it true. */
class HelpTest {
  private static final Pattern OPTION = Pattern.compile("(?m)^  (--[a-z-]+)(, (-[a-zA-Z]))?");

  static List<String> verbs() {
    return Verbs.AVAILABLE;
  }

  static Stream<String> pages() {
    return Stream.concat(Stream.of("bylaw"), Verbs.AVAILABLE.stream());
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void namesEveryOptionAndNoOther(String verb) {
    String help = Bylaw.resource("help/" + verb + ".txt");
    TreeSet<String> told = new TreeSet<>();
    for (MatchResult found : OPTION.matcher(help).results().toList()) {
      told.add(found.group(1));
      if (found.group(3) != null) {
        told.add(found.group(3));
      }
    }
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(Verbs.named(verb).model().optionsMap().keySet());
    assertThat(help).contains("examples:").contains("bylaw " + verb);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void fitsATerminal(String page) {
    assertThat(Bylaw.resource("help/" + page + ".txt").lines().toList())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(88));
  }
}
