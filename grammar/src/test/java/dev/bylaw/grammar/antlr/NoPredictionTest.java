package dev.bylaw.grammar.antlr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Source;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The grammar must stay decidable by one token: prediction is what makes a first parse slow. */
class NoPredictionTest {
  @Test
  void oneTokenDecidesEverything() {
    Parser.parse(
        new Source(
            "all",
            """
            rule x "t" { for any resource except init in Pod deny a[0](b) and any x in [a b, (c)]: d }
            waive a/b for Pod x/y container z because "x"
            test "t" { given file "f" expect a/b not applicable at x.y }
            """));
    assertThat(Arrays.stream(BylawParser._decisionToDFA).mapToInt(dfa -> dfa.states.size()))
        .containsOnly(0);
  }
}
