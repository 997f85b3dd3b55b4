package dev.bylaw.engine.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accepted and refused texts are those of the tests of Go's time.ParseDuration. */
class DurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5s, 5",
    "30s, 30",
    "1478s, 1478",
    "-5s, -5",
    "+5s, 5",
    "-0, 0",
    "+0, 0",
    "5.0s, 5",
    "5.6s, 5.6",
    "5.s, 5",
    ".5s, 0.5",
    "1.0s, 1",
    "1.004s, 1.004",
    "1.0040s, 1.004",
    "100.00100s, 100.001",
    "10ns, 0.00000001",
    "11us, 0.000011",
    "12\u00b5s, 0.000012",
    "12\u03bcs, 0.000012",
    "13ms, 0.013",
    "14s, 14",
    "15m, 900",
    "16h, 57600",
    "3h30m, 12600",
    "10.5s4m, 250.5",
    "-2m3.4s, -123.4",
    "1h2m3s4ms5us6ns, 3723.004005006",
    "39h9m14.425s, 140954.425",
    "52763797000ns, 52.763797",
    "0.3333333333333333333h, 1199.999999999",
    "9223372036854775807ns, 9223372036.854775807",
    "0.100000000000000000000h, 360",
    "1.5h, 5400",
    "90m, 5400",
  })
  void readsWhatGoReads(String text, String seconds) {
    assertThat(requireNonNull(Duration.parse(text)).toBigDecimal()).isEqualByComparingTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "-",
        "s",
        ".",
        "-.",
        ".s",
        "+.s",
        "1d",
        "7d",
        "1w",
        "1 h",
        " 1h",
        "1h ",
        "1H",
        "1M",
        "1S",
        "1h30",
        "--5s",
        "1h-5m",
        "1,5h",
        "5e3s",
        "PT5M",
        "2 days",
        "never",
        "9223372036854775808ns",
        "9223372036854775.808us",
        "3000000h",
        "99999999999999999999999999999999s",
        "\u0665s",
      })
  void refusesWhatGoRefuses(String text) {
    assertThat(Duration.parse(text)).isNull();
  }

  @Test
  void addsUpToTheLongestAndNoFurther() {
    assertThat(Duration.parse("2562047h47m16.854775807s")).isNotNull();
    assertThat(Duration.parse("2562047h47m16.854775808s")).isNull();
  }
}
