package dev.bylaw.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Pod Security packs say of each recorded Pod, for every version, what the admission plugin
 * said of it. How the record was made tells {@code docs/pod-security.md}.
 */
class PodSecurityTest {
  private static final int NEWEST = 37;
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());
  private static final List<RecordedPod> PODS = recorded();

  /**
   * A Pod with what admission says of it.
   *
   * @param text as it is recorded
   * @param manifests the Pod by itself, and as the template of a Job
   * @param broken for each level the versions at which the verdict changes, with the rules that are
   *     broken from there on
   */
  private record RecordedPod(
      String text,
      List<Manifest> manifests,
      Map<String, NavigableMap<Integer, Set<String>>> broken) {
    Set<String> broken(String level, int minor) {
      return Objects.requireNonNull(broken.get(level)).floorEntry(minor).getValue();
    }
  }

  private static List<RecordedPod> recorded() {
    List<String> lines;
    try (InputStream in = PodSecurityTest.class.getResourceAsStream("pod-security.txt")) {
      lines =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    List<RecordedPod> pods = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 3) {
      pods.add(
          new RecordedPod(
              lines.get(i),
              manifests(lines.get(i)),
              Map.of(
                  "baseline", verdicts(lines.get(i + 1), "baseline"),
                  "restricted", verdicts(lines.get(i + 2), "restricted"))));
    }
    return pods;
  }

  private static List<Manifest> manifests(String pod) {
    String template = "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"spec\":{\"template\":";
    String text = "---\n" + pod + "\n---\n" + template + pod + "}}";
    List<Manifest> manifests = new ArrayList<>();
    try {
      new ManifestReader(Limits.DEFAULT)
          .read(
              "pod.yaml",
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
              manifests::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(manifests).hasSize(2);
    return manifests;
  }

  private static NavigableMap<Integer, Set<String>> verdicts(String line, String level) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    assertThat(words.getFirst()).isEqualTo(level);
    NavigableMap<Integer, Set<String>> verdicts = new TreeMap<>();
    for (String word : words.subList(1, words.size())) {
      if (word.startsWith("v1.")) {
        verdicts.put(Integer.parseInt(word.substring(3)), new TreeSet<>());
      } else {
        verdicts.lastEntry().getValue().add("pod-security-" + word);
      }
    }
    return verdicts;
  }

  static Stream<Arguments> levelsAndVersions() {
    return Stream.of("baseline", "restricted")
        .flatMap(level ->
            IntStream.rangeClosed(0, NEWEST).mapToObj(minor -> Arguments.of(level, minor)));
  }

  @ParameterizedTest(name = "{0} v1.{1}")
  @MethodSource("levelsAndVersions")
  void saysWhatAdmissionSays(String level, int minor) {
    Evaluator evaluator = new Evaluator(Planner.plan(policy(level, "v1." + minor), SCHEMA));
    for (RecordedPod pod : PODS) {
      for (Manifest manifest : pod.manifests()) {
        Set<String> broken =
            evaluator.evaluate(manifest).findings().stream()
                .map(Finding::ruleId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).as(pod.text()).isEqualTo(pod.broken(level, minor));
      }
    }
  }

  @Test
  void theRecordHoldsEveryRule() {
    for (String level : List.of("baseline", "restricted")) {
      Set<String> recorded =
          PODS.stream()
              .flatMap(pod -> Objects.requireNonNull(pod.broken().get(level)).values().stream())
              .flatMap(Set::stream)
              .collect(Collectors.toSet());
      Set<String> rules =
          policy(level, "v1." + NEWEST).rules().stream()
              .map(rule -> rule.id())
              .collect(Collectors.toSet());
      assertThat(recorded).isEqualTo(rules);
    }
    assertThat(PODS).anyMatch(pod -> pod.broken("restricted", NEWEST).isEmpty());
  }

  private static CheckedPolicy policy(String level, String version) {
    String pack = "pod-security-" + level;
    Map<String, List<Source>> library =
        StandardLibrary.packs().stream()
            .filter(name -> name.startsWith("pod-security-"))
            .collect(Collectors.toMap(name -> "std/" + name, StandardLibrary::sources));
    Source asked = new Source("asked", pack + "@" + version);
    Settings settings =
        new Settings(
            List.of(),
            List.of(
                new Settings.PackVersion(
                    pack, version, new Span(asked, 0, asked.text().length()))));
    Staged<CheckedPolicy> compiled =
        Compiler.compile(StandardLibrary.sources(pack), library, SCHEMA, settings);
    assertThat(compiled.diagnostics()).noneMatch(Diagnostic::isError);
    return compiled.result();
  }
}
