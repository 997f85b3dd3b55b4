package dev.bylaw.cli.rules;

import dev.bylaw.cli.Pipeline;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.Written;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.Suggestion;
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
  private static final String TEST_SUFFIX = ".test.bylaw";
  private static final List<Written> DEFAULT =
      List.of(Written.option("--rules", "std/recommended"));

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
   * @param params values of parameters
   */
  public static Tested compileWithTests(
      List<Written> arguments,
      List<Settings.Parameter> params,
      Session session,
      Pipeline pipeline) {
    RuleFiles files = new RuleFiles(session, pipeline, true);
    arguments.forEach(files::add);
    Staged<CheckedPolicy> compiled = pipeline.compile(files.sources, files.settings(params));
    CheckedPolicy policy = compiled.result();
    return new Tested(
        new Staged<>(
            new CheckedPolicy(
                policy.rules().stream().map(files::own).toList(),
                policy.accesses(),
                policy.waivers(),
                policy.tests()),
            compiled.diagnostics()),
        files.sources);
  }

  /**
   * Rules with their tests.
   *
   * @param sources the files that were named: rules of others were included by them
   */
  public record Tested(Staged<CheckedPolicy> compiled, List<Source> sources) {
    public Tested {
      sources = List.copyOf(sources);
    }

    /** Whether a rule is written in one of the files, so that their tests answer for it. */
    public boolean isOwn(CheckedRule rule) {
      return sources.contains(rule.clause().source());
    }
  }

  private CheckedRule own(CheckedRule rule) {
    return sources.contains(rule.clause().source()) ? rule : rule.withoutExamples();
  }

  /**
   * Compiles the rule files in the order of the arguments, each once. A standard pack on its own
   * may come compiled already; beside other files it may meet its like in one of them, and a
   * parameter may be set to something else.
   *
   * @param params values of parameters
   */
  public static Staged<CheckedPolicy> compile(
      List<Written> arguments,
      List<Settings.Parameter> params,
      Session session,
      Pipeline pipeline) {
    List<Written> wanted = arguments.isEmpty() ? DEFAULT : arguments;
    String first = wanted.getFirst().text();
    if (wanted.size() == 1 && params.isEmpty() && first.startsWith(STANDARD)) {
      CheckedPolicy compiled = pipeline.compiled(first.substring(STANDARD.length()));
      if (compiled != null) {
        return new Staged<>(compiled, List.of());
      }
    }
    RuleFiles files = new RuleFiles(session, pipeline, false);
    wanted.forEach(files::add);
    return pipeline.compile(files.sources, files.settings(params));
  }

  private Settings settings(List<Settings.Parameter> params) {
    return new Settings(params, versions);
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
   * @param params values of parameters
   * @param all every standard pack is meant too; otherwise the usual one, where nothing is named
   */
  public static Staged<CheckedPolicy> compileWithPages(
      List<Written> arguments,
      List<Settings.Parameter> params,
      boolean all,
      Session session,
      Pipeline pipeline) {
    RuleFiles files = new RuleFiles(session, pipeline, false);
    if (all) {
      List<String> packs = pipeline.packs().stream().map(STANDARD::concat).toList();
      Written.options("--rules", packs).forEach(files::add);
    }
    (arguments.isEmpty() && !all ? DEFAULT : arguments).forEach(files::add);
    return pipeline.compile(files.sources, files.settings(params));
  }

  /**
   * What the arguments name, for who reads files and directories in another way.
   *
   * @param packs the standard packs, with {@code std/}
   * @param places files and directories
   * @param settings values of parameters, and the versions of packs
   */
  public record Named(List<String> packs, List<Path> places, Settings settings) {
    public Named {
      packs = List.copyOf(packs);
      places = List.copyOf(places);
    }

    /** Whether a rule file is one of these, or stands below one of these; tests judge nothing. */
    public boolean holds(Path file) {
      return places.contains(file)
          || (places.stream().anyMatch(file::startsWith) && !file.toString().endsWith(TEST_SUFFIX));
    }
  }

  /** Names what the arguments name; a pack or a place that is not there is refused. */
  public static Named named(
      List<Written> arguments,
      List<Settings.Parameter> params,
      Session session,
      Pipeline pipeline) {
    RuleFiles files = new RuleFiles(session, pipeline, false);
    List<String> packs = new ArrayList<>();
    List<Path> places = new ArrayList<>();
    for (Written argument : arguments.isEmpty() ? DEFAULT : arguments) {
      String text = argument.text();
      Path path = session.resolve(text).normalize();
      if (text.startsWith(STANDARD)) {
        files.pack(argument);
        packs.add(text.contains("@") ? text.substring(0, text.indexOf('@')) : text);
      } else if (Files.exists(path)) {
        places.add(path);
      } else {
        throw files.missing(argument);
      }
    }
    return new Named(packs, places, files.settings(params));
  }

  private RuntimeException missing(Written argument) {
    return argument.refused(
        "there is no rule file `" + argument.text() + "`", help(argument.text()));
  }

  private void add(Written argument) {
    Path path = session.resolve(argument.text());
    if (argument.text().startsWith(STANDARD)) {
      pack(argument);
    } else if (Files.isDirectory(path)) {
      directory(argument, path);
    } else if (Files.exists(path)) {
      file(argument, argument.text(), path);
    } else {
      throw missing(argument);
    }
  }

  private void pack(Written argument) {
    String text = argument.text();
    int at = text.indexOf('@');
    String written = at < 0 ? text : text.substring(0, at);
    String name = written.substring(STANDARD.length());
    List<String> known = pipeline.packs();
    if (!known.contains(name)) {
      List<String> names = known.stream().map(STANDARD::concat).toList();
      throw argument.refused(
          "there is no standard pack `" + written + "`",
          Suggestion.question(written, names, "there are " + String.join(", ", names)));
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

  private void directory(Written argument, Path directory) {
    String name = argument.text();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(this::isWanted).sorted(RuleFiles::byFolder).toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(argument, name, e);
    }
    if (files.isEmpty()) {
      throw argument.refused(
          "there is no rule file in `" + name + "`", "their names end in .bylaw");
    }
    String prefix = name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
    for (Path file : files) {
      file(argument, prefix + directory.relativize(file).toString().replace('\\', '/'), file);
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
    boolean wanted = name.endsWith(SUFFIX) && (withTests || !name.endsWith(TEST_SUFFIX));
    return wanted && Files.isRegularFile(path);
  }

  private void file(Written argument, String name, Path path) {
    try {
      if (seen.add(path.toRealPath())) {
        sources.add(new Source(name, decoded(Files.readAllBytes(path))));
      }
    } catch (CharacterCodingException e) {
      throw argument.refused("the rule file `" + name + "` is not UTF-8", null);
    } catch (IOException e) {
      throw unreadable(argument, name, e);
    }
  }

  private String help(String name) {
    return pipeline.packs().contains(name)
        ? "the standard pack of that name is `" + STANDARD + name + "`"
        : "rules are in a file, a directory, or a standard pack such as `std/capabilities`";
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static RuntimeException unreadable(Written argument, String name, Exception reason) {
    boolean denied =
        (reason instanceof UncheckedIOException e ? e.getCause() : reason)
            instanceof AccessDeniedException;
    return argument.refused(
        "cannot read `" + name + "`: " + (denied ? "permission denied" : reason.getMessage()),
        null);
  }
}
