package dev.bylaw.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No rule and no manifest makes the engine throw: the cases with some of their words astray. */
class AnyTextPropertyTest {
  private static final Path CASES = Path.of("src/test/cases");
  private static final List<String> RULES = texts(".bylaw");
  private static final List<String> MANIFESTS = texts(".yaml");
  private static final List<Plan> PLANS =
      RULES.stream()
          .map(text -> Run.compile(List.of(new Source("rules.bylaw", text))))
          .filter(staged -> staged.diagnostics().isEmpty())
          .map(staged -> Run.plan(staged.result()))
          .toList();

  private static List<String> texts(String ending) {
    try (Stream<Path> files = Files.walk(CASES)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(seed = "20261123", tries = 2000)
  void anyRulesEndInAPolicyOrInErrors(@ForAll("rules") String text) {
    Source source = new Source("rules.bylaw", text);
    Staged<CheckedPolicy> staged = Run.compile(List.of(source));
    for (Diagnostic diagnostic : staged.diagnostics()) {
      assertThat(diagnostic.primary().span().source()).isSameAs(source);
      assertThat(diagnostic.primary().span().end()).isLessThanOrEqualTo(text.length());
      assertThat(diagnostic.message()).isNotBlank();
    }
    if (!staged.hasErrors()) {
      Run.findings(Run.plan(staged.result()), MANIFESTS.get(text.length() % MANIFESTS.size()));
    }
  }

  @Property(seed = "20261123", tries = 200)
  void anyManifestEndsInFindings(@ForAll("manifests") String text) {
    for (Plan plan : PLANS) {
      Set<String> fingerprints = new HashSet<>();
      for (Finding finding : Run.findings(plan, text)) {
        assertThat(finding.span().end()).isLessThanOrEqualTo(text.length());
        assertThat(finding.message()).isNotBlank();
        assertThat(fingerprints.add(finding.fingerprint()))
            .as("its fingerprint is its own")
            .isTrue();
      }
    }
  }

  @Provide
  Arbitrary<String> rules() {
    return astray(
        RULES, List.of("{", "}", "[", "]", "(", ")", "not", "any", "\"x\"", "3", "1Gi", "."));
  }

  @Provide
  Arbitrary<String> manifests() {
    return astray(
        MANIFESTS,
        List.of("null", "[]", "{}", "5", "text", "\"\"", "yes", "-", ":", "1Gi", "[null]"));
  }

  /** A text in which some words are gone, or have changed places, or have become others. */
  private static Arbitrary<String> astray(List<String> texts, List<String> others) {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000_000);
    Arbitrary<int[]> change =
        Combinators.combine(any, any, any).as((a, b, c) -> new int[] {a, b, c});
    return Combinators.combine(Arbitraries.of(texts), change.list().ofMinSize(1).ofMaxSize(4))
        .as((text, changes) -> changed(text, changes, others));
  }

  private static String changed(String text, List<int[]> changes, List<String> others) {
    List<String> words = new ArrayList<>(List.of(text.split("(?<=[^\\w.\"-])|(?=[^\\w.\"-])", -1)));
    for (int[] change : changes) {
      int at = change[0] % words.size();
      int other = change[1] % words.size();
      switch (change[2] % 4) {
        case 0 -> words.set(at, "");
        case 1 -> {
          String word = words.get(at);
          words.set(at, words.get(other));
          words.set(other, word);
        }
        case 2 -> words.set(at, words.get(other));
        default -> words.set(at, others.get(change[1] % others.size()));
      }
    }
    return String.join("", words);
  }
}
