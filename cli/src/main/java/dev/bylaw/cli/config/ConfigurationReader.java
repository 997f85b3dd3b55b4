package dev.bylaw.cli.config;

import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.Written;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.manifest.DataReader;
import dev.bylaw.engine.manifest.ManifestCode;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.Suggestion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code bylaw.yaml} with the reader of manifests: that one is loaded anyway, keeps the
 * place of every value and bounds what aliases may cost, and a second YAML library would add a
 * fifth to the time of a small check.
 */
final class ConfigurationReader {
  private static final String STANDARD = "std/";
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::word).toList();

  private final Path file;
  private final Session session;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Values values = new Values(diagnostics);
  private final List<Level> levels = new ArrayList<>();
  private final List<Settings.Parameter> parameters = new ArrayList<>();
  private @Nullable Setting<List<Written>> rules;
  private @Nullable Setting<String> kubernetes;
  private @Nullable Setting<ContainerRuntime> runtime;
  private @Nullable Setting<List<Written>> include;
  private @Nullable Setting<List<Written>> exclude;
  private @Nullable Setting<Optional<Severity>> failOn;
  private List<Written> locked = List.of();
  private List<Written> definitions = List.of();
  private @Nullable Setting<Written> baseline;

  private ConfigurationReader(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  /** The configuration; with an error it is not to be used. */
  static Staged<Configuration> read(Source source, Path file, Session session) {
    ConfigurationReader reader = new ConfigurationReader(file, session);
    reader.document(source);
    return new Staged<>(reader.configuration(), reader.diagnostics);
  }

  private Configuration configuration() {
    return new Configuration(
        file,
        rules,
        kubernetes,
        runtime,
        include,
        exclude,
        failOn,
        levels,
        parameters,
        locked,
        definitions,
        baseline);
  }

  private void document(Source source) {
    Staged<List<Node>> read = DataReader.onlyYaml(source);
    read.diagnostics().forEach(fault -> diagnostics.add(strict(fault)));
    if (read.hasErrors()) {
      return;
    }
    if (read.result().isEmpty() || read.result().getFirst() instanceof Node.Null) {
      values.refuse(
          CliCode.NO_CONFIGURATION,
          new Span(source, 0, 0),
          "this configuration is empty",
          "`version: 1` is one that sets nothing");
    } else if (!(read.result().getFirst() instanceof Node.Mapping map)) {
      Node root = read.result().getFirst();
      values.refuse(
          CliCode.NO_CONFIGURATION,
          root.span(),
          "a configuration is a map of settings, and this is " + root.described(),
          "begin with `version: 1`");
    } else {
      settings(map);
    }
  }

  /** What a manifest is warned of. */
  private static Diagnostic strict(Diagnostic fault) {
    if (fault.isError()) {
      return fault;
    }
    boolean twice = fault.code() == ManifestCode.DUPLICATE_KEY;
    return new Diagnostic(
        CliCode.SETTING_TWICE,
        twice ? "`" + fault.primary().span().text() + "` is set twice" : fault.message(),
        fault.primary(),
        fault.related(),
        fault.help(),
        List.of());
  }

  private void settings(Node.Mapping map) {
    for (Node.Entry entry : map.entries().values()) {
      Key key = Key.named(entry.key());
      if (key == null) {
        unknown(entry, "a configuration", Key.words());
      } else {
        setting(key, entry);
      }
    }
    if (map.get(Key.VERSION.word()) == null) {
      Span place =
          map.entries().isEmpty() ? map.span() : map.entries().values().iterator().next().keySpan();
      values.refuse(
          CliCode.BAD_SETTING,
          place,
          "the configuration does not say in which version it is written",
          "begin with `version: 1`");
    }
  }

  private void unknown(Node.Entry entry, String where, List<String> known) {
    values.refuse(
        CliCode.UNKNOWN_SETTING,
        entry.keySpan(),
        "there is no `" + entry.key() + "` in " + where,
        Suggestion.question(entry.key(), known, "there are " + String.join(", ", known)));
  }

  private void setting(Key key, Node.Entry entry) {
    switch (key) {
      case VERSION -> version(entry);
      case RULES -> {
        List<Written> named = new ArrayList<>();
        for (Node.Text text : values.texts(entry, "rules: [std/recommended, ./policies]")) {
          named.add(text.value().startsWith(STANDARD) ? written(text) : path(text));
        }
        rules = Setting.file(entry.keySpan(), named);
      }
      case KUBERNETES -> kubernetes(entry);
      case RUNTIME -> runtime(entry);
      case CRD -> definitions = paths(values.texts(entry, "crd: [crds/]"));
      case INPUTS -> inputs(entry);
      case FAIL_ON -> failOn(entry);
      case LEVELS -> values.entries(entry, "levels: {images/tag: off}").forEach(this::level);
      case PARAMS ->
          values
              .entries(entry, "params: {images-registry.registries: [registry.example.com/**]}")
              .forEach(this::parameter);
      case LOCKED ->
          locked =
              values.texts(entry, "locked: [capabilities/big-four]").stream()
                  .map(ConfigurationReader::written)
                  .toList();
      case BASELINE -> {
        Node.Text text =
            values.text(entry, entry.value(), "a file", "baseline: .bylaw-baseline.json");
        baseline = text == null ? null : Setting.file(entry.keySpan(), path(text));
      }
    }
  }

  private void version(Node.Entry entry) {
    boolean known =
        entry.value() instanceof Node.Numeral number
            && number.value().compareTo(Decimal.of(1)) == 0;
    if (!known) {
      values.refuse(
          CliCode.BAD_SETTING,
          entry.value() instanceof Node.Null ? entry.keySpan() : entry.value().span(),
          "this Bylaw reads version 1 of the configuration",
          "write `version: 1`");
    }
  }

  private void kubernetes(Node.Entry entry) {
    List<String> known =
        KubernetesVersion.supported().stream().map(KubernetesVersion::text).toList();
    if (entry.value() instanceof Node.Numeral number) {
      // 1.30 without quotes is 1.3 to whatever reads YAML.
      values.refuse(
          CliCode.BAD_SETTING,
          number.span(),
          "`kubernetes` takes a text, and this is a number",
          "put it in quotes: `kubernetes: \"" + number.span().text() + "\"`");
      return;
    }
    String word = values.word(entry, known);
    kubernetes = word == null ? null : Setting.file(entry.keySpan(), word);
  }

  private void runtime(Node.Entry entry) {
    List<ContainerRuntime> all = List.of(ContainerRuntime.values());
    List<String> words = all.stream().map(r -> r.name().toLowerCase(Locale.ROOT)).toList();
    String word = values.word(entry, words);
    runtime = word == null ? null : Setting.file(entry.keySpan(), all.get(words.indexOf(word)));
  }

  private void failOn(Node.Entry entry) {
    List<String> words = new ArrayList<>(SEVERITIES);
    words.add("never");
    String word = values.word(entry, words);
    if (word != null) {
      failOn = Setting.file(entry.keySpan(), Optional.ofNullable(Severity.parse(word)));
    }
  }

  private void inputs(Node.Entry inputs) {
    String example = "inputs: {include: [\"deploy/**\"]}";
    for (Node.Entry entry : values.entries(inputs, example)) {
      switch (entry.key()) {
        case "include" -> include = Setting.file(entry.keySpan(), patterns(entry));
        case "exclude" -> exclude = Setting.file(entry.keySpan(), patterns(entry));
        default -> unknown(entry, "`inputs`", List.of("include", "exclude"));
      }
    }
    if (include == null) {
      include = Setting.file(inputs.keySpan(), List.of(new Written("**", inputs.keySpan(), true)));
    }
  }

  private List<Written> patterns(Node.Entry entry) {
    List<Written> patterns = new ArrayList<>();
    for (Node.Text text : values.texts(entry, entry.key() + ": [\"deploy/**\"]")) {
      String why = PatternFault.of(text.value());
      if (why == null) {
        patterns.add(written(text));
      } else {
        values.refuse(
            CliCode.BAD_SETTING,
            text.span(),
            "`" + text.value() + "` is no pattern of files: " + why,
            "write for example `deploy/**` or `**/testdata/**`, as seen from this file");
      }
    }
    return patterns;
  }

  private void level(Node.Entry entry) {
    Written rule = new Written(entry.key(), entry.keySpan(), true);
    // `off` is how YAML 1.1, which Kubernetes reads, writes false.
    if (entry.value() instanceof Node.Bool(boolean on, Span _) && !on) {
      levels.add(new Level(rule, null));
      return;
    }
    List<String> words = new ArrayList<>(SEVERITIES);
    words.add("off");
    String word = values.word(entry, words);
    if (word != null) {
      levels.add(new Level(rule, Severity.parse(word)));
    }
  }

  private void parameter(Node.Entry entry) {
    int dot = entry.key().lastIndexOf('.');
    Node value = entry.value();
    boolean named = dot > 0 && dot + 1 < entry.key().length();
    if (!named) {
      values.refuse(
          CliCode.BAD_SETTING,
          entry.keySpan(),
          "`" + entry.key() + "` does not name a pack and a parameter",
          "write for example `params: {images-registry.registries: [registry.example.com/**]}`");
    } else if (value instanceof Node.Null || value instanceof Node.Mapping) {
      values.refuse(
          entry, value, "a value or a list of values", entry.key() + ": [registry.example.com/**]");
    } else {
      parameters.add(
          new Settings.Parameter(
              entry.key().substring(0, dot),
              entry.key().substring(dot + 1),
              entry.keySpan(),
              value));
    }
  }

  private static Written written(Node.Text text) {
    return new Written(text.value(), text.span(), true);
  }

  private List<Written> paths(List<Node.Text> texts) {
    return texts.stream().map(this::path).toList();
  }

  /** A path is seen from the file; what is done with it is seen from where the command runs. */
  private Written path(Node.Text text) {
    try {
      Path path = file.resolveSibling(text.value()).normalize();
      String name = Path.of(text.value()).isAbsolute() ? text.value() : session.nameOf(path);
      return new Written(name, text.span(), true);
    } catch (InvalidPathException e) {
      values.refuse(CliCode.BAD_SETTING, text.span(), "this cannot be the name of a file", null);
      return written(text);
    }
  }
}
