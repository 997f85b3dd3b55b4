package dev.bylaw.cli;

import dev.bylaw.cli.config.Configuration;
import dev.bylaw.cli.config.ConfigurationFile;
import dev.bylaw.cli.config.Origin;
import dev.bylaw.cli.config.Setting;
import dev.bylaw.cli.input.Scope;
import dev.bylaw.cli.rules.Levels;
import dev.bylaw.cli.rules.Selection;
import dev.bylaw.cli.rules.SettingOptions;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What a run is told: by its command line, else by the configuration, else by nobody. An option
 * takes the place of the setting, also where both are lists; but for {@code --crd}, which adds
 * definitions, and {@code --param}, which sets one parameter and leaves the others.
 */
final class Effective {
  private final ParseResult arguments;
  private final Configuration configuration;
  private final List<Written> given;

  private Effective(ParseResult arguments, Configuration configuration, List<Written> given) {
    this.arguments = arguments;
    this.configuration = configuration;
    this.given = given;
  }

  /** The options that choose the configuration. */
  static void options(CommandSpec model) {
    model.addOption(Arguments.one("--config"));
    model.addOption(Arguments.flag("--no-config"));
  }

  /** What these arguments mean here. */
  static Effective of(ParseResult arguments, Session session) {
    String named = Arguments.value(arguments, "--config");
    boolean none = arguments.hasMatchedOption("--no-config");
    if (named != null && none) {
      throw new UsageError("`--config` and `--no-config` contradict each other", null);
    }
    return of(
        arguments,
        none
            ? Configuration.NONE
            : named == null
                ? ConfigurationFile.nearest(session)
                : ConfigurationFile.named(named, session));
  }

  /** What these arguments mean wherever they are given. */
  static Effective unconfigured(ParseResult arguments) {
    return of(arguments, Configuration.NONE);
  }

  private static Effective of(ParseResult arguments, Configuration configuration) {
    List<String> rules = Arguments.values(arguments, "--rules");
    return new Effective(arguments, configuration, Written.options("--rules", rules));
  }

  /** The same with rules that the command line names otherwise than by {@code --rules}. */
  Effective with(List<Written> rules) {
    return new Effective(
        arguments, configuration, Stream.concat(given.stream(), rules.stream()).toList());
  }

  ParseResult arguments() {
    return arguments;
  }

  Configuration configuration() {
    return configuration;
  }

  /** Files, directories and standard packs; none if nobody names any. */
  Setting<List<Written>> rules() {
    if (otherRules()) {
      return Setting.option("--rules", given);
    }
    return list(configuration.rules());
  }

  /** Whether other rules are checked than those that the configuration was written for. */
  private boolean otherRules() {
    return !given.isEmpty();
  }

  /** A version; empty means the newest. */
  Setting<Optional<String>> kubernetes() {
    return one("--kubernetes", Function.identity(), configuration.kubernetes());
  }

  /** What runs the containers; empty if it may be any. */
  Setting<Optional<ContainerRuntime>> runtime() {
    return one(
        "--runtime",
        word -> Arguments.choice("--runtime", word, ContainerRuntime.class),
        configuration.runtime());
  }

  /** Where known findings are written down. */
  Setting<Optional<Written>> baseline() {
    return one("--baseline", file -> Written.option("--baseline", file), configuration.baseline());
  }

  /** The least severity that fails the run; empty if none does. */
  Setting<Optional<Severity>> failOn() {
    Setting<Optional<Severity>> standard = Setting.standard(Optional.of(Severity.LOW));
    Setting<Optional<Severity>> configured = configuration.failOn();
    String word = Arguments.value(arguments, "--fail-on");
    return word != null
        ? Setting.option("--fail-on", severity(word))
        : configured == null ? standard : configured;
  }

  private static Optional<Severity> severity(String word) {
    if (word.equals("never")) {
      return Optional.empty();
    }
    Severity severity = Severity.parse(word.toLowerCase(Locale.ROOT));
    if (severity == null) {
      throw new UsageError(
          "`--fail-on` cannot be `" + word + "`",
          "it is one of low, medium, high, critical, never");
    }
    return Optional.of(severity);
  }

  /** Definitions of custom kinds: those of the configuration, then those of the command line. */
  List<Written> definitions() {
    return Stream.concat(
            configuration.definitions().stream(),
            Written.options("--crd", Arguments.values(arguments, "--crd")).stream())
        .toList();
  }

  /** Values of parameters, those of the command line first. */
  List<Settings.Parameter> parameters() {
    List<Settings.Parameter> all = new ArrayList<>();
    Arguments.values(arguments, "--param")
        .forEach(value -> all.add(SettingOptions.parameter(value)));
    List<Settings.Parameter> chosen = List.copyOf(all);
    for (Settings.Parameter parameter : configuration.parameters()) {
      if (chosen.stream().noneMatch(other -> isSame(other, parameter))) {
        all.add(otherRules() ? parameter.asOptional() : parameter);
      }
    }
    return all;
  }

  private static boolean isSame(Settings.Parameter one, Settings.Parameter other) {
    return one.name().equals(other.name()) && pack(one).equals(pack(other));
  }

  private static String pack(Settings.Parameter parameter) {
    String pack = parameter.pack();
    return pack.startsWith("std/") ? pack.substring(4) : pack;
  }

  /** Who sets a parameter. */
  Origin origin(Settings.Parameter parameter) {
    boolean configured =
        configuration.parameters().stream()
            .anyMatch(other -> other.place().equals(parameter.place()));
    return configured ? new Origin.File(parameter.place()) : new Origin.Option("--param");
  }

  /** Patterns of the rules that may not be waived inside a manifest. */
  List<String> locked() {
    return configuration.locked().stream().map(Written::text).toList();
  }

  /** Which rules the run uses, and how bad they are. */
  Selection selection() {
    return new Selection(
        Arguments.values(arguments, "--only"),
        Arguments.values(arguments, "--skip"),
        new Levels(configuration.levels(), configuration.locked(), !otherRules()));
  }

  /** Which files are manifests where none is named. */
  Scope scope() {
    Path file = configuration.file();
    List<String> apart = new ArrayList<>();
    if (file != null) {
      apart.add(file.toString());
    }
    baseline().value().ifPresent(baseline -> apart.add(baseline.text()));
    return new Scope(
        file == null ? Path.of("") : file.resolveSibling(""),
        include(List.of()).value(),
        exclude().value(),
        apart);
  }

  /** Patterns of what is checked; paths of the command line take their place. */
  Setting<List<Written>> include(List<String> paths) {
    return paths.isEmpty()
        ? list(configuration.include())
        : Setting.option("PATH", Written.options("PATH", paths));
  }

  /** Patterns of what no search finds. */
  Setting<List<Written>> exclude() {
    return list(configuration.exclude());
  }

  private static Setting<List<Written>> list(@Nullable Setting<List<Written>> setting) {
    return setting == null ? Setting.standard(List.of()) : setting;
  }

  private <T> Setting<Optional<T>> one(
      String option, Function<String, T> parse, @Nullable Setting<T> configured) {
    String value = Arguments.value(arguments, option);
    if (value != null) {
      return Setting.option(option, Optional.of(parse.apply(value)));
    }
    return configured == null
        ? Setting.standard(Optional.empty())
        : new Setting<>(Optional.of(configured.value()), configured.origin());
  }
}
