package dev.bylaw.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A finding keeps its fingerprint when everything around it moves, and loses it when it changes.
 */
class FingerprintPropertyTest {
  private static final Plan PLAN =
      Run.plan(
          new Source(
              "rules.bylaw",
              """
              pack a
              rule admin { deny add contains any of [SYS_ADMIN, NET_RAW] }
              rule tag { deny image.tag == "latest" }
              rule limits { require resources.limits.memory is present }
              rule wildcard { for Role  deny any r in rules: r.verbs contains "*" }
              """));

  /** A container; names differ, so that they are known again. */
  record Box(String name, String image, List<String> added) {}

  /** Objects of a file, and the verbs of a Role's rules, which have no names. */
  record Input(List<Box> boxes, List<List<String>> rules) {}

  @Property(seed = "20261123", tries = 300)
  void commentsBlankLinesAndOrderChangeNothing(
      @ForAll("inputs") Input input, @ForAll long seed, @ForAll boolean roleFirst) {
    List<String> before = fingerprints(text(input, false));
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>(input.boxes());
    List<List<String>> rules = new ArrayList<>(input.rules());
    Collections.shuffle(boxes, random);
    Collections.shuffle(rules, random);
    String moved = loosened(text(new Input(boxes, rules), roleFirst), random);
    assertThat(fingerprints(moved)).containsExactlyInAnyOrderElementsOf(before);
  }

  @Property(seed = "20261123", tries = 300)
  void anotherFindingHasAnotherFingerprint(@ForAll("inputs") Input input, @ForAll long seed) {
    List<String> before = fingerprints(text(input, false));
    List<Box> boxes = new ArrayList<>(input.boxes());
    int at = new Random(seed).nextInt(boxes.size());
    Box box = boxes.get(at);
    List<String> added = new ArrayList<>(box.added());
    added.add("SYS_ADMIN");
    boxes.set(at, new Box(box.name(), box.image(), added));
    List<String> after = fingerprints(text(new Input(boxes, input.rules()), false));
    assertThat(after).containsAll(before).hasSize(before.size() + 1).doesNotHaveDuplicates();
  }

  private static List<String> fingerprints(String text) {
    return Run.findings(PLAN, text).stream().map(Finding::fingerprint).toList();
  }

  private static String text(Input input, boolean roleFirst) {
    StringBuilder role =
        new StringBuilder(
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: r\nrules:\n");
    for (List<String> verbs : input.rules()) {
      role.append("- resources: [pods]\n  verbs: [\"").append(String.join("\", \"", verbs));
      role.append("\"]\n");
    }
    StringBuilder pod =
        new StringBuilder(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n");
    for (Box box : input.boxes()) {
      pod.append("  - name: ").append(box.name()).append("\n    image: ").append(box.image());
      pod.append("\n    securityContext:\n      capabilities:\n        add: [");
      pod.append(String.join(", ", box.added())).append("]\n");
    }
    return roleFirst ? role + "---\n" + pod : pod + "---\n" + role;
  }

  /** With blank lines and comments wherever they make no difference. */
  private static String loosened(String text, Random random) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (random.nextInt(3) == 0) {
        out.append("\n# a comment\n");
      }
      out.append(line).append(random.nextInt(4) == 0 ? " # why" : "").append('\n');
    }
    return out.toString();
  }

  @Provide
  Arbitrary<Input> inputs() {
    Arbitrary<String> images = Arbitraries.of("a:latest", "b:latest", "c:v1");
    Arbitrary<List<String>> added =
        Arbitraries.of("SYS_ADMIN", "NET_RAW", "CHOWN").list().ofMaxSize(3);
    Arbitrary<List<Box>> boxes =
        Arbitraries.of("one", "two", "three", "four")
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .flatMap(names ->
                Combinators.combine(
                        images.list().ofSize(names.size()), added.list().ofSize(names.size()))
                    .as((image, caps) -> boxes(names, image, caps)));
    Arbitrary<List<List<String>>> rules =
        Arbitraries.of("*", "get", "list").list().ofMinSize(1).ofMaxSize(2).list().ofMaxSize(3);
    return Combinators.combine(boxes, rules).as(Input::new);
  }

  private static List<Box> boxes(
      List<String> names, List<String> images, List<List<String>> added) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boxes.add(new Box(names.get(i), images.get(i), added.get(i)));
    }
    return boxes;
  }
}
