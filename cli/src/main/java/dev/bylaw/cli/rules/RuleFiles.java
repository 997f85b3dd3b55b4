package dev.bylaw.cli.rules;

import dev.bylaw.cli.Nearest;
import dev.bylaw.cli.Pipeline;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Loads what {@code --rules} names: a file, the rule files of a directory, a standard pack. */
public final class RuleFiles {
  private static final String STANDARD = "std/";
  private static final String SUFFIX = ".bylaw";
  private static final List<String> DEFAULT = List.of("std/recommended");

  private final Session session;
  private final Pipeline pipeline;
  private final boolean withTests;
  private final List<Source> sources = new ArrayList<>();
  private final List<Settings.PackVersion> versions = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  private RuleFiles(Session session, Pipeline pipeline, boolean withTests) {
    this.session = session;
    this.pipeline = pipeline;
    this.withTests = withTests;
  }

  /**
   * Compiles the files of tests with the rules that stand beside them; nothing is taken where
   * nothing is named. Rules that they include from elsewhere come without their examples: these are
   * run where they are written.
   *
   * @param params values of parameters, as {@code PACK.NAME=VALUE}
   */
  public static Staged<CheckedPolicy> compileWithTests(
      List<String> arguments, List<String> params, Session session, Pipeline pipeline) {
    RuleFiles files = new RuleFiles(session, pipeline, true);
    arguments.forEach(files::add);
    Staged<CheckedPolicy> compiled = pipeline.compile(files.sources, files.settings(params));
    CheckedPolicy policy = compiled.result();
    return new Staged<>(
        new CheckedPolicy(
            policy.rules().stream().map(files::own).toList(),
            policy.accesses(),
            policy.waivers(),
            policy.tests()),
        compiled.diagnostics());
  }

  private CheckedRule own(CheckedRule rule) {
    return sources.contains(rule.clause().source()) ? rule : rule.withoutExamples();
  }

  /**
   * Compiles the rule files in the order of the arguments, each once. A standard pack on its own
   * may come compiled already; beside other files it may meet its like in one of them, and a
   * parameter may be set to something else.
   *
   * @param params values of parameters, as {@code PACK.NAME=VALUE}
   */
  public static Staged<CheckedPolicy> compile(
      List<String> arguments, List<String> params, Session session, Pipeline pipeline) {
    List<String> wanted = arguments.isEmpty() ? DEFAULT : arguments;
    if (wanted.size() == 1 && params.isEmpty() && wanted.getFirst().startsWith(STANDARD)) {
      CheckedPolicy compiled = pipeline.compiled(wanted.getFirst().substring(STANDARD.length()));
      if (compiled != null) {
        return new Staged<>(compiled, List.of());
      }
    }
    RuleFiles files = new RuleFiles(session, pipeline, false);
    wanted.forEach(files::add);
    return pipeline.compile(files.sources, files.settings(params));
  }

  private Settings settings(List<String> params) {
    return new Settings(params.stream().map(SettingOptions::parameter).toList(), versions);
  }

  /**
   * Whether a path that may name rules or manifests names rules: a standard pack, a rule file, or a
   * directory with one in it.
   */
  public static boolean areAt(String argument, Session session) {
    Path path = session.resolve(argument);
    if (argument.startsWith(STANDARD) || argument.endsWith(SUFFIX)) {
      return true;
    }
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.anyMatch(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Compiles the rule files from their text, with all that a page about a rule tells.
   *
   * @param params values of parameters, as {@code PACK.NAME=VALUE}
   * @param all where nothing is named, every standard pack is meant instead of the usual one
   */
  public static Staged<CheckedPolicy> compileWithPages(
      List<String> arguments,
      List<String> params,
      boolean all,
      Session session,
      Pipeline pipeline) {
    RuleFiles files = new RuleFiles(session, pipeline, false);
    List<String> unnamed = all ? pipeline.packs().stream().map(STANDARD::concat).toList() : DEFAULT;
    (arguments.isEmpty() ? unnamed : arguments).forEach(files::add);
    return pipeline.compile(files.sources, files.settings(params));
  }

  private void add(String argument) {
    Path path = session.resolve(argument);
    if (argument.startsWith(STANDARD)) {
      pack(argument);
    } else if (Files.isDirectory(path)) {
      directory(argument, path);
    } else {
      file(argument, path);
    }
  }

  private void pack(String argument) {
    int at = argument.indexOf('@');
    String written = at < 0 ? argument : argument.substring(0, at);
    String name = written.substring(STANDARD.length());
    List<String> known = pipeline.packs();
    if (!known.contains(name)) {
      List<String> names = known.stream().map(STANDARD::concat).toList();
      throw new UsageError(
          "there is no standard pack `" + written + "`",
          Nearest.question(written, names, "there are " + String.join(", ", names)));
    }
    if (at >= 0) {
      versions.add(SettingOptions.version(name, argument, at + 1));
    }
    for (Source source : pipeline.pack(name)) {
      if (seen.add(source.name())) {
        sources.add(source);
      }
    }
  }

  private void directory(String argument, Path directory) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(this::isWanted).sorted(RuleFiles::byFolder).toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(argument, e);
    }
    if (files.isEmpty()) {
      throw new UsageError(
          "there is no rule file in `" + argument + "`", "their names end in .bylaw");
    }
    String prefix = argument.equals(".") ? "" : argument.endsWith("/") ? argument : argument + "/";
    for (Path file : files) {
      file(prefix + directory.relativize(file).toString().replace('\\', '/'), file);
    }
  }

  /** Folder by folder: as texts, {@code path-sensitive/x} would come before {@code path/x}. */
  private static int byFolder(Path one, Path other) {
    for (int i = 0; i < Math.min(one.getNameCount(), other.getNameCount()); i++) {
      int order = one.getName(i).compareTo(other.getName(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.getNameCount(), other.getNameCount());
  }

  /** Files of tests have rules to test, and none to check by. */
  private boolean isWanted(Path path) {
    String name = path.toString();
    boolean wanted = name.endsWith(SUFFIX) && (withTests || !name.endsWith(".test.bylaw"));
    return wanted && Files.isRegularFile(path);
  }

  private void file(String name, Path path) {
    if (!Files.exists(path)) {
      throw new UsageError("there is no rule file `" + name + "`", help(name));
    }
    try {
      if (seen.add(path.toRealPath())) {
        sources.add(new Source(name, decoded(name, Files.readAllBytes(path))));
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private String help(String name) {
    return pipeline.packs().contains(name)
        ? "the standard pack of that name is `" + STANDARD + name + "`"
        : "`--rules` takes a file, a directory, or a standard pack such as `std/capabilities`";
  }

  private static String decoded(String name, byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageError("the rule file `" + name + "` is not UTF-8", null);
    }
  }

  private static UsageError unreadable(String name, Exception reason) {
    boolean denied =
        (reason instanceof UncheckedIOException e ? e.getCause() : reason)
            instanceof AccessDeniedException;
    return new UsageError(
        "cannot read `" + name + "`: " + (denied ? "permission denied" : reason.getMessage()),
        null);
  }
}
