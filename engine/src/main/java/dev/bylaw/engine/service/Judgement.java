package dev.bylaw.engine.service;

import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.grammar.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * By what manifests are judged, as a run is told by its configuration.
 *
 * @param packs the files of standard packs whose rules are judged by, beside the workspace's own
 * @param isActive says of a rule file of the workspace, by its name, whether its rules and waivers
 *     are judged by; all of them are looked through for mistakes
 * @param settings values of parameters and versions of packs
 * @param selection leaves rules out, or gives them another severity
 * @param runtimes those that may run the containers
 * @param locked says of the id of a rule that no comment of a manifest may waive it
 * @param waivers the name of the rule file that new waivers are written to
 * @param today the day by which waivers expire, as {@code 2027-03-31}: the engine has no clock
 */
public record Judgement(
    List<Source> packs,
    Predicate<String> isActive,
    Settings settings,
    UnaryOperator<CheckedPolicy> selection,
    Set<ContainerRuntime> runtimes,
    Predicate<String> locked,
    String waivers,
    Supplier<String> today) {

  /** Where waivers are written if nobody says otherwise. */
  public static final String WAIVERS = "waivers.bylaw";

  /** By the workspace's own rules alone, on a day on which no waiver has expired. */
  static final Judgement NONE =
      new Judgement(
          List.of(),
          _ -> true,
          Settings.NONE,
          policy -> policy,
          ContainerRuntime.all(),
          _ -> false,
          WAIVERS,
          () -> "");

  public Judgement {
    packs = List.copyOf(packs);
    runtimes = Set.copyOf(runtimes);
  }

  /** The same with rules of other packs. */
  Judgement by(List<Source> others) {
    return new Judgement(others, isActive, settings, selection, runtimes, locked, waivers, today);
  }

  /** What is set for many runs may be meant for rules that are not here. */
  Settings lenient() {
    return new Settings(
        settings.parameters().stream().map(Settings.Parameter::asOptional).toList(),
        settings.versions());
  }
}
