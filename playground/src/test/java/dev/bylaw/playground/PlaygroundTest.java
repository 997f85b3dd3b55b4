package dev.bylaw.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlaygroundTest {
  private static final String MANIFEST =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n";

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: gadgets.acme.io}
      spec:
        group: acme.io
        names: {kind: Gadget, plural: gadgets}
        scope: Namespaced
        versions:
        - name: v1
          served: true
          storage: true
          schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}
      """;

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
  void saysThatNothingWasChecked() {
    hold("deny hostNetwork");
    assertThat(check()).contains("\"checked\":true");
    playground.hold("m.yaml", "apiVersion: acme.io/v9\nkind: Gizmo\n");
    assertThat(check()).contains("\"checked\":false", "\"unknownKinds\":[\"acme.io/v9 Gizmo\"]");
  }

  @Test
  void mendsAManifestAndLeavesWhatItCannot() {
    hold("rule r {\n  for pod\n  deny hostNetwork\n  fix remove hostNetwork\n}\n");
    String pod = MANIFEST.replace("spec:\n", "spec:\n  hostNetwork: true\n");
    playground.hold("m.yaml", "\ufeff" + pod);
    assertThat(check()).contains("\"mendable\":true");
    String fix = request("fix", "\"file\":\"m.yaml\",");
    assertThat(playground.answer(fix)).contains("\ufeffapiVersion", "\"withheld\":[]");
    assertThat(playground.answer(fix)).doesNotContain("hostNetwork: true");
    hold("deny hostNetwrok");
    assertThat(playground.answer(fix)).isEqualTo("null");
  }

  @Test
  void mendsOneFindingAlone() {
    hold("rule r {\n  for pod\n  deny hostNetwork\n  fix remove hostNetwork\n}\n");
    String pod = MANIFEST.replace("spec:\n", "spec:\n  hostNetwork: true\n");
    playground.hold("m.yaml", pod + "---\n" + pod);
    List<String> fingerprints =
        Pattern.compile("\"fingerprint\":\"(\\w+)\"")
            .matcher(check())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(fingerprints).hasSize(2).doesNotHaveDuplicates();
    assertThat(mended(fingerprints.get(0))).isEqualTo(json(MANIFEST + "---\n" + pod));
    assertThat(mended(fingerprints.get(1))).isEqualTo(json(pod + "---\n" + MANIFEST));
    assertThat(mended("unheard of")).isEqualTo(json(pod + "---\n" + pod));
  }

  private String mended(String fingerprint) {
    String fix = "\"file\":\"m.yaml\",\"finding\":\"" + fingerprint + "\",";
    String answer = playground.answer(request("fix", fix));
    return answer.substring(answer.indexOf(':') + 1, answer.indexOf(",\"mended\""));
  }

  private static String json(String text) {
    return "\"" + text.replace("\n", "\\n") + "\"";
  }

  @Test
  void leavesWhatWouldBreakSomethingInAnotherFile() {
    playground.hold(
        "a.bylaw",
        """
        rule team {
          for Pod
          require labels["app"] == "web"
          fix set labels["app"] to "web"
        }
        rule reached {
          for Service
          require exists pod p where spec.selector selects p
        }
        """);
    playground.hold("m.yaml", MANIFEST.replace("name: p", "name: p, labels: {app: old}"));
    String fix =
        request("fix", "\"file\":\"m.yaml\",").replace("\"m.yaml\"]", "\"m.yaml\",\"s.yaml\"]");
    String service = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: %s}\n";
    playground.hold("s.yaml", service.formatted("{app: old}"));
    assertThat(playground.answer(fix))
        .contains("\"mended\":[]", "a/reached would then find in s.yaml: Service `s`", "app: old");
    playground.hold("s.yaml", service.formatted("{app: none}"));
    assertThat(playground.answer(fix)).contains("\"withheld\":[]", "app: web");
  }

  @Test
  void refusesAFormatThatItHasNot() {
    hold("deny hostNetwork");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> playground.answer(request("output", "\"format\":\"odf\",")))
        .withMessageContaining("odf");
  }

  @Test
  void completesFromTheSchema() {
    hold("deny hostN");
    assertThat(ask("complete", 1, 11)).contains("\"label\":\"hostNetwork\"", "\"column\":6");
    assertThat(ask("complete", 1, 1)).doesNotContain("hostNetwork");
    assertThat(playground.answer(asked("m.yaml", "complete", 1, 1)))
        .isEqualTo("{\"completions\":[]}");
  }

  @Test
  void completesKindsThatAManifestDefines() {
    hold("rule widgets {\n  for Gad\n}\n");
    playground.hold("m.yaml", DEFINITION);
    assertThat(ask("complete", 2, 10)).contains("\"label\":\"Gadget\"");
    playground.hold("m.yaml", MANIFEST);
    assertThat(ask("complete", 2, 10)).doesNotContain("Gadget");
  }

  @Test
  void explainsAWordAndSaysNothingOfABlank() {
    hold("deny hostNetwork   ");
    assertThat(ask("hover", 1, 7)).contains("a boolean", "\"endColumn\":17");
    assertThat(ask("hover", 1, 19)).isEqualTo("null");
    assertThat(ask("definition", 1, 7)).isEqualTo("null");
  }

  @Test
  void mendsRenamesAndLaysOut() {
    hold("deny hostNetwrok");
    assertThat(ask("actions", 1, 7)).contains("\"text\":\"hostNetwork\"");
    hold("let risky = [NET_RAW]\ndeny   add contains any of risky");
    assertThat(ask("definition", 2, 30)).contains("\"line\":1,\"column\":5");
    assertThat(ask("rename", 2, 30)).contains("\"line\":1", "\"line\":2", "\"refusal\":null");
    assertThat(ask("format", 2, 30)).contains("deny add contains any of risky");
    hold("deny hostNetwork\n");
    assertThat(ask("actions", 1, 7)).isEqualTo("{\"actions\":[]}");
    assertThat(ask("format", 1, 7)).isEqualTo("{\"edits\":[]}");
    assertThat(ask("rename", 1, 7)).doesNotContain("\"refusal\":null");
  }

  @Test
  void offersAWaiverAgainOnceAnotherHasExpired() {
    hold("pack shop\nrule host \"h\" {\n  for pod\n  deny hostNetwork\n}\n");
    String waived = "  hostNetwork: true # bylaw: allow shop/host until=%s -- the CNI\n";
    String place = "\"file\":\"m.yaml\",\"line\":6,\"column\":1,\"endLine\":6,\"endColumn\":40,";
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n\nspec:\n";
    playground.hold("m.yaml", pod + waived.formatted("2999-01-01"));
    assertThat(playground.answer(request("actions", place))).doesNotContain("for Pod p");
    playground.hold("m.yaml", pod + waived.formatted("2020-01-01"));
    assertThat(playground.answer(request("actions", place))).contains("for Pod p");
  }

  @Test
  void refusesAPlaceThatIsNone() {
    hold("deny hostNetwork");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> playground.answer(request("hover", "\"file\":\"a.bylaw\",")))
        .withMessageContaining("line");
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

  private String ask(String question, int line, int column) {
    return playground.answer(asked("a.bylaw", question, line, column));
  }

  private static String asked(String file, String question, int line, int column) {
    return request(
        question,
        """
        "file":"%1$s","to":"bad","line":%2$d,"column":%3$d,"endLine":%2$d,"endColumn":%3$d,
        """
            .formatted(file, line, column));
  }

  private static String request(String ask, String more) {
    return "{\"ask\":\""
        + ask
        + "\","
        + more
        + "\"today\":\"2026-11-23\",\"rules\":[\"a.bylaw\"],\"manifests\":[\"m.yaml\"]}";
  }
}
