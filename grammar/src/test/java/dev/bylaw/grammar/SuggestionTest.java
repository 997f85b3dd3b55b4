package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @Test
  void equallyNearNamesAreSortedAndFew() {
    assertThat(Suggestion.nearest("bat", List.of("rat", "hat", "cat", "mat", "dog")))
        .containsExactly("cat", "hat", "mat");
    assertThat(Suggestion.nearest("name", List.of("Name", "NAME", "names", "Name")))
        .containsExactly("NAME", "Name");
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "'', abc, 3", "abc, acb, 1", "abcd, badc, 2", "kitten, sitting, 3"})
  void distanceCountsEdits(String a, String b, int distance) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
    assertThat(Suggestion.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void questionNamesWhatIsNear() {
    assertThat(Suggestion.question("denny", List.of("deny", "require"), null))
        .isEqualTo("did you mean `deny`?");
    assertThat(Suggestion.question("bat", List.of("rat", "cat"), null))
        .isEqualTo("did you mean `cat` or `rat`?");
  }

  @Test
  void nothingNearIsTheAlternative() {
    assertThat(Suggestion.question("colour", List.of("deny"), "there is deny"))
        .isEqualTo("there is deny");
    assertThat(Suggestion.question("colour", List.of("deny"), null)).isNull();
    assertThat(Suggestion.of("colour", List.of("deny"))).isNull();
  }
}
