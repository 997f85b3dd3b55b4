package dev.bylaw.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input keeps the page waiting, none that is stopped passes, and the next one is answered. */
class BudgetTest {
  private static final String CLEAN = "pack t\nrule r {\n  for pod\n  deny hostNetwork\n}\n";

  private final Playground playground = new Playground();

  @ParameterizedTest
  @ValueSource(strings = {"check", "why", "output", "fix", "actions"})
  void aRunawayRuleIsStoppedWhateverIsAsked(String ask) {
    String stopped = ask(playground, ask, Runaway.RULE, Runaway.pod(400));
    assertThat(stopped).startsWith("{\"stopped\":\"stopped: budget. ").doesNotContain("findings");
    assertThat(ask(playground, ask, Runaway.RULE, Runaway.pod(400))).isEqualTo(stopped);
    assertThat(ask(playground, ask, CLEAN, Runaway.pod(400)))
        .isEqualTo(ask(new Playground(), ask, CLEAN, Runaway.pod(400)))
        .doesNotContain("stopped");
  }

  @Test
  void aRunawayTestIsStopped() {
    String test = "test \"slow\" {\n  given file \"m.yaml\"\n  expect t/r passed\n}\n";
    assertThat(ask(playground, "test", Runaway.RULE + test, Runaway.pod(400)))
        .startsWith("{\"stopped\":");
    assertThat(ask(playground, "test", CLEAN + test, Runaway.pod(400))).contains("\"passed\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "why", "test", "output", "fix", "hover", "complete", "rename"})
  void whatIsTooLongToReadIsNotRead(String ask) {
    String endless = "a: b\n".repeat(1_000_000);
    assertThat(ask(playground, ask, CLEAN, endless)).startsWith("{\"stopped\":");
    assertThat(ask(playground, ask, CLEAN + "#".repeat(5_000_000), Runaway.pod(1)))
        .startsWith("{\"stopped\":");
    assertThat(ask(playground, ask, CLEAN, Runaway.pod(1))).doesNotContain("stopped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "why", "test", "output", "fix"})
  void wordsThatDoubleAreStopped(String ask) {
    assertThat(ask(playground, ask, Runaway.doubling(40), Runaway.pod(1)))
        .startsWith("{\"stopped\":");
    assertThat(ask(playground, ask, Runaway.doubling(4), Runaway.pod(1))).doesNotContain("stopped");
  }

  @Test
  void whatWasAskedBeforeDoesNotChangeWhereItStops() {
    int needed = Runaway.leastBudget(CLEAN, Runaway.pod(3));
    Playground enough = new Playground(needed);
    Playground tooLittle = new Playground(needed - 1);
    for (int time = 0; time < 3; time++) {
      assertThat(ask(enough, "check", CLEAN, Runaway.pod(3))).contains("\"findings\":[]");
      assertThat(ask(tooLittle, "check", CLEAN, Runaway.pod(3))).startsWith("{\"stopped\":");
    }
  }

  @Test
  void theWholeOfARecommendedPackOverFiftyDocumentsIsFarFromTheLimit() {
    Playground half = new Playground(1_500_000);
    half.hold("m.yaml", (Runaway.deployment() + "---\n").repeat(50));
    for (String ask : List.of("check", "test")) {
      String request =
          "{\"ask\":\""
              + ask
              + "\",\"today\":\"2026-11-23\",\"rules\":[\"std/recommended\"],\"manifests\":[\"m.yaml\"]}";
      assertThat(half.answer(request)).doesNotContain("\"stopped\"");
    }
  }

  private static String ask(Playground playground, String ask, String rules, String manifest) {
    playground.hold("a.bylaw", rules);
    playground.hold("m.yaml", manifest);
    Map<String, String> about =
        Map.of(
            "actions", "\"file\":\"m.yaml\",",
            "hover", "\"file\":\"a.bylaw\",",
            "complete", "\"file\":\"a.bylaw\",",
            "rename", "\"file\":\"a.bylaw\",\"to\":\"s\",",
            "fix", "\"file\":\"m.yaml\",",
            "why", "\"rule\":\"t/r\",",
            "output", "\"format\":\"text\",\"version\":\"0\",");
    return playground.answer(
        "{\"ask\":\""
            + ask
            + "\","
            + about.getOrDefault(ask, "")
            + "\"line\":2,\"column\":6,\"endLine\":9,\"endColumn\":1,"
            + "\"today\":\"2026-11-23\",\"rules\":[\"a.bylaw\"],\"manifests\":[\"m.yaml\"]}");
  }
}
