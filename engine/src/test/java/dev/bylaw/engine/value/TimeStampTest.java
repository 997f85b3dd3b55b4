package dev.bylaw.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31",
    "2026-01-31T23:59:59.999999999Z, 2026-01-31",
    "2026-01-31T00:00:00+00:00, 2026-01-31",
    "2026-01-31T01:59:59+02:00, 2026-01-30",
    "2026-01-31T02:00:00+02:00, 2026-01-31",
    "2026-01-31T22:30:00-01:30, 2026-02-01",
    "2024-02-28T23:30:00-01:00, 2024-02-29",
    "2023-02-28T23:30:00-01:00, 2023-03-01",
    "2024-03-01T00:30:00+01:00, 2024-02-29",
    "2026-12-31T23:00:00-01:00, 2027-01-01",
    "2026-01-01T00:00:00+00:01, 2025-12-31",
    "0999-12-31T23:00:00-01:00, 1000-01-01",
  })
  void isOfADayInUtc(String text, String day) {
    assertThat(TimeStamp.dayOf(text)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-01-31",
        "2026-01-31T12:00:00",
        "2026-01-31T12:00Z",
        "2026-01-31 12:00:00Z",
        "2026-01-31t12:00:00Z",
        "2026-01-31T12:00:00z",
        "2026-02-30T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T12:60:00Z",
        "2026-01-31T12:00:60Z",
        "2026-01-31T1a:00:00Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00.5",
        "2026-01-31T12:00:00+2:00",
        "2026-01-31T12:00:00+0200",
        "2026-01-31T12:00:00+24:00",
        "2026-01-31T12:00:00Z ",
        "31.01.2026 12:00:00Z",
      })
  void refusesWhatIsNoPointInTime(String text) {
    assertThat(TimeStamp.dayOf(text)).isNull();
  }
}
