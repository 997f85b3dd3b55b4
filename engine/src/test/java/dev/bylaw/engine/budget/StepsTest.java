package dev.bylaw.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void asManyAsThereAre() {
    Steps steps = Steps.of(3);
    steps.take();
    steps.take(2);
    assertThat(steps.left()).isZero();
    assertThatExceptionOfType(Steps.UsedUp.class).isThrownBy(steps::take);
  }

  @Test
  void nothingIsLeftAfterTooMuchWasAskedFor() {
    Steps steps = Steps.of(10);
    assertThatExceptionOfType(Steps.UsedUp.class).isThrownBy(() -> steps.take(11));
    assertThatExceptionOfType(Steps.UsedUp.class).isThrownBy(steps::take);
    assertThatExceptionOfType(Steps.UsedUp.class).isThrownBy(steps::take);
  }

  @Test
  void noBudgetAtAllStopsTheFirst() {
    assertThatExceptionOfType(Steps.UsedUp.class).isThrownBy(() -> Steps.of(0).take());
    Steps.of(0).take(0);
  }

  @Test
  void aProductThatIsNoIntStops() {
    Steps steps = Steps.of(Integer.MAX_VALUE);
    assertThatExceptionOfType(Steps.UsedUp.class).isThrownBy(() -> steps.take(1L << 40));
  }

  @Test
  void longTextsTakeMoreAndShortOnesNothing() {
    Steps steps = Steps.of(100);
    steps.takeFor("short", 1000);
    assertThat(steps.left()).isEqualTo(100);
    steps.takeFor("x".repeat(160), 4);
    assertThat(steps.left()).isEqualTo(60);
    assertThatExceptionOfType(Steps.UsedUp.class)
        .isThrownBy(() -> steps.takeToRead("x".repeat(100)));
  }

  @Test
  void withoutALimitNothingIsUsedUp() {
    Steps steps = Steps.unlimited();
    steps.take(Integer.MAX_VALUE);
    steps.take();
    steps.take(Long.MAX_VALUE);
    steps.take();
  }

  @Test
  void aBudgetIsNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> Steps.of(-1)).withMessageContaining("-1");
  }
}
