package dev.bylaw.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\n\n", "\\.", "\\|", "std/", "a"})
  void splitsAsTheClassLibraryDoes(String expression) {
    for (String text :
        new String[] {"", "a", "a.b,c", ",", "..", "x|y;\n\n\nz", ",,std/a", "💣,."}) {
      assertThat(Platform.split(text, expression, -1))
          .as("%s by %s", text, expression)
          .isEqualTo(text.split(expression, -1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "a|b", "\\s", "[,]", ", *", "(?<=\n)", ""})
  void refusesWhatItWouldGetWrong(String expression) {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Platform.split("a,b", expression, -1));
  }

  @Test
  void refusesALimit() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Platform.split("a,b", ",", 0));
  }

  @Test
  void readsATable() {
    // From A: 65 = 20 + 1 * 45, which is the digit d and then the last digit $.
    assertThat(Platform.ranges("d$<$")).isDeepEqualTo(new int[][] {{65, 90, 1}});
    assertThat(Platform.ranges("d$<$#$$")).isDeepEqualTo(new int[][] {{65, 90, 1}, {90, 91, 1}});
    assertThat(Platform.ranges("")).isEmpty();
  }

  @Test
  void readsAnAutomaton() {
    // 1 to 6 as they are, then one more than the first, one less than the second, and as the third.
    assertThat(Platform.automaton("%\')+-/%$#")).isEqualTo(new char[] {1, 2, 3, 4, 5, 6, 2, 1, 3});
    assertThat(Platform.automaton("")).isEmpty();
  }

  @Test
  void comparesRecordsOnlyInTheBrowser() {
    record Pair(int one, String other) {}
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Platform.hash(new Pair(1, "a")));
    assertThat(Platform.same(new Pair(1, "a"), null)).isFalse();
    assertThat(Platform.same(new Pair(1, "a"), "a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.00", "7", "100", "-123.4500", "1E+30", "9999999999999999999.9"})
  void countsFiguresAsTheClassLibraryDoes(String number) {
    BigDecimal decimal = new BigDecimal(number);
    assertThat(Platform.precision(decimal)).isEqualTo(decimal.precision());
  }

  @Test
  void padsACopiedRange() {
    byte[] bytes = {1, 2, 3};
    char[] characters = {'a', 'b'};
    int[] numbers = {1, 2};
    assertThat(Platform.copyOfRange(bytes, 1, 5)).isEqualTo(Arrays.copyOfRange(bytes, 1, 5));
    assertThat(Platform.copyOfRange(characters, 0, 4))
        .isEqualTo(Arrays.copyOfRange(characters, 0, 4));
    assertThat(Platform.copyOfRange(numbers, 2, 3)).isEqualTo(Arrays.copyOfRange(numbers, 2, 3));
  }

  @Test
  void joinsAsASignDoes() {
    for (@Nullable String text : new @Nullable String[] {"a", "", null, "\ud83d"}) {
      assertThat(Platform.join(text, "b")).isEqualTo(text + "b");
      assertThat(Platform.join("b", text, "\udca3")).isEqualTo("b" + text + "\udca3");
      assertThat(Platform.join("b", "c", text, text)).isEqualTo("b" + "c" + text + text);
      assertThat(Platform.join(text, "b", text, "c", "d")).isEqualTo(text + "b" + text + "cd");
    }
  }

  @Test
  void noSwitchGetsThere() {
    assertThat(Platform.unmatched()).hasMessage(null).hasNoCause();
  }
}
