package dev.bylaw.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.policy.Value;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCodeTest {
  private static final Map<String, List<String>> PACKS = Map.of("all", List.of("a/deny", "a/when"));

  @TempDir private Path folder;

  @Test
  void whatWasWrittenMakesThePolicyAgain() throws Exception {
    CheckedPolicy policy = Everything.policy();
    String code = PolicyCode.of("written", "Rules", policy, PACKS);

    CheckedPolicy made = compiled(code, "all");

    assertThat(PolicyCode.of("written", "Rules", made, PACKS)).isEqualTo(code);
    assertThat(made.accesses()).isEqualTo(policy.accesses());
    for (int i = 0; i < policy.rules().size(); i++) {
      CheckedRule before = policy.rules().get(i);
      CheckedRule after = made.rules().get(i);
      assertThat(after.id()).isEqualTo(before.id());
      assertThat(ConditionText.of(after.condition()))
          .isEqualTo(ConditionText.of(before.condition()));
      assertThat(after.clause().text()).isEqualTo(before.clause().text());
      assertThat(after.clause().from().line()).isEqualTo(3);
      assertThat(after.documentation()).isEmpty();
    }
  }

  @Test
  void everyRecordIsInTheExample() {
    String code = PolicyCode.of("written", "Rules", Everything.policy(), PACKS);
    for (Class<?> family :
        List.of(
            Condition.class,
            Condition.Leaf.class,
            Value.class,
            Access.Root.class,
            Access.Step.class,
            CheckedRule.CheckedFix.class,
            CheckedRule.Message.Part.class,
            Node.class)) {
      for (Class<?> record : family.getPermittedSubclasses()) {
        if (record != Node.Mapping.class && record.isRecord()) {
          Class<?> holder = record.getEnclosingClass();
          assertThat(code).contains(holder.getSimpleName() + "." + record.getSimpleName());
        }
      }
    }
  }

  @Test
  void anUnknownPackIsNull() throws Exception {
    String code = PolicyCode.of("written", "Rules", Everything.policy(), PACKS);
    assertThat(made(code, "other")).isNull();
  }

  @Test
  void waiversAreNotLeftOutInSilence() {
    CheckedPolicy policy = Everything.policy();
    CheckedWaiver waiver =
        new CheckedWaiver(
            "a/deny",
            "Pod",
            null,
            "*",
            null,
            "",
            "",
            "2027-01-01",
            policy.rules().getFirst().clause());
    CheckedPolicy waived =
        new CheckedPolicy(policy.rules(), policy.accesses(), List.of(waiver), List.of());
    assertThatThrownBy(() -> PolicyCode.of("written", "Rules", waived, PACKS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private CheckedPolicy compiled(String code, String pack) throws Exception {
    return (CheckedPolicy) java.util.Objects.requireNonNull(made(code, pack));
  }

  private @org.jspecify.annotations.Nullable Object made(String code, String pack)
      throws Exception {
    Path file = folder.resolve("Rules.java");
    write(file, code);
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), "-cp", path, file.toString());
    assertThat(failed).isZero();
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      return loader.loadClass("written.Rules").getMethod("policy", String.class).invoke(null, pack);
    }
  }

  private static void write(Path file, String code) throws IOException {
    Files.writeString(file, code);
  }
}
