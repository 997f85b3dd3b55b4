package dev.bylaw.cli;

import dev.bylaw.cli.explain.ErrorPages;
import dev.bylaw.cli.explain.SubjectFilter;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code bylaw explain} was told.
 *
 * @param names rules and codes; with {@code rule} the paths of manifests
 * @param rule the rule whose verdict is to be explained, or null
 * @param withStandard whether the standard packs are meant too, as where the command line names no
 *     rules
 * @param params values of parameters
 * @param definitions files with definitions of custom kinds
 * @param subject the only subject that is wanted, or null
 * @param locks which rules may not be waived inside a manifest
 * @param runtime what runs the containers; null if it may be any
 */
record ExplainOptions(
    List<String> names,
    @Nullable String rule,
    @Nullable SubjectFilter subject,
    List<Written> rules,
    boolean withStandard,
    List<Settings.Parameter> params,
    List<Written> definitions,
    @Nullable String kubernetes,
    Locks locks,
    @Nullable ContainerRuntime runtime,
    PageFormat format,
    ColorChoice color) {
  /** The forms in which a page can be told. */
  enum PageFormat {
    TEXT,
    JSON
  }

  static CommandSpec model() {
    CommandSpec model = Arguments.model("explain");
    model.addOption(Arguments.many("--rules"));
    model.addOption(Arguments.many("--param"));
    model.addOption(Arguments.many("--crd"));
    model.addOption(Arguments.many("--locked"));
    for (String option :
        List.of("--rule", "--for", "--kubernetes", "--runtime", "--format", "--color")) {
      model.addOption(Arguments.one(option));
    }
    Effective.options(model);
    model.addOption(Arguments.help());
    return model.addPositional(Arguments.positional("NAME"));
  }

  static ExplainOptions read(ParseResult arguments, Session session) {
    List<String> names = arguments.matchedPositionalValue(0, List.<String>of());
    String rule = Arguments.value(arguments, "--rule");
    String subject = Arguments.value(arguments, "--for");
    if (names.isEmpty()) {
      throw rule == null
          ? new UsageError(
              "there is nothing to explain",
              "name a rule or an error code, or a manifest with `--rule RULE`")
          : new UsageError(
              "there is no manifest to explain the rule by",
              "name a file, a directory, or - for standard input; the rule's page is `bylaw explain"
                  + " "
                  + rule
                  + "`");
    }
    if (subject != null && rule == null) {
      throw new UsageError("`--for` needs a `--rule`", null);
    }
    boolean codes = rule == null && names.stream().allMatch(ErrorPages::isCode);
    Effective effective =
        codes ? Effective.unconfigured(arguments) : Effective.of(arguments, session);
    return new ExplainOptions(
        names,
        rule,
        subject == null ? null : SubjectFilter.parse(subject),
        effective.rules().value(),
        !arguments.hasMatchedOption("--rules"),
        effective.parameters(),
        effective.definitions(),
        effective.kubernetes().value().orElse(null),
        Locks.of(arguments, effective),
        effective.runtime().value().orElse(null),
        Arguments.choice(arguments, "--format", PageFormat.class, PageFormat.TEXT),
        Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO));
  }
}
