package dev.bylaw.cli;

import dev.bylaw.cli.config.Level;
import dev.bylaw.cli.config.Origin;
import dev.bylaw.cli.config.Setting;
import dev.bylaw.cli.config.SettingList;
import dev.bylaw.cli.config.SettingList.Row;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.report.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw config}: what a check with the same arguments would be told, and by whom. */
final class ConfigVerb implements Verb {
  /** The forms in which the list can be told. */
  enum ListFormat {
    TEXT,
    JSON
  }

  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("config");
    for (String option : List.of("--rules", "--param", "--crd")) {
      model.addOption(Arguments.many(option));
    }
    for (String option :
        List.of("--kubernetes", "--runtime", "--fail-on", "--baseline", "--format", "--color")) {
      model.addOption(Arguments.one(option));
    }
    Effective.options(model);
    model.addOption(Arguments.flag("--schema"));
    model.addPositional(Arguments.positional("PATH"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    ListFormat format = Arguments.choice(arguments, "--format", ListFormat.class, ListFormat.TEXT);
    if (arguments.hasMatchedOption("--schema")) {
      session.out().print(Bylaw.resource("schema/bylaw.schema.json"));
      return ExitCode.OK;
    }
    Effective effective = Effective.of(arguments, session);
    Path file = effective.configuration().file();
    SettingList list =
        new SettingList(
            file == null ? null : session.nameOf(file),
            rows(effective, arguments.matchedPositionalValue(0, List.<String>of())));
    session
        .out()
        .print(
            switch (format) {
              case TEXT -> list.text();
              case JSON -> list.json();
            });
    return ExitCode.OK;
  }

  private static List<Row> rows(Effective effective, List<String> paths) {
    List<Row> rows = new ArrayList<>();
    Setting<List<Written>> rules = effective.rules();
    rows.add(
        Row.list(
            "rules",
            rules.value().isEmpty() ? List.of("std/recommended") : texts(rules.value()),
            rules.origin()));
    rows.add(row("kubernetes", effective.kubernetes(), version -> version, "the newest"));
    rows.add(row("runtime", effective.runtime(), r -> r.name().toLowerCase(Locale.ROOT), "any"));
    for (Written definition : effective.definitions()) {
      rows.add(Row.of("crd", definition.text(), origin(definition, "--crd")));
    }
    Setting<List<Written>> include = effective.include(paths);
    rows.add(Row.list("inputs.include", texts(include.value()), include.origin()));
    Setting<List<Written>> exclude = effective.exclude();
    rows.add(Row.list("inputs.exclude", texts(exclude.value()), exclude.origin()));
    Setting<Optional<Severity>> failOn = effective.failOn();
    rows.add(
        Row.of("fail-on", failOn.value().map(Severity::word).orElse("never"), failOn.origin()));
    for (Level level : effective.configuration().levels()) {
      Written rule = level.rules();
      rows.add(Row.of("levels." + rule.text(), level.word(), new Origin.File(rule.place())));
    }
    for (Settings.Parameter parameter : effective.parameters()) {
      rows.add(parameter(parameter, effective.origin(parameter)));
    }
    for (Written rule : effective.configuration().locked()) {
      rows.add(Row.of("locked", rule.text(), new Origin.File(rule.place())));
    }
    rows.add(row("baseline", effective.baseline(), Written::text, "none"));
    return rows;
  }

  private static <T> Row row(
      String name, Setting<Optional<T>> setting, Function<T, String> text, String unset) {
    return setting
        .value()
        .map(value -> Row.of(name, text.apply(value), setting.origin()))
        .orElse(Row.unset(name, unset, setting.origin()));
  }

  private static Row parameter(Settings.Parameter parameter, Origin origin) {
    String name = "params." + parameter.pack() + "." + parameter.name();
    return parameter.value() instanceof Node.Sequence list
        ? Row.list(name, list.items().stream().map(ConfigVerb::text).toList(), origin)
        : Row.of(name, text(parameter.value()), origin);
  }

  private static String text(Node value) {
    return value instanceof Node.Text text ? text.value() : value.span().text();
  }

  private static Origin origin(Written written, String option) {
    return written.configured() ? new Origin.File(written.place()) : new Origin.Option(option);
  }

  private static List<String> texts(List<Written> written) {
    return written.stream().map(Written::text).toList();
  }
}
