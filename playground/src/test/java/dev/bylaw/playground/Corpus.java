package dev.bylaw.playground;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The engine's cases as exchanges: rules that are compiled, rules that are evaluated, definitions
 * of custom kinds and documents of every sort; and each evaluation once more with a byte order
 * mark, with CR LF, and with characters beyond the basic plane and tabs in comments.
 */
final class Corpus {
  private static final Path ENGINE = Path.of("../engine/src/test");
  private static final Path CASES = ENGINE.resolve("cases");

  /** Starts another file in a case that needs several: the rest of the line is its name. */
  private static final String NEXT_FILE = "#--- ";

  /** For cases that have rules only, and for manifests that have none. */
  private static final Map<String, String> ANY_RULE =
      Map.of("any.bylaw", "rule labelled {\n  for any resource\n  require kind == \"Pod\"\n}\n");

  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<String, String> library = new TreeMap<>();
  private final Map<String, String> workloads = new TreeMap<>();

  private Corpus() {}

  static List<Exchange> all() throws IOException {
    Corpus corpus = new Corpus();
    for (Path file : files(CASES.resolve("library"), ".bylaw")) {
      corpus.library.put("std/" + file.getFileName().toString().replace(".bylaw", ""), text(file));
    }
    for (Path file : files(Path.of("src/test/manifests"), ".yaml")) {
      corpus.workloads.put(file.getFileName().toString(), text(file));
    }
    corpus.evaluations();
    for (Path rules : files(Path.of("src/main/gallery"), "rules.bylaw")) {
      Path manifest = rules.resolveSibling("manifest.yaml");
      corpus.add(
          "gallery/" + rules.getName(rules.getNameCount() - 2),
          sources(rules),
          Map.of("manifest.yaml", text(manifest)));
    }
    for (String topic : List.of("check", "example")) {
      for (Path file : files(CASES.resolve(topic), ".bylaw")) {
        Map<String, String> manifests = new LinkedHashMap<>(corpus.workloads);
        Path definitions = file.resolveSibling("definitions.yaml");
        if (Files.exists(definitions)) {
          manifests.put("definitions.yaml", text(definitions));
        }
        corpus.add(CASES.relativize(file).toString(), sources(file), manifests);
      }
    }
    for (Path folder : List.of(CASES.resolve("definitions"), ENGINE.resolve("resources/yaml"))) {
      for (Path file : files(folder, ".yaml")) {
        String name = file.getFileName().toString();
        corpus.add("documents/" + name, ANY_RULE, Map.of(name, text(file)));
      }
    }
    corpus.exchanges.addAll(Tables.in(CASES.resolve("tables")));
    corpus.characters();
    corpus.budget();
    return corpus.exchanges;
  }

  /** The last input that the budget is enough for, and the first that is stopped. */
  private void budget() {
    int most = Runaway.mostVolumes();
    Map<String, String> slow = Map.of("slow.bylaw", Runaway.RULE);
    for (int volumes : List.of(most, most + 1)) {
      Map<String, String> pod = Map.of("pod.yaml", Runaway.pod(volumes));
      exchanges.add(Exchange.check("budget/" + volumes + " volumes", slow, pod));
    }
    Map<String, String> doubling = Map.of("doubling.bylaw", Runaway.doubling(40));
    exchanges.add(Exchange.check("budget/doubling", doubling, Map.of("pod.yaml", Runaway.pod(1))));
  }

