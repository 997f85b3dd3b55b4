package dev.bylaw.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Source;
import dev.bylaw.stdlib.StandardLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever was asked before an edit, what is answered after it is what it is without a before. */
class EditsTest {
  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p, labels: {app: x}}
      spec:
        hostNetwork: true
        containers:
        - name: c
          image: bad.example/a:latest
          securityContext: {capabilities: {add: [SYS_ADMIN]}}
      """;

  private static final String WORDS =
      """
      pack acme
      let bad = "bad.example/**"
      define foreign for container = image like bad
      """;

  private static final String RULES =
      """
      pack acme

      ## Nothing from there.
      rule foreign-image {
        for container
        deny foreign
        message "{image} is foreign"
      }
      rule latest {
        for container
        deny image.tag == "latest"
      }
      define loud for pod = hostNetwork
      rule loud-pod {
        for pod
        deny loud
      }
      test "loud" {
        given \"""
          apiVersion: v1
          kind: Pod
          metadata: {name: p}
          spec: {hostNetwork: true, containers: [{name: c, image: a}]}
          \"""
        expect loud-pod violated
      }
      """;

  private final Map<String, String> files =
      new LinkedHashMap<>(Map.of("a.bylaw", WORDS, "b.bylaw", RULES));
  private final Map<Integer, Playground> lasting = new LinkedHashMap<>();

  @Test
  void aRuleIsEdited() {
    same();
    edit("b.bylaw", "\"latest\"", "\"old\"");
    edit("b.bylaw", "\"old\"", "\"latest\"");
    edit("b.bylaw", "image.tag == \"latest\"", "image.tagg == \"latest\"");
    edit("b.bylaw", "image.tagg", "image.tag");
  }

  @Test
  void placesFollowWhatIsWrittenAboveAndBelow() {
    same();
    edit("b.bylaw", "rule latest", "# more\n\nrule latest");
    edit("b.bylaw", "# more\n\n", "");
    edit("b.bylaw", "pack acme\n", "pack acme # here\n");
    edit("b.bylaw", "expect loud-pod violated\n}\n", "expect loud-pod violated\n}\n# below\n");
    edit("b.bylaw", "  deny loud", "     deny loud");
    edit("b.bylaw", "rule loud-pod {\n", "rule loud-pod { ");
  }

  @Test
  void aWordOfAnotherFileIsEditedRenamedAndTakenAway() {
    same();
    edit("a.bylaw", "bad.example/**", "good.example/**");
    edit("a.bylaw", "let bad", "let worse");
    edit("a.bylaw", "like bad", "like worse");
    edit("a.bylaw", "define foreign", "define strange");
    edit("b.bylaw", "deny foreign", "deny strange");
    edit("a.bylaw", "define strange for container", "define strange for pod");
    edit("a.bylaw", "define strange for pod = image like worse", "");
  }

  @Test
  void aFieldIsHiddenByANewWord() {
    same();
    edit("a.bylaw", "let bad", "define image for container = hostNetwork\nlet bad");
  }

  /** It is said where the first rule uses it, and must be said for the second without the first. */
  @Test
  void whatIsWrongWithAWordIsSaidOfWhateverRuleIsLeft() {
    files.put("a.bylaw", WORDS.replace("image like", "imaeg like"));
    same();
    edit("b.bylaw", "deny image.tag == \"latest\"", "deny foreign or image.tag == \"latest\"");
    edit("b.bylaw", "deny foreign\n", "deny image.name == \"x\"\n");
    edit("a.bylaw", "imaeg", "image");
    edit("b.bylaw", "deny foreign or ", "deny ");
  }

  @Test
  void whatIsUsedNoMoreIsTold() {
    same();
    edit("b.bylaw", "deny loud", "deny hostNetwork");
    edit("b.bylaw", "define loud for pod = hostNetwork\n", "");
    edit("b.bylaw", "deny foreign", "deny image.name == \"x\"");
  }

  @Test
  void rulesThatSayTheSameOrLessAreTold() {
    same();
    edit("b.bylaw", "deny image.tag == \"latest\"", "deny foreign and image.tag == \"latest\"");
    edit("b.bylaw", "deny foreign and image.tag == \"latest\"", "deny foreign");
    edit("b.bylaw", "deny foreign\n}", "deny foreign or image.tag == \"latest\"\n}");
    edit("b.bylaw", "rule latest", "rule foreign-image");
  }

  @Test
  void importsChange() {
    files.put("a.bylaw", "pack mine\nuse acme\nrule r {\n  for container\n  deny foreign\n}\n");
    files.put("b.bylaw", WORDS + "rule s {\n  for container\n  deny foreign\n}\n");
    same();
    edit("a.bylaw", "use acme\n", "");
    edit("a.bylaw", "pack mine\n", "pack mine\nuse acme\n");
    edit("b.bylaw", "pack acme", "pack acne");
    edit("a.bylaw", "use acme", "use acne");
    edit("a.bylaw", "use acne", "include acne");
    edit("a.bylaw", "include acne", "include std/host");
    edit("a.bylaw", "include std/host", "use std/host\nuse acne");
  }

  @Test
  void filesOfOneTextAndOfAnotherOrder() {
    files.put("a.bylaw", RULES.replace("pack acme", "pack one"));
    files.put("b.bylaw", RULES.replace("pack acme", "pack one"));
    same();
    files.put("b.bylaw", RULES.replace("pack acme", "pack two"));
    same();
    String first = files.remove("a.bylaw");
    same();
    files.put("a.bylaw", first);
    same();
  }

  @Test
  void kindsAreDefined() {
    files.put("b.bylaw", "rule g {\n  for Gadget\n  deny spec.size > 3\n}\n");
    same();
    files.put(
        "m.yaml",
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
            schema:
              openAPIV3Schema:
                type: object
                properties: {spec: {type: object, properties: {size: {type: integer}}}}
        ---
        apiVersion: acme.io/v1
        kind: Gadget
        metadata: {name: g}
        spec: {size: 4}
        """);
    same();
    edit("m.yaml", "size: {type: integer}", "size: {type: string}");
  }

  /** Lines go, are doubled and change places, in the rules of the standard library. */
  @Test
  void anyEdits() {
    Random random = new Random(11);
    for (String pack : List.of("capabilities", "host", "images")) {
      files.clear();
      for (Source source : StandardLibrary.sources(pack)) {
        files.put(source.name().replace('/', '-') + ".bylaw", source.text());
      }
      List<String> names = List.copyOf(files.keySet());
      for (int edit = 0; edit < 8; edit++) {
        String name = names.get(random.nextInt(names.size()));
        String before = files.get(name);
        files.put(name, edited(before == null ? "" : before, random));
        same();
        if (edit % 2 == 0) {
          files.put(name, before == null ? "" : before);
          same();
        }
      }
    }
  }

  private static String edited(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    String taken = lines.remove(line);
    switch (random.nextInt(5)) {
      case 0 -> lines.add(random.nextInt(lines.size() + 1), taken);
      case 1 -> lines.addAll(line, List.of(taken, taken));
      case 2 -> lines.add(line, taken + " # said");
      case 3 -> lines.add(line, taken.replace("container", "pod").replace("a", "e"));
      default -> {}
    }
    return String.join("\n", lines) + "\n";
  }

  private void edit(String name, String before, String after) {
    String text = files.getOrDefault(name, "");
    assertThat(text).contains(before);
    files.put(name, text.replace(before, after));
    same();
  }

  /** With budgets of which some are not enough: what was remembered must take what it took. */
  private void same() {
    for (int most : List.of(3_000_000, 40_000, 12_000)) {
      Playground known = lasting.computeIfAbsent(most, Playground::new);
      Playground fresh = new Playground(most);
      for (Playground one : List.of(known, fresh)) {
        files.forEach(one::hold);
        one.hold("m.yaml", files.getOrDefault("m.yaml", MANIFEST));
      }
      for (String asked : asked()) {
        assertThat(known.answer(asked)).isEqualTo(fresh.answer(asked));
      }
    }
  }

  private List<String> asked() {
    List<String> names = new ArrayList<>(files.keySet());
    names.remove("m.yaml");
    String rules = "\"" + String.join("\",\"", names) + "\"";
    String rest =
        ",\"rules\":["
            + rules
            + "],\"manifests\":[\"m.yaml\"],\"today\":\"2026-11-24\",\"version\":\"1\"";
    return List.of(
        "{\"ask\":\"check\"" + rest + "}",
        "{\"ask\":\"test\"" + rest + "}",
        "{\"ask\":\"why\",\"rule\":\"acme/foreign-image\"" + rest + "}",
        "{\"ask\":\"output\",\"format\":\"text\"" + rest + "}",
        "{\"ask\":\"output\",\"format\":\"sarif\"" + rest + "}");
  }
}
