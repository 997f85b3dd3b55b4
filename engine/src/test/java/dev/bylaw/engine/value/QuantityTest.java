package dev.bylaw.engine.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bylaw.engine.type.Type.Dimension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors were run on apimachinery v0.32.4, through {@code Quantity.UnmarshalJSON}. */
class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "00, 0",
    "1, 1",
    "+1, 1",
    "-1, -1",
    "1., 1",
    ".5, 0.5",
    "0.1, 0.1",
    "007, 7",
    "1n, 0.000000001",
    "1u, 0.000001",
    "0.1m, 0.0001",
    "500m, 0.5",
    "1.5, 1.5",
    "1k, 1000",
    "1M, 1000000",
    "1G, 1000000000",
    "1.G, 1000000000",
    "1T, 1000000000000",
    "1P, 1000000000000000",
    "1E, 1000000000000000000",
    "1e3, 1000",
    "1E3, 1000",
    "1e+3, 1000",
    "1e-3, 0.001",
    "1.5e3, 1500",
    "1e20, 100000000000000000000",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "1Ki, 1024",
    "1024Mi, 1073741824",
    "1Gi, 1073741824",
    "1.5Gi, 1610612736",
    "1Ti, 1099511627776",
    "1Pi, 1125899906842624",
    "1Ei, 1152921504606846976",
    "0.001Ki, 1.024",
    "7.99999Ei, 9223360507639729739.53024",
  })
  void readsAsApimachinery(String text, String value) {
    assertThat(parsed(text)).isEqualByComparingTo(new BigDecimal(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5n, 0.000000001",
    "-0.5n, -0.000000001",
    "1.23456789012, 1.234567891",
    "-1.23456789012, -1.234567891",
    "0.00000000000000000001, 0.000000001",
    "1e-10, 0.000000001",
    "0.0000000001Ki, 0.000000103",
    "8Ei, 9223372036854775807",
    "10Ei, 9223372036854775807",
    "-10Ei, -9223372036854775807",
  })
  void roundsAwayFromZeroBelowNanoAndCapsBinary(String text, String value) {
    assertThat(parsed(text)).isEqualByComparingTo(new BigDecimal(value));
  }

  /** Wider than the documented grammar, but what the code does. */
  @ParameterizedTest
  @ValueSource(
      strings = {".", "-.", "+", "-", "E", "Ki", ".m", "-Gi", "Ti", "0Ei", "0e5", "0e-999999999"})
  void readsMissingDigitsAsZero(String text) {
    assertThat(parsed(text)).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1K",
        "1ki",
        "1mi",
        "1KI",
        "1kI",
        "1i",
        "1B",
        "1Gb",
        "1GiB",
        "1e",
        "e",
        "e-10",
        "Pi",
        ".Ei",
        "1e+",
        "1ee3",
        "1e--3",
        "1E3e",
        "1e3Ki",
        "1e3m",
        "1Ei3",
        "1mm",
        "1 Gi",
        "1Gi Gi",
        "0x10",
        "1_000",
        "1,5",
        "inf",
        "NaN",
        "1.2.3",
        "1.1.M",
        "1+1.0M",
        "0.1mi",
        "0.1am",
        "aoeu",
        ".5i",
        "-3.01i",
        "-3.01e-",
        "--1",
        "+-1",
        "1-",
        "\"1\"",
        "1\t",
        "1\n",
        "\r1",
        "1\u2028",
        "١",
        "１",
        "1e9223372036854775808",
        "1e-9223372036854775809",
        "1e99999999999999999999"
      })
  void refuses(String text) {
    assertThat(parsed(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {" 1", "1 ", "  1  ", "\u00a01\u3000", "\u00851", "1\u2009"})
  void dropsTheSpacesThatJsonLeavesUnescaped(String text) {
    assertThat(parsed(text)).isEqualByComparingTo(BigDecimal.ONE);
  }

  /** Go casts the exponent to an int32. */
  @ParameterizedTest
  @ValueSource(strings = {"1e4294967296", "1e-4294967296", "10e4294967295"})
  void wrapsTheExponentAsGoDoes(String text) {
    assertThat(parsed(text)).isEqualByComparingTo(BigDecimal.ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "1e1000",
        "12345678901234567890e2147483647",
        "1.5e-2147483648",
        "9e2147483647"
      })
  void boundsHugeExponents(String text) {
    BigDecimal value =
        assertTimeoutPreemptively(
            Duration.ofSeconds(2),
            () -> {
              BigDecimal read = requireNonNull(parsed(text));
              return read.add(BigDecimal.ONE).subtract(BigDecimal.ONE);
            });
    assertThat(value).isEqualByComparingTo(BigDecimal.TEN.pow(1000));
    assertThat(parsed("-" + text)).isEqualByComparingTo(value.negate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-999999999", "1e-2147483648", "12345678901234567890e-2147483647"})
  void boundsTinyExponents(String text) {
    BigDecimal value = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> parsed(text));
    assertThat(value).isEqualByComparingTo("0.000000001");
  }

  @Test
  void boundsLongTexts() {
    assertThat(parsed("9".repeat(4096))).isEqualByComparingTo(BigDecimal.TEN.pow(1000));
    assertThat(parsed("9".repeat(4094) + "Ki")).isEqualByComparingTo("9223372036854775807");
    assertThat(parsed("0." + "0".repeat(4000) + "1Ki")).isEqualByComparingTo("1e-9");
    assertThat(parsed("0".repeat(4097))).isNull();
    assertThat(parsed("9".repeat(1_000_000))).isNull();
  }

  @Test
  void printsWithoutAnExponent() {
    assertThat(parsed("1e20")).hasToString("100000000000000000000");
    assertThat(parsed("2G")).hasToString("2000000000");
    assertThat(Quantity.parse("500m")).hasToString("0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "1Ki, BYTES",
    "2Gi, BYTES",
    "1Ei, BYTES",
    "500m, CPU",
    "1n, CPU",
    "2.5u, CPU",
    "2, UNKNOWN",
    "1.5, UNKNOWN",
    "1e3, UNKNOWN",
    "1e-3, UNKNOWN",
    "1k, UNKNOWN",
    "5G, UNKNOWN",
    "1E, UNKNOWN",
    "1K, ",
    "2gi, ",
    "'', ",
    "m5, ",
  })
  void suffixSaysTheDimension(String literal, Dimension dimension) {
    assertThat(Quantity.dimensionOf(literal)).isEqualTo(dimension);
  }

  @Property(seed = "20261123")
  void neverThrows(@ForAll String text) {
    parsed(text);
    Quantity.dimensionOf(text);
  }

  @Property(seed = "20261123")
  void neverThrowsOnAlmostQuantities(@ForAll("almostQuantities") String text) {
    BigDecimal value = parsed(text);
    if (value != null) {
      assertThat(value.scale()).isBetween(0, 9);
      assertThat(value.precision()).isLessThanOrEqualTo(1010);
    }
  }

  @Provide
  Arbitrary<String> almostQuantities() {
    return Arbitraries.strings().withChars("0123456789.+-eEinumkKMGTP ").ofMaxLength(14);
  }

  @Property(seed = "20261123")
  void agreesWithBigDecimal(@ForAll BigDecimal value) {
    assertThat(parsed(value.toPlainString()))
        .isEqualByComparingTo(value.setScale(9, RoundingMode.UP));
  }

  @Property(seed = "20261123")
  void suffixesAreFactors(@ForAll @IntRange(min = -1_000_000, max = 1_000_000) int number) {
    assertThat(parsed(number + "Ki")).isEqualByComparingTo(parsed(number * 1024L + ""));
    assertThat(parsed(number + "k")).isEqualByComparingTo(parsed(number + "000"));
    assertThat(parsed(number + "m")).isEqualByComparingTo(parsed(number + "e-3"));
  }

  private static @Nullable BigDecimal parsed(String text) {
    Decimal amount = Quantity.parse(text);
    return amount == null ? null : amount.toBigDecimal();
  }
}
