package dev.bylaw.cli.config;

import dev.bylaw.cli.Written;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code bylaw.yaml} says; null is what it says nothing of.
 *
 * @param file null if there is no configuration
 * @param rules files, directories and standard packs
 * @param include patterns of the files to check where the command line names none
 * @param exclude patterns of the files that no search finds
 * @param failOn the least severity that fails a run; empty if none does
 * @param locked patterns of rules that a manifest may not waive
 * @param definitions files and directories with the definitions of custom kinds
 */
public record Configuration(
    @Nullable Path file,
    @Nullable Setting<List<Written>> rules,
    @Nullable Setting<String> kubernetes,
    @Nullable Setting<ContainerRuntime> runtime,
    @Nullable Setting<List<Written>> include,
    @Nullable Setting<List<Written>> exclude,
    @Nullable Setting<Optional<Severity>> failOn,
    List<Level> levels,
    List<Settings.Parameter> parameters,
    List<Written> locked,
    List<Written> definitions,
    @Nullable Setting<Written> baseline) {

  /** No configuration. */
  public static final Configuration NONE =
      new Configuration(
          null, null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(),
          null);

  public Configuration {
    levels = List.copyOf(levels);
    parameters = List.copyOf(parameters);
    locked = List.copyOf(locked);
    definitions = List.copyOf(definitions);
  }
}
