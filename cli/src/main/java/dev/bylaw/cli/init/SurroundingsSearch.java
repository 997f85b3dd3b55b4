package dev.bylaw.cli.init;

import dev.bylaw.cli.Pipeline;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.input.Input;
import dev.bylaw.cli.input.Inputs;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.schema.custom.DefinitionReader;
import dev.bylaw.grammar.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for all that a configuration could speak of, in the files that git does not ignore. */
final class SurroundingsSearch {
  static final String BASELINE = ".bylaw-baseline.json";

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml");

  private final Session session;
  private final Pipeline pipeline;
  private final Set<String> manifests = new TreeSet<>();
  private final Set<String> atTheTop = new TreeSet<>();
  private final Set<String> charts = new TreeSet<>();
  private final Set<String> overlays = new TreeSet<>();
  private final Set<String> definitions = new TreeSet<>();
  private final Set<String> unusable = new TreeSet<>();
  private boolean restricted;

  private SurroundingsSearch(Session session) {
    this.session = session;
    this.pipeline = session.engine().open(null);
  }

  /** What lies where the command runs. */
  static Surroundings run(Session session) {
    return new SurroundingsSearch(session).run();
  }

  private Surroundings run() {
    List<Input.File> files = new ArrayList<>();
    for (Input input : Inputs.find(List.of("."), session)) {
      if (input instanceof Input.File file) {
        files.add(file);
      }
    }
    files.forEach(this::named);
    files.stream().filter(file -> !isTemplate(file.name())).forEach(this::read);
    return new Surroundings(
        List.copyOf(manifests),
        List.copyOf(atTheTop),
        List.copyOf(charts),
        charts.stream()
            .map(chart -> chart.equals(".") ? "templates" : chart + "/templates")
            .filter(folder -> Files.isDirectory(session.resolve(folder)))
            .toList(),
        List.copyOf(overlays),
        List.copyOf(definitions),
        List.copyOf(unusable),
        rules(),
        Files.isRegularFile(session.resolve(BASELINE)),
        restricted);
  }

  private void named(Input.File file) {
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    if (name.equals("Chart.yaml")) {
      charts.add(folder(file.name()));
    } else if (KUSTOMIZATIONS.contains(name)) {
      overlays.add(folder(file.name()));
    }
  }

  private boolean isTemplate(String name) {
    return charts.stream()
        .anyMatch(chart -> name.startsWith((chart.equals(".") ? "" : chart + "/") + "templates/"));
  }

  private void read(Input.File file) {
    List<Resource> found = new ArrayList<>();
    boolean[] broken = {false};
    try (InputStream bytes = Files.newInputStream(file.path())) {
      pipeline.read(
          file.name(),
          bytes,
          manifest -> {
            broken[0] |= manifest.diagnostics().stream().anyMatch(Diagnostic::isError);
            found.addAll(manifest.resources());
            if (manifest.status() == Manifest.Status.KUBERNETES) {
              place(file.name());
            }
          });
    } catch (IOException e) {
      return;
    }
    List<Resource> custom = found.stream().filter(DefinitionReader::isDefinition).toList();
    if (!custom.isEmpty()) {
      boolean usable = !broken[0] && !pipeline.with(custom, List.of()).hasErrors();
      (usable ? definitions : unusable).add(file.name());
    }
    restricted |= found.stream().anyMatch(SurroundingsSearch::isRestricted);
  }

  private static boolean isRestricted(Resource resource) {
    return resource.kind().equals("Namespace")
        && resource.root().get("metadata") instanceof Node.Mapping metadata
        && metadata.get("labels") instanceof Node.Mapping labels
        && labels.get(ENFORCE) instanceof Node.Text level
        && level.value().equals("restricted");
  }

  /** Rule files are no manifests, so that the search for these has not seen them. */
  private List<String> rules() {
    Set<String> folders = new TreeSet<>();
    for (String name : children()) {
      if (name.endsWith(".bylaw")) {
        folders.add(".");
      } else if (!name.startsWith(".") && RuleFiles.areAt(name, session)) {
        folders.add(name);
      }
    }
    return List.copyOf(folders);
  }

  private List<String> children() {
    try (Stream<Path> children = Files.list(session.directory())) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private void place(String name) {
    int slash = name.indexOf('/');
    manifests.add(slash < 0 ? "." : name.substring(0, slash));
    if (slash < 0) {
      atTheTop.add("*" + name.substring(name.lastIndexOf('.')));
    }
  }

  private static String folder(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "." : name.substring(0, slash);
  }
}
