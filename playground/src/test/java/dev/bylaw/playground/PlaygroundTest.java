package dev.bylaw.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlaygroundTest {
  private static final String MANIFEST =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n";

  private final Playground playground = new Playground();

  @Test
  void findsWhatTheRulesFind() {
    hold("require drop contains ALL");
    assertThat(check()).contains("\"rule\":\"a/require-drop-contains-all\"", "\"line\":6");
  }

  @Test
  void followsAnEdit() {
    hold("require drop contains ALL");
    check();
    hold("deny hostNetwork");
    assertThat(check())
        .contains("\"findings\":[]")
        .contains("\"applied\":[\"a/deny-hostnetwork\"]");
  }

  @Test
  void saysWhatDoesNotCompile() {
    hold("deny hostNetwrok");
    assertThat(check())
        .contains("\"compiles\":false", "\"code\":\"BY0202\"", "\"findings\":[]", "hostNetwork");
  }

  @Test
  void explainsNoRuleWhileThereIsNone() {
    hold("deny hostNetwrok");
    assertThat(playground.answer(request("why", "\"rule\":\"a/x\","))).isEqualTo("null");
    assertThat(playground.answer(request("test", ""))).isEqualTo("null");
  }

  @Test
  void showsTheStandardLibrary() {
    assertThat(playground.answer("{\"ask\":\"packs\"}"))
        .contains("\"std/capabilities\":{", "\"std/capabilities/big-four\":\"");
  }

  @Test
  void refusesWhatIsNotInTheProtocol() {
    assertThatIllegalArgumentException().isThrownBy(() -> playground.answer("{"));
    assertThatIllegalArgumentException().isThrownBy(() -> playground.answer("[]"));
    assertThatIllegalArgumentException().isThrownBy(() -> playground.answer("{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> playground.answer("{\"ask\":\"dance\"}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> playground.answer("{\"ask\":\"check\",\"rules\":[\"a.bylaw\"]}"))
        .withMessageContaining("a.bylaw");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> playground.answer("{\"ask\":\"check\",\"rules\":[1]}"));
  }

  private void hold(String rules) {
    playground.hold("a.bylaw", rules);
    playground.hold("m.yaml", MANIFEST);
  }

  private String check() {
    return playground.answer(request("check", ""));
  }

  private static String request(String ask, String more) {
    return "{\"ask\":\""
        + ask
        + "\","
        + more
        + "\"today\":\"2026-11-23\",\"rules\":[\"a.bylaw\"],\"manifests\":[\"m.yaml\"]}";
  }
}