  /** The tables of RE2/J are translated as texts: a class of each sort, over many scripts. */
  private void characters() {
    List<String> classes =
        List.of("L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "N", "Nd", "Nl", "No", "P", "Ps");
    List<String> scripts =
        List.of(
            "Greek", "Cyrillic", "Han", "Arabic", "Hebrew", "Thai", "Hangul", "Latin", "Common");
    List<String> patterns = new ArrayList<>(List.of("(?i)straße", "(?i)ΟΔΟΣ", "(?i)k", "\\pZ"));
    Stream.concat(classes.stream(), scripts.stream())
        .forEach(name -> patterns.addAll(List.of("^\\p{" + name + "}+$", "\\P{" + name + "}")));
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < patterns.size(); i++) {
      rules
          .append(
              "rule r" + i + " {\n  for any resource\n  deny metadata.annotations[\"t\"] matches /")
          .append(patterns.get(i))
          .append("/\n}\n");
    }
    StringBuilder documents = new StringBuilder();
    for (String text :
        List.of(
            "STRASSE", "straße", "οδος", "ΟΔΟΣ", "K", "привет", "漢字", "שלום", "مرحبا", "ไทย", "한글",
            "ǅ", "ʰ", "é", "e\u0301", "٣", "Ⅷ", "½", "𐐀", "𝔘", "😀", "(", "_", " ", "a1")) {
      documents
          .append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, annotations: {t: \"")
          .append(text)
          .append("\"}}\n");
    }
    exchanges.add(
        Exchange.check(
            "characters",
            Map.of("characters.bylaw", rules.toString()),
            Map.of("texts.yaml", documents.toString())));
  }

  private void evaluations() throws IOException {
    for (Path policy : files(CASES.resolve("eval"), "policy.bylaw")) {
      Map<String, String> manifests = new TreeMap<>();
      try (Stream<Path> beside = Files.list(policy.resolveSibling(""))) {
        for (Path file : beside.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.startsWith("manifest") || name.equals("definitions.yaml")) {
            manifests.put(name, text(file));
          }
        }
      }
      String name = CASES.relativize(policy.resolveSibling("")).toString();
      Map<String, String> rules = sources(policy);
      add(name, rules, manifests);
      add(name + " with a byte order mark", rules, changed(manifests, text -> "\ufeff" + text));
      add(
          name + " with CR LF",
          changed(rules, text -> text.replace("\n", "\r\n")),
          changed(manifests, text -> text.replace("\n", "\r\n")));
      add(
          name + " with astral characters and tabs",
          changed(
              rules,
              text -> text.replace("{\n", "{ # \ud83d\udc19\t\ud83e\uddd1\u200d\ud83d\ude80\n")),
          changed(
              manifests,
              text ->
                  text.replace("metadata:\n", "metadata:\t# \ud83d\udc19\n")
                      .replace("\nkind:", "\n# \ud835\udd4f\t\n\nkind:")));
    }
  }

  private static Map<String, String> changed(
      Map<String, String> files, UnaryOperator<String> change) {
    Map<String, String> changed = new LinkedHashMap<>();
    files.forEach((name, text) -> changed.put(name, change.apply(text)));
    return changed;
  }

  private void add(String name, Map<String, String> rules, Map<String, String> manifests) {
    exchanges.add(Exchange.of(name, rules, manifests, library, ids(rules)));
  }

  /**
   * The rules to explain: the first few of those that compile without what the manifests define.
   */
  private List<String> ids(Map<String, String> rules) {
    Map<String, List<Source>> packs = new LinkedHashMap<>();
    library.forEach((name, text) -> packs.put(name, List.of(new Source(name, text))));
    List<Source> sources = new ArrayList<>();
    rules.forEach((name, text) -> sources.add(new Source(name, text)));
    CheckedPolicy policy =
        Compiler.compile(sources, packs, Schema.of(KubernetesVersion.newest())).result();
    return policy.rules().stream().map(CheckedRule::id).limit(3).toList();
  }

  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** What is not UTF-8 is read as a browser reads it. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static Map<String, String> sources(Path file) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    String name = file.getFileName().toString();
    StringBuilder text = new StringBuilder();
    for (String line : text(file).split("(?<=\n)", -1)) {
      if (line.startsWith(NEXT_FILE)) {
        sources.put(name, text.toString());
        name = line.substring(NEXT_FILE.length()).strip();
        text.setLength(0);
      } else {
        text.append(line);
      }
    }
    sources.put(name, text.toString());
    return sources;
  }
}
