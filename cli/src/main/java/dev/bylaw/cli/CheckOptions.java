package dev.bylaw.cli;

import dev.bylaw.cli.input.Scope;
import dev.bylaw.cli.rules.Selection;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code bylaw check} was told, by its command line and by the configuration.
 *
 * @param scope which files are meant where {@code paths} names none, and which never are
 * @param params values of parameters
 * @param definitions files and directories with the definitions of custom kinds
 * @param locks which rules may not be waived inside a manifest
 * @param failOn the least severity that fails the run; null if none does
 * @param kubernetes null means the newest version
 * @param runtime what runs the containers; null if it may be any
 * @param baseline the file of the findings that are known; null if there is none
 * @param changedSince the commit since which an object must have changed; null if it need not
 * @param jobs on how many threads files are read and evaluated
 */
record CheckOptions(
    List<String> paths,
    Scope scope,
    List<Written> rules,
    List<Settings.Parameter> params,
    List<Written> definitions,
    Selection selection,
    Locks locks,
    @Nullable String kubernetes,
    @Nullable ContainerRuntime runtime,
    @Nullable Severity failOn,
    @Nullable Written baseline,
    @Nullable String changedSince,
    int jobs,
    List<Target> targets,
    boolean allowEmpty,
    boolean quiet,
    ColorChoice color) {

  /** A report: its format, and the file it goes to; null is standard output. */
  record Target(Format format, @Nullable String file) {
    static Target parse(String value) {
      int equals = value.indexOf('=');
      if (equals < 0) {
        return new Target(Format.parse(value), null);
      }
      String file = value.substring(equals + 1);
      if (file.isEmpty()) {
        throw new UsageError("`--format " + value + "` names no file", null);
      }
      return new Target(Format.parse(value.substring(0, equals)), file);
    }
  }

  /** The same with another baseline, or none. */
  CheckOptions against(@Nullable Written other) {
    return new CheckOptions(
        paths,
        scope,
        rules,
        params,
        definitions,
        selection,
        locks,
        kubernetes,
        runtime,
        failOn,
        other,
        changedSince,
        jobs,
        targets,
        allowEmpty,
        quiet,
        color);
  }

  /** Whether a report holds the pages of rules, which a check has no need of. */
  boolean tellsOfRules() {
    return targets.stream().anyMatch(target -> target.format() == Format.SARIF);
  }

  static CommandSpec model() {
    CommandSpec model = Arguments.model("check");
    for (String option :
        List.of("--rules", "--param", "--crd", "--only", "--skip", "--locked", "--format")) {
      model.addOption(Arguments.many(option));
    }
    for (String option : List.of("--kubernetes", "--runtime", "--fail-on", "--color")) {
      model.addOption(Arguments.one(option));
    }
    for (String option : List.of("--baseline", "--changed-since", "--jobs")) {
      model.addOption(Arguments.one(option));
    }
    Effective.options(model);
    model.addOption(Arguments.flag("--allow-empty"));
    model.addOption(Arguments.flag("--quiet"));
    model.addOption(Arguments.help());
    model.addPositional(Arguments.positional("PATH"));
    return model;
  }

  static CheckOptions read(ParseResult arguments, Session session) {
    return of(
        Effective.of(arguments, session),
        arguments.matchedPositionalValue(0, List.<String>of()),
        targets(Arguments.values(arguments, "--format")));
  }

  /** What a verb checks that is told some of it as {@code bylaw check} is. */
  static CheckOptions of(Effective effective, List<String> paths, List<Target> targets) {
    ParseResult arguments = effective.arguments();
    return new CheckOptions(
        paths,
        effective.scope(),
        effective.rules().value(),
        effective.parameters(),
        effective.definitions(),
        effective.selection(),
        Locks.of(arguments, effective),
        effective.kubernetes().value().orElse(null),
        effective.runtime().value().orElse(null),
        effective.failOn().value().orElse(null),
        effective.baseline().value().orElse(null),
        Arguments.value(arguments, "--changed-since"),
        jobs(Arguments.value(arguments, "--jobs")),
        targets,
        arguments.hasMatchedOption("--allow-empty"),
        arguments.hasMatchedOption("--quiet"),
        Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO));
  }

  private static int jobs(@Nullable String value) {
    if (value == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    boolean number =
        !value.isEmpty() && value.length() <= 3 && value.chars().allMatch(Character::isDigit);
    if (!number || Integer.parseInt(value) == 0) {
      throw new UsageError("`--jobs` cannot be `" + value + "`", "it is a number from 1 to 999");
    }
    return Integer.parseInt(value);
  }

  /** Standard output always gets exactly one report, text unless another is asked for. */
  private static List<Target> targets(List<String> values) {
    List<Target> given = values.stream().map(Target::parse).toList();
    List<Target> toStdout = given.stream().filter(t -> t.file() == null).toList();
    if (toStdout.size() > 1) {
      String second = toStdout.get(1).format().name().toLowerCase(Locale.ROOT);
      throw new UsageError(
          "two reports would go to standard output",
          "name a file for one of them: `--format " + second + "=FILE`");
    }
    if (!toStdout.isEmpty()) {
      return given;
    }
    List<Target> all = new java.util.ArrayList<>(given);
    all.addFirst(new Target(Format.TEXT, null));
    return List.copyOf(all);
  }
}
