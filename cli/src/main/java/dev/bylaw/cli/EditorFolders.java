package dev.bylaw.cli;

import dev.bylaw.cli.config.ConfigurationFile;
import dev.bylaw.cli.input.Glob;
import dev.bylaw.cli.input.Input;
import dev.bylaw.cli.input.Inputs;
import dev.bylaw.cli.input.Scope;
import dev.bylaw.cli.lsp.Folder;
import dev.bylaw.cli.lsp.FolderReader;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.service.Judgement;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * Folders as an editor sees them: checked as {@code bylaw check} would check them there. Where
 * nobody names rules, those of the folder itself judge beside the usual ones, so that a rule shows
 * what it finds while it is written.
 */
final class EditorFolders implements FolderReader {
  /** Files and folders up to which a folder is searched: a home folder may hold millions. */
  private static final int ENTRIES = 100_000;

  /** Rule files, and manifests, up to which all are kept in memory. */
  private static final int FILES = 2_000;

  private final ParseResult arguments;
  private final Session session;

  /**
   * Folders as seen by a process.
   *
   * @param arguments those of the verb: none of them changes what is checked
   */
  EditorFolders(ParseResult arguments, Session session) {
    this.arguments = arguments;
    this.session = session;
  }

  @Override
  public Folder read(@Nullable Path folder) {
    if (folder == null) {
      return usual(session, null, null);
    }
    Session here = session.in(folder);
    try {
      return read(Effective.of(arguments, here), here);
    } catch (ConfigurationError e) {
      Diagnostic first = e.diagnostics().getFirst();
      return usual(
          here,
          folder,
          "the configuration cannot be followed: "
              + first.primary().span().source().name()
              + ":"
              + first.primary().span().from().line()
              + ": "
              + first.message());
    } catch (UsageError e) {
      return usual(here, folder, e.help() == null ? e.sentence() : e.sentence() + "; " + e.help());
    }
  }

  private Folder read(Effective effective, Session here) {
    boolean searched = isSmall(here.directory());
    Scope scope = effective.scope();
    List<Path> manifests = searched ? found(manifests(scope, here)) : List.of();
    boolean all = searched && manifests.size() <= FILES;
    Pipeline pipeline =
        Definitions.given(
            effective.definitions(),
            here.engine()
                .open(effective.kubernetes().value().orElse(null))
                .on(effective.runtime().value().orElse(null)),
            here,
            ColorChoice.NEVER);
    if (all) {
      var known = Definitions.found(manifests(scope, here), new Contents(here), pipeline);
      pipeline = known.hasErrors() ? pipeline : known.result();
    }
    List<Written> rules = effective.rules().value();
    RuleFiles.Named named = RuleFiles.named(rules, effective.parameters(), here, pipeline);
    LanguageService service = pipeline.service();
    List<Path> ruleFiles = searched ? found(Inputs.rules(List.of("."), here)) : List.of();
    boolean allRules = ruleFiles.size() <= FILES;
    Pipeline engine = pipeline;
    Judgement judgement =
        new Judgement(
            sources(named.packs(), service),
            rules.isEmpty() ? _ -> true : name -> isAt(name, here, named::holds),
            named.settings(),
            policy ->
                only(
                    effective.selection().ofThoseThere(policy),
                    all ? rule -> true : alone(policy, engine)),
            effective.runtime().value().map(Set::of).orElse(ContainerRuntime.all()),
            locked(effective),
            waivers(named, here),
            here.today());
    return new Folder(
        service,
        judgement,
        allRules ? ruleFiles : List.of(),
        all ? manifests : List.of(),
        scope::takes,
        null,
        all && allRules
            ? null
            : "the folder "
                + here.directory()
                + " is too large to be searched: rules and manifests are looked at when they are"
                + " open, and rules across objects judge nothing");
  }

  /** The usual rules, where nothing is configured; none where nothing is to be judged. */
  private static Folder usual(Session here, @Nullable Path folder, @Nullable String fault) {
    Pipeline pipeline = here.engine().open(null);
    LanguageService service = pipeline.service();
    boolean searched = folder != null && isSmall(folder);
    List<Path> rules = searched ? found(Inputs.rules(List.of("."), here)) : List.of();
    List<String> packs = fault == null ? List.of("std/recommended") : List.of();
    Judgement judgement =
        new Judgement(
            sources(packs, service),
            _ -> fault == null,
            dev.bylaw.engine.check.Settings.NONE,
            fault == null
                ? policy -> only(policy, alone(policy, pipeline))
                : policy -> only(policy, _ -> false),
            ContainerRuntime.all(),
            _ -> false,
            Judgement.WAIVERS,
            here.today());
    return new Folder(
        service,
        judgement,
        rules.size() <= FILES ? rules : List.of(),
        List.of(),
        _ -> true,
        fault,
        null);
  }

  private static List<Source> sources(List<String> packs, LanguageService service) {
    return packs.stream()
        .flatMap(pack -> service.library().getOrDefault(pack, List.of()).stream())
        .toList();
  }

  private static CheckedPolicy only(CheckedPolicy policy, Predicate<CheckedRule> wanted) {
    return new CheckedPolicy(
        policy.rules().stream().filter(wanted).toList(),
        policy.accesses(),
        policy.waivers(),
        policy.tests());
  }

  /** Rules that look at one object: others would miss what was not read. */
  private static Predicate<CheckedRule> alone(CheckedPolicy policy, Pipeline pipeline) {
    return rule ->
        !pipeline.plan(new CheckedPolicy(List.of(rule), policy.accesses())).needsInventory();
  }

  private static Predicate<String> locked(Effective effective) {
    List<Glob> patterns = effective.locked().stream().map(Glob::new).toList();
    return id -> patterns.stream().anyMatch(pattern -> pattern.matches(id));
  }

  /** In the first folder of rules, so that a waiver that is written there counts. */
  private static String waivers(RuleFiles.Named named, Session here) {
    return named.places().stream()
        .filter(Files::isDirectory)
        .findFirst()
        .map(folder -> here.nameOf(folder.resolve(Judgement.WAIVERS)))
        .orElse(Judgement.WAIVERS);
  }

  private static boolean isAt(String name, Session here, Predicate<Path> places) {
    try {
      return places.test(here.resolve(name).normalize());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<Input> manifests(Scope scope, Session here) {
    List<String> paths = scope.include().isEmpty() ? List.of(".") : List.of();
    return Inputs.find(paths, scope, here);
  }

  private static List<Path> found(List<Input> inputs) {
    List<Path> files = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof Input.File file) {
        files.add(file.path().toAbsolutePath().normalize());
      }
    }
    return files;
  }

  private static boolean isSmall(Path folder) {
    int[] met = {0};
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              return met();
            }

            private FileVisitResult met() {
              return ++met[0] > ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
              return met();
            }
          });
    } catch (IOException e) {
      return false;
    }
    return met[0] <= ENTRIES;
  }

  @Override
  public List<Diagnostic> problems(String text, Path configuration) {
    Path folder = configuration.toAbsolutePath().getParent();
    return ConfigurationFile.problems(
        text, configuration, folder == null ? session : session.in(folder));
  }

  @Override
  public boolean isConfiguration(Path file) {
    return file.getFileName() != null
        && file.getFileName().toString().equals(ConfigurationFile.NAME);
  }
}
