package dev.bylaw.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link BigDecimal} is the oracle. */
class DecimalTest {
  @Property(seed = "20261123")
  void comparesAsBigDecimal(@ForAll("numbers") BigDecimal one, @ForAll("numbers") BigDecimal two) {
    Decimal first = Decimal.of(one);
    Decimal second = Decimal.of(two);
    assertThat(Integer.signum(first.compareTo(second))).isEqualTo(one.compareTo(two));
    assertThat(first.equals(second)).isEqualTo(one.compareTo(two) == 0);
  }

  @Property(seed = "20261123")
  void isTheSameNumber(@ForAll("numbers") BigDecimal number) {
    Decimal decimal = Decimal.of(number);
    assertThat(decimal.toBigDecimal()).isEqualByComparingTo(number);
    assertThat(decimal.negate().toBigDecimal()).isEqualByComparingTo(number.negate());
    assertThat(decimal.isNegative()).isEqualTo(number.signum() < 0);
    assertThat(decimal.isWhole())
        .isEqualTo(number.signum() == 0 || number.stripTrailingZeros().scale() <= 0);
    assertThat(new BigDecimal(decimal.toString())).isEqualByComparingTo(number);
  }

  @Property(seed = "20261123")
  void zerosAtTheEndSayNothing(@ForAll("numbers") BigDecimal number) {
    Decimal padded = Decimal.of(number.setScale(Math.max(0, number.scale()) + 3));
    assertThat(padded).isEqualTo(Decimal.of(number)).hasSameHashCodeAs(Decimal.of(number));
    assertThat(padded).hasToString(Decimal.of(number).toString());
  }

  @Property(seed = "20261123")
  void ofAPairIsAsOfBigDecimal(@ForAll("unscaled") BigInteger unscaled, @ForAll("places") int at) {
    assertThat(Decimal.of(unscaled.longValue(), at))
        .isEqualTo(Decimal.of(BigDecimal.valueOf(unscaled.longValue(), at)))
        .hasSameHashCodeAs(Decimal.of(BigDecimal.valueOf(unscaled.longValue(), at)));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1, 0.5",
    "-5, 1, -0.5",
    "-5, 3, -0.005",
    "500, 3, 0.5",
    "0, 4, 0",
    "120, 0, 120",
    "7, 9, 0.000000007"
  })
  void isWrittenPlainly(long unscaled, int places, String written) {
    assertThat(Decimal.of(unscaled, places)).hasToString(written);
  }

  @Test
  void theEndsOfLongAreKept() {
    assertThat(Decimal.of(Long.MIN_VALUE)).hasToString("-9223372036854775808");
    assertThat(Decimal.of(Long.MIN_VALUE).negate()).hasToString("9223372036854775808");
    assertThat(Decimal.of(Long.MAX_VALUE)).isGreaterThan(Decimal.of(Long.MIN_VALUE));
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Combinators.combine(unscaled(), places()).as(BigDecimal::new);
  }

  /** Near the borders of what is kept small, and of long. */
  @Provide
  Arbitrary<BigInteger> unscaled() {
    Arbitrary<BigInteger> border =
        Arbitraries.of("0", "1000000000000000000", "-1000000000000000000", "9223372036854775807")
            .map(BigInteger::new);
    Arbitrary<BigInteger> near =
        Combinators.combine(border, Arbitraries.integers().between(-11, 11))
            .as((at, by) -> at.add(BigInteger.valueOf(by)));
    return Arbitraries.oneOf(
        near, Arbitraries.bigIntegers(), Arbitraries.integers().map(BigInteger::valueOf));
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 12);
  }
}
