package dev.bylaw.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule.Message.Part;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of parameters that come from outside: each type, from a text and from a data file. */
class SettingsTest {
  private static final String VERSIONED =
      """
      pack acme/base
      param version: version = v1.12
      rule r { for pod when version >= v1.8 deny hostPID }
      """;

  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  private static Staged<CheckedPolicy> compiled(String rules, Settings settings) {
    return Compiler.compile(List.of(new Source("p.bylaw", rules)), Map.of(), SCHEMA, settings);
  }

  private static Settings.Parameter setting(String name, String value) {
    Source source = new Source("settings", name + "=" + value);
    Span place = new Span(source, 0, name.length());
    Span written = new Span(source, name.length() + 1, source.text().length());
    return new Settings.Parameter("acme/base", name, place, new Node.Text(value, written));
  }

  private static Settings settings(Settings.Parameter... parameters) {
    return new Settings(List.of(parameters), List.of());
  }

  /** A pack whose only parameter is shown by a message, so that it is read as it is. */
  private static String pack(String type, String rest) {
    return "pack acme/base\nparam p: "
        + type
        + rest
        + "\nrule r { for pod deny hostPID message \"{p}\" }\n";
  }

  /** What the parameter holds, or else the message of the only error, with its place. */
  private static String read(String type, Node value) {
    Span place = new Span(value.span().source(), 0, 1);
    Staged<CheckedPolicy> staged =
        compiled(pack(type, ""), settings(new Settings.Parameter("acme/base", "p", place, value)));
    if (staged.hasErrors()) {
      Diagnostic only = staged.diagnostics().getFirst();
      assertThat(staged.diagnostics()).hasSize(1);
      return only.code().id() + " " + only.message() + " | " + only.help();
    }
    Part part =
        Objects.requireNonNull(staged.result().rules().getFirst().message()).parts().getFirst();
    Value shown = ((Part.Placeholder) part).value();
    return ConditionText.of(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "string | web | \"web\"",
        "string | \"a, b\" | \"a, b\"",
        "string | '' | \"\"",
        "string | \"\" | \"\"",
        "string | a=b.c | \"a=b.c\"",
        "string | [a] | \"[a]\"",
        "string | \"say \\\"hi\\\"\" | \"say \\\"hi\\\"\"",
        "string | 3 | \"3\"",
        "number | 3 | 3",
        "number | -1.5 | -1.5",
        "number | 1e3 | 1000",
        "integer | 3 | 3",
        "integer | 3.0 | 3",
        "boolean | true | true",
        "boolean | false | false",
        "quantity | 2Gi | 2147483648",
        "quantity | 500m | 0.5",
        "capability | cap_net_raw | \"NET_RAW\"",
        "capability | all | \"ALL\"",
        "image | nginx:1.27 | \"nginx:1.27\"",
        "duration | 1h30m | 5400s",
        "duration | -0.5s | -0.5s",
        "network | 10.0.0.0/8 | \"10.0.0.0/8\"",
        "network | ::1 | \"::1\"",
        "list of network | [10.0.0.0/8, \"fd00::/8\"] | [\"10.0.0.0/8\", \"fd00::/8\"]",
        "date | 2027-03-31 | \"2027-03-31\"",
        "regex | /[a-z]+\\/x/ | \"[a-z]+/x\"",
        "regex | [a-z]+ | \"[a-z]+\"",
        "version | v1.30 | \"v1.30\"",
        "list of string | a, b | [\"a\", \"b\"]",
        "list of string | [a, b] | [\"a\", \"b\"]",
        "list of string | [a, \"b, c\",] | [\"a\", \"b, c\"]",
        "list of string | one | [\"one\"]",
        "list of string | [] | []",
        "list of string | '' | []",
        "list of string | \"[x]\" | [\"[x]\"]",
        "list of integer | 1,2 | [1, 2]",
        "list of capability | [SYS_ADMIN, cap_chown] | [\"SYS_ADMIN\", \"CHOWN\"]",
      })
  void takesAValueOfItsType(String type, String written, String held) {
    assertThat(read(type, setting("p", written).value())).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "number | abc | BY0217 `abc` is not a number | `acme/base.p` takes a number",
        "number | '' | BY0217 `` is not a number | `acme/base.p` takes a number",
        "number | 2Gi | BY0217 `2Gi` is not a number | `acme/base.p` takes a number",
        "integer | 1.5 | BY0217 `1.5` is not a whole number | `acme/base.p` takes a whole number",
        "boolean | yes | BY0217 `yes` is not a boolean | `acme/base.p` takes a boolean",
        "quantity | 2Gb | BY0217 `2Gb` is not a quantity | `acme/base.p` takes a quantity",
        "capability | SYSADMIN | BY0217 `SYSADMIN` is not a capability | did you mean SYS_ADMIN?",
        "image | a:b:c | BY0217 `a:b:c` is not an image | `acme/base.p` takes an image",
        "duration | 30 | BY0217 `30` is not a duration | `acme/base.p` takes a duration",
        "duration | 7d | BY0217 `7d` is not a duration | `acme/base.p` takes a duration",
        "network | 10 | BY0217 `10` is not a network | `acme/base.p` takes a network",
        "network | 10.0.0.0/33 | BY0217 `10.0.0.0/33` is not a network | `acme/base.p` takes a"
            + " network",
        "network | 10.0.0.1/8 | BY0217 `10.0.0.1/8` is not a network | `acme/base.p` takes a"
            + " network",
        "date | 2027-02-29 | BY0217 `2027-02-29` is not a date | `acme/base.p` takes a date",
        "date | tomorrow | BY0217 `tomorrow` is not a date | `acme/base.p` takes a date",
        "regex | (a | BY0217 `(a` is not a regular expression | `acme/base.p` takes a regular"
            + " expression",
        "version | 1.30 | BY0218 `1.30` is no version of a pack | write for example v1.30",
        "version | v1.030 | BY0218 `v1.030` is no version of a pack | write for example v1.30",
        "version | latest | BY0218 `latest` is no version of a pack | write for example v1.30",
        "list of number | 1, x | BY0217 `x` is not a number | `acme/base.p` takes a list of"
            + " numbers",
        "list of number | [1,,2] | BY0217 `` is not a number | `acme/base.p` takes a list of"
            + " numbers",
        "list of integer | [1, 2 | BY0217 `[1, 2` is not a list of whole numbers | `acme/base.p`"
            + " takes a list of whole numbers",
        "list of string | 1] | BY0217 `1]` is not a list of strings | `acme/base.p` takes a list of"
            + " strings",
        "list of string | a, \"b | BY0217 `a, \"b` is not a list of strings | `acme/base.p` takes a"
            + " list of strings",
        "list of capability | [SYSADMIN] | BY0217 `SYSADMIN` is not a capability | did you mean"
            + " SYS_ADMIN?",
      })
  void refusesAValueOfAnotherType(String type, String written, String problem, String help) {
    assertThat(read(type, setting("p", written).value())).isEqualTo(problem + " | " + help);
  }

  @Test
  void takesWhatADataFileHolds() {
    Span span = new Span(new Source("bylaw.yaml", "3 true [a, b]"), 0, 1);
    Node three = new Node.Numeral(Decimal.of(3), span);
    Node yes = new Node.Bool(true, span);
    Node list = new Node.Sequence(List.of(new Node.Text("a, b", span), three), span);
    assertThat(read("number", three)).isEqualTo("3");
    assertThat(read("quantity", three)).isEqualTo("3");
    assertThat(read("string", three)).isEqualTo("\"3\"");
    assertThat(read("boolean", yes)).isEqualTo("true");
    assertThat(read("list of string", list)).isEqualTo("[\"a, b\", \"3\"]");
    assertThat(read("list of string", new Node.Sequence(List.of(), span))).isEqualTo("[]");
    assertThat(read("string", yes)).startsWith("BY0217");
    assertThat(read("boolean", three)).startsWith("BY0217");
    assertThat(read("string", list)).startsWith("BY0217");
    assertThat(read("string", new Node.Null(span))).startsWith("BY0217");
  }

  @Test
  void pointsAtTheElementThatIsWrong() {
    Staged<CheckedPolicy> staged =
        compiled(pack("list of number", " = [1]"), settings(setting("p", "[1,  two]")));
    assertThat(staged.diagnostics().getFirst().primary().span().text()).isEqualTo("two");
  }

  @Test
  void aWrongDefaultIsToldEvenIfAnotherValueIsGiven() {
    Staged<CheckedPolicy> staged =
        compiled(pack("number", " = \"3\""), settings(setting("p", "4")));
    assertThat(staged.diagnostics()).extracting(d -> d.code().id()).containsExactly("BY0301");
  }

  @Test
  void evaluatesAsIfTheValueWereWrittenThere() {
    String rules =
        "pack acme/base\nparam p: number = 0\nrule r { for Deployment deny spec.replicas < p }";
    assertThat(
            ConditionText.of(
                compiled(rules, settings(setting("p", "3")))
                    .result()
                    .rules()
                    .getFirst()
                    .condition()))
        .isEqualTo("resource.spec.replicas < 3 by acme/base.p");
    assertThat(compiled(rules, Settings.NONE).hasErrors()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1.12 | true",
        "v1.8 | true",
        "v1.7 | false",
        "v1.0 | false",
        "latest | true",
      })
  void rulesAskForTheVersion(String version, String ignored) {
    Span place = new Span(new Source("x", version), 0, version.length());
    Settings settings =
        new Settings(List.of(), List.of(new Settings.PackVersion("acme/base", version, place)));
    assertThat(compiled(VERSIONED, settings).diagnostics()).as(ignored).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"v1.13", "v2.0", "v0.9", "v1", "1.8", "newest", "v1.8.1", "''"})
  void refusesAVersionThatThePackDoesNotHave(String version) {
    Span place = new Span(new Source("x", version), 0, version.length());
    Settings settings =
        new Settings(List.of(), List.of(new Settings.PackVersion("acme/base", version, place)));
    assertThat(compiled(VERSIONED, settings).diagnostics())
        .extracting(d -> d.code().id())
        .containsExactly("BY0218");
  }

  @Test
  void refusesWhatIsNotThere() {
    Settings.Parameter other =
        new Settings.Parameter(
            "acme/bas", "p", setting("p", "1").place(), setting("p", "1").value());
    Staged<CheckedPolicy> staged =
        compiled(pack("number", " = 1"), settings(other, setting("q", "1")));
    assertThat(staged.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "no pack of this run is called `acme/bas`",
            "the pack `acme/base` has no parameter `q`");
    assertThat(staged.diagnostics())
        .extracting(Diagnostic::help)
        .containsExactly("did you mean `acme/base.p`?", "it has p");
  }

  @Test
  void refusesTwoValues() {
    Staged<CheckedPolicy> staged =
        compiled(pack("number", " = 1"), settings(setting("p", "1"), setting("p", "2")));
    assertThat(staged.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("`acme/base.p` is set already, to something else");
    assertThat(
            compiled(pack("number", " = 1"), settings(setting("p", "2"), setting("p", "2")))
                .diagnostics())
        .isEmpty();
  }
}
