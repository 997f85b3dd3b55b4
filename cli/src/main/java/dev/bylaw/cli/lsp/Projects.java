package dev.bylaw.cli.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders of an editor, and the files that lie in none of them. */
final class Projects {
  private final FolderReader reader;
  private final Pages pages;
  private final Map<Path, Project> folders = new LinkedHashMap<>();
  private final Project elsewhere;

  Projects(FolderReader reader, Pages pages) {
    this.reader = reader;
    this.pages = pages;
    this.elsewhere = new Project(null, reader, pages);
  }

  /** A file, by the project it belongs to and its name there. */
  record File(Project project, String name) {}

  void add(Path folder) {
    folders.computeIfAbsent(folder, path -> new Project(path, reader, pages));
  }

  /** Forgets a folder, and gives it, so that what was told of its files can be taken back. */
  @Nullable Project remove(Path folder) {
    return folders.remove(folder);
  }

  List<Project> all() {
    List<Project> all = new ArrayList<>(folders.values());
    all.add(elsewhere);
    return all;
  }

  /** What is meant by an address, be it open or not. */
  File file(String uri) {
    return file(uri, "");
  }

  /**
   * What is meant by an address.
   *
   * @param language what the editor takes the text for: a rule file that was never saved has no
   *     other mark
   */
  File file(String uri, String language) {
    for (Project project : all()) {
      for (String name : List.of(uri, uri + ".bylaw")) {
        if (project.open(name) != null) {
          return new File(project, name);
        }
      }
    }
    Path path = Uris.path(uri);
    if (path == null) {
      boolean rules = language.equals("bylaw") && !uri.endsWith(".bylaw");
      return new File(elsewhere, rules ? uri + ".bylaw" : uri);
    }
    String library = pages.libraryName(path);
    if (library != null) {
      return new File(folders.isEmpty() ? elsewhere : folders.values().iterator().next(), library);
    }
    Project project = of(path);
    return new File(project, project.name(path));
  }

  /** The innermost folder that a file lies in. */
  Project of(Path path) {
    Project best = elsewhere;
    for (Map.Entry<Path, Project> entry : folders.entrySet()) {
      Path root = best.root();
      boolean inner = root == null || entry.getKey().startsWith(root);
      if (path.startsWith(entry.getKey()) && inner) {
        best = entry.getValue();
      }
    }
    return best;
  }
}
