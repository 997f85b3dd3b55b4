package dev.bylaw.cli;

import dev.bylaw.cli.input.Glob;
import dev.bylaw.cli.rules.SettingOptions;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code bylaw test} was told.
 *
 * @param only patterns of names of tests; empty means every test
 * @param minCoverage in percent; null if any will do
 * @param minScore in percent; null if any will do
 * @param params values of parameters; those of the configuration are for checks
 * @param definitions files of custom kinds
 * @param kubernetes null means the newest version
 * @param runtime what runs the containers; null if it may be any
 */
record TestOptions(
    List<String> paths,
    List<String> only,
    List<Target> targets,
    boolean coverage,
    @Nullable Integer minCoverage,
    boolean mutate,
    @Nullable Integer minScore,
    List<Settings.Parameter> params,
    List<Written> definitions,
    @Nullable String kubernetes,
    @Nullable ContainerRuntime runtime,
    boolean quiet,
    ColorChoice color) {

  /** The forms in which a run of tests is told. */
  enum Form {
    TEXT,
    JSON,
    JUNIT
  }

  /** A report, and the file it goes to; null is standard output. */
  record Target(Form form, @Nullable String file) {
    static Target parse(String value) {
      int equals = value.indexOf('=');
      String form = equals < 0 ? value : value.substring(0, equals);
      String file = equals < 0 ? null : value.substring(equals + 1);
      if (file != null && file.isEmpty()) {
        throw new UsageError("`--format " + value + "` names no file", null);
      }
      return new Target(Arguments.choice("--format", form, Form.class), file);
    }
  }

  static CommandSpec model() {
    CommandSpec model = Arguments.model("test");
    model.addOption(Arguments.many("--only"));
    model.addOption(Arguments.many("--format"));
    model.addOption(Arguments.many("--param"));
    model.addOption(Arguments.many("--crd"));
    for (String option :
        List.of("--min-coverage", "--min-score", "--kubernetes", "--runtime", "--color")) {
      model.addOption(Arguments.one(option));
    }
    for (String option : List.of("--coverage", "--mutate", "--quiet")) {
      model.addOption(Arguments.flag(option));
    }
    Effective.options(model);
    model.addPositional(Arguments.positional("PATH"));
    return model.addOption(Arguments.help());
  }

  static TestOptions read(ParseResult arguments, Session session) {
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    if (paths.isEmpty()) {
      throw new UsageError(
          "there is nothing to test",
          "name a rule file, a directory of them, or a standard pack such as std/capabilities");
    }
    Effective effective = Effective.of(arguments, session);
    Integer minCoverage = percent(arguments, "--min-coverage");
    Integer minScore = percent(arguments, "--min-score");
    return new TestOptions(
        paths,
        Arguments.values(arguments, "--only"),
        targets(Arguments.values(arguments, "--format")),
        arguments.hasMatchedOption("--coverage") || minCoverage != null,
        minCoverage,
        arguments.hasMatchedOption("--mutate") || minScore != null,
        minScore,
        Arguments.values(arguments, "--param").stream().map(SettingOptions::parameter).toList(),
        effective.definitions(),
        effective.kubernetes().value().orElse(null),
        effective.runtime().value().orElse(null),
        arguments.hasMatchedOption("--quiet"),
        Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO));
  }

  private static @Nullable Integer percent(ParseResult arguments, String option) {
    String value = Arguments.value(arguments, option);
    if (value == null) {
      return null;
    }
    String digits = value.endsWith("%") ? value.substring(0, value.length() - 1) : value;
    boolean number =
        !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(Character::isDigit);
    if (!number || Integer.parseInt(digits) > 100) {
      throw new UsageError(
          "`" + option + "` cannot be `" + value + "`", "it is a percentage from 0 to 100");
    }
    return Integer.valueOf(digits);
  }

  /** Standard output always gets exactly one report, text unless another is asked for. */
  private static List<Target> targets(List<String> values) {
    List<Target> targets = new ArrayList<>(values.stream().map(Target::parse).toList());
    List<Target> toStdout = targets.stream().filter(target -> target.file() == null).toList();
    if (toStdout.size() > 1) {
      String second = toStdout.get(1).form().name().toLowerCase(Locale.ROOT);
      throw new UsageError(
          "two reports would go to standard output",
          "name a file for one of them: `--format " + second + "=FILE`");
    }
    if (toStdout.isEmpty()) {
      targets.addFirst(new Target(Form.TEXT, null));
    }
    return List.copyOf(targets);
  }

  boolean wants(String test) {
    return only.isEmpty() || only.stream().anyMatch(pattern -> new Glob(pattern).matches(test));
  }
}
