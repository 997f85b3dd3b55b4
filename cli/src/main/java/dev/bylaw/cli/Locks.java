package dev.bylaw.cli;

import dev.bylaw.cli.input.Glob;
import dev.bylaw.cli.rules.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.ParseResult;

/** The rules that no comment of a manifest may waive: tests their ids. */
final class Locks implements Predicate<String> {
  private final List<String> option;
  private final List<Glob> patterns = new ArrayList<>();

  private Locks(List<String> option, List<String> configured) {
    this.option = option;
    option.forEach(pattern -> patterns.add(new Glob(pattern)));
    configured.forEach(pattern -> patterns.add(new Glob(pattern)));
  }

  /** Those of the command line, and those of the configuration. */
  static Locks of(ParseResult arguments, Effective effective) {
    return new Locks(Arguments.values(arguments, "--locked"), effective.locked());
  }

  /**
   * Refuses an option that would have no effect.
   *
   * @throws UsageError if one names none of the rules
   */
  void require(List<String> ids) {
    option.forEach(pattern -> Selection.require("--locked", pattern, ids));
  }

  @Override
  public boolean test(String id) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(id));
  }
}
