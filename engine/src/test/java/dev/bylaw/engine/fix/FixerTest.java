package dev.bylaw.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an edit looks like in texts that random layouts do not reach, and when there is none. */
class FixerTest {
  private static final Mending PRIVILEGED =
      Mending.by(
          "rule a { deny securityContext.privileged fix set securityContext.privileged to false }");
  private static final Mending DROP =
      Mending.by("rule a { require drop contains ALL fix add ALL to drop }");
  private static final Mending ADD =
      Mending.by("rule a { deny add contains any of [BPF, CHOWN] fix remove matched from add }");

  private static String pod(String container) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n" + container;
  }

  private static void mends(Mending rule, String before, String after) {
    Fixed fixed = rule.fix(pod(before));
    assertThat(fixed.withheld()).isEmpty();
    assertThat(fixed.text()).isEqualTo(pod(after));
  }

  private static void refuses(Mending rule, String text, String reason) {
    Fixed fixed = rule.fix(text);
    assertThat(fixed.text()).isEqualTo(text);
    assertThat(fixed.mended()).isEmpty();
    assertThat(fixed.withheld())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.reason()).contains(reason));
  }

  @Test
  void keepsTheQuotesOfAValue() {
    Mending policy =
        Mending.by("rule a { deny imagePullPolicy == Never fix set imagePullPolicy to Always }");
    mends(
        policy,
        "  - {name: a, imagePullPolicy: \"Never\"}\n",
        "  - {name: a, imagePullPolicy: \"Always\"}\n");
    mends(
        policy,
        "  - {name: a, imagePullPolicy: 'Never'}\n",
        "  - {name: a, imagePullPolicy: 'Always'}\n");
  }

  @Test
  void quotesWhatWouldNotBeAStringWithoutQuotes() {
    Mending group =
        Mending.by(
            "rule a { for any resource require labels[\"on\"] is present fix set labels[\"on\"] to"
                + " \"yes\" }");
    assertThat(group.fix("apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n").text())
        .isEqualTo(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n    \"on\": \"yes\"\n");
  }

  @Test
  void keepsAByteOrderMarkThatIsLeft() {
    Mending policy = Mending.by("rule a { for pod deny hostNetwork fix remove hostNetwork }");
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {hostNetwork: true}\n";
    assertThat(policy.fix("\ufeff" + pod + "---\n\ufeff" + pod).text())
        .isEqualTo(("\ufeff" + pod + "---\n\ufeff" + pod).replace("{hostNetwork: true}", "{}"));
  }

  @Test
  void writesWhereNothingIsWritten() {
    mends(
        DROP,
        "  - name: a\n    securityContext: # later\n",
        "  - name: a\n    securityContext: # later\n      capabilities:\n        drop: [ALL]\n");
    mends(
        DROP,
        "  - name: a\n    securityContext: ~\n",
        "  - name: a\n    securityContext: {capabilities: {drop: [ALL]}}\n");
    mends(
        DROP,
        "  - {name: a, securityContext: {capabilities: {drop: }}}\n",
        "  - {name: a, securityContext: {capabilities: {drop: [ALL] }}}\n");
  }

  @Test
  void takesAwayAllOfAList() {
    mends(
        ADD,
        """
          - name: a
            securityContext:
              capabilities:
                add: # two
                - BPF # one
                # between
                - CHOWN
        """
            .stripTrailing(),
        """
          - name: a
            securityContext:
              capabilities:
                add: [] # two
                # between
        """
            .stripTrailing());
  }

  @Test
  void keepsWhatFollowsABlockOfText() {
    mends(
        DROP,
        """
          - name: a
            args:
            - |
              text

            # end
          - {name: b, securityContext: {capabilities: {drop: [all]}}}
        """,
        """
          - name: a
            args:
            - |
              text
            securityContext:
              capabilities:
                drop: [ALL]

            # end
          - {name: b, securityContext: {capabilities: {drop: [all]}}}
        """);
  }

  @Test
  void writesJsonIntoJson() {
    String text =
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"name\":\"a\"}]}}";
    assertThat(DROP.fix(text).text())
        .isEqualTo(
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"name\":\"a\","
                + "\"securityContext\":{\"capabilities\":{\"drop\":[\"ALL\"]}}}]}}");
  }

  @Test
  void mendsTheItemsOfAList() {
    String text =
        """
        kind: List
        apiVersion: v1
        items:
        - apiVersion: v1
          kind: Pod
          spec:
            containers:
            - {name: a}
        """;
    assertThat(DROP.fix(text).text())
        .isEqualTo(
            text.replace("{name: a}", "{name: a, securityContext: {capabilities: {drop: [ALL]}}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - {name: a, securityContext: &x {privileged: true}}              | anchor
          - &x {name: a, securityContext: {privileged: true}}              | anchor
          - {name: a, env: &x [], securityContext: {privileged: &y true}}  | anchor
          - {name: a, securityContext: {privileged: true}, tty: "{{ .x }}"} | template
          """)
  void refusesWhatItWouldChangeElsewhere(String container, String reason) {
    refuses(PRIVILEGED, pod("  " + container + "\n"), reason);
  }

  @Test
  void refusesAnAliasAndAMerge() {
    String base = "x: &x {privileged: true}\n";
    refuses(PRIVILEGED, base + pod("  - {name: a, securityContext: *x}\n"), "alias");
    refuses(PRIVILEGED, base + pod("  - {name: a, securityContext: {<<: *x}}\n"), "merge");
    refuses(DROP, base + pod("  - {name: a, securityContext: {<<: *x}}\n"), "merge");
  }

  @Test
  void withholdsWhatDoesNotMend() {
    refuses(
        Mending.by("rule a { deny hostNetwork fix set hostPID to false }"),
        pod("  - {name: a}\n  hostNetwork: true\n"),
        "still find");
    refuses(
        Mending.by(
            "rule a { deny hostNetwork fix set hostNetwork to false }\n"
                + "rule b { for pod require hostNetwork is absent or hostNetwork == true }"),
        pod("  - {name: a}\n  hostNetwork: true\n"),
        "would then find");
  }

  @Test
  void mendsOneWhereAnotherCannotStand() {
    Mending two =
        Mending.by(
            """
            rule a { deny hostNetwork fix set hostPID to false }
            rule b { deny securityContext.privileged fix set securityContext.privileged to false }
            """);
    Fixed fixed =
        two.fix(pod("  - {name: a, securityContext: {privileged: true}}\n  hostNetwork: true\n"));
    assertThat(fixed.text())
        .isEqualTo(
            pod("  - {name: a, securityContext: {privileged: false}}\n  hostNetwork: true\n"));
    assertThat(fixed.withheld()).hasSize(1);
  }
}
