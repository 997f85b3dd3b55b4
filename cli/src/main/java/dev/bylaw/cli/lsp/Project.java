package dev.bylaw.cli.lsp;

import dev.bylaw.cli.fix.FileText;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder, or those that lie in none. What an editor has open is as it is there,
 * all else as it is on the disk. A file is called by its path from the folder, with forward
 * slashes; what is no file by its address.
 */
final class Project {
  /** Characters of a text that can be looked at between two keys. */
  static final int LARGE = 2_000_000;

  private static final String RULES = ".bylaw";

  private final @Nullable Path root;
  private final FolderReader reader;
  private final Pages pages;
  private final Map<String, Open> open = new LinkedHashMap<>();
  private final Set<String> onDisk = new LinkedHashSet<>();
  private final Set<String> dirty = new LinkedHashSet<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private boolean hasManifests;
  private @Nullable Folder folder;

  /** A text in an editor. */
  record Open(String uri, String text, @Nullable Integer version) {}

  Project(@Nullable Path root, FolderReader reader, Pages pages) {
    this.root = root;
    this.reader = reader;
    this.pages = pages;
  }

  @Nullable Path root() {
    return root;
  }

  /** What the folder holds, read at the first need of it. */
  Folder folder() {
    Folder known = folder;
    if (known == null) {
      known = reader.read(root);
      folder = known;
      onDisk.clear();
      hasManifests = false;
      sources.clear();
      known.service().judge(known.judgement());
      known.rules().forEach(this::load);
      open.forEach((name, file) -> put(name, file.text()));
      dirty.addAll(open.keySet());
      onDisk.stream().filter(Project::isRules).forEach(dirty::add);
    }
    return known;
  }

  LanguageService service() {
    return folder().service();
  }

  /** The same, with all the manifests that rules across objects may ask for. */
  LanguageService judging() {
    LanguageService service = service();
    if (!hasManifests && service.looksAcross()) {
      hasManifests = true;
      folder().manifests().forEach(this::load);
    }
    return service;
  }

  /** Reads the folder anew, with its configuration. */
  void reload() {
    folder = null;
    dirty.addAll(open.keySet());
  }

  void opened(String name, Open file) {
    open.put(name, file);
    changed(name, file.text());
  }

  void closed(String name) {
    open.remove(name);
    Path path = path(name);
    if (path == null || !load(path)) {
      removed(name);
    }
  }

  /** A file of the folder is there, is another one, or is gone, and no editor has it open. */
  void changedOnDisk(Path path) {
    String name = name(path);
    if (open.containsKey(name) || (!isRules(name) && !hasManifests)) {
      return;
    }
    boolean wanted = isRules(name) || folder().takes().test(path);
    if (!wanted || !load(path)) {
      removed(name);
    }
  }

  private void removed(String name) {
    onDisk.remove(name);
    sources.remove(name);
    service().remove(name);
    spoil(name);
  }

  private boolean load(Path path) {
    String name = name(path);
    if (open.containsKey(name)) {
      return true;
    }
    try {
      FileText text = Files.size(path) > LARGE ? null : FileText.of(Files.readAllBytes(path));
      if (text == null) {
        return false;
      }
      onDisk.add(name);
      changed(name, text.text());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void changed(String name, String text) {
    put(name, text);
    spoil(name);
  }

  private void put(String name, String text) {
    sources.remove(name);
    if (isLibrary(name)) {
      return;
    }
    if (text.length() > LARGE) {
      service().remove(name);
    } else {
      service().put(name, text);
    }
  }

  /** What was known of a file, and of what depends on it, holds no longer. */
  private void spoil(String name) {
    dirty.add(name);
    if (isRules(name)) {
      onDisk.stream().filter(Project::isRules).forEach(dirty::add);
      dirty.addAll(open.keySet());
    } else if (hasManifests) {
      open.keySet().stream().filter(other -> !isRules(other)).forEach(dirty::add);
    }
  }

  /** A file of which it is to be found out what is wrong with it; those of editors first. */
  @Nullable String nextDirty() {
    String next =
        open.keySet().stream()
            .filter(dirty::contains)
            .findFirst()
            .orElseGet(() -> dirty.isEmpty() ? null : dirty.iterator().next());
    if (next != null) {
      dirty.remove(next);
    }
    return next;
  }

  static boolean isRules(String name) {
    return name.endsWith(RULES);
  }

  /** What an editor has open of the library is a copy. */
  private boolean isLibrary(String name) {
    Open file = open.get(name);
    Path path = file == null ? null : Uris.path(file.uri());
    return path != null && pages.libraryName(path) != null;
  }

  @Nullable Open open(String name) {
    return open.get(name);
  }

  /** What the service calls a file. */
  String name(Path path) {
    if (root == null) {
      return path.toString();
    }
    String name = path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    return name.replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Where a file lies that is called so; null for what is no file. */
  @Nullable Path path(String name) {
    try {
      Path path = root == null ? Path.of(name) : root.resolve(name);
      return path.isAbsolute() && !name.contains(":") ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The address of a file that the service names. */
  String uri(String name) {
    Open file = open.get(name);
    if (file != null) {
      return file.uri();
    }
    Source own = library(name);
    if (own != null) {
      return pages.library(own);
    }
    Path path = path(name);
    return path == null ? name : path.toUri().toString();
  }

  private @Nullable Source library(String name) {
    for (List<Source> pack : service().library().values()) {
      for (Source source : pack) {
        if (source.name().equals(name)) {
          return source;
        }
      }
    }
    return null;
  }

  /** The text of a file that the service names; empty for one that is still to be written. */
  Source source(String name) {
    Source known = sources.get(name);
    if (known == null) {
      String text = service().text(name);
      known = new Source(name, text == null ? "" : text);
      sources.put(name, known);
    }
    return known;
  }

  /** Whether it is known, open or on the disk or in the library. */
  boolean has(String name) {
    return service().text(name) != null;
  }

  /** The rule files that are known here, in order. */
  List<String> ruleFiles() {
    Set<String> names = new LinkedHashSet<>(onDisk);
    names.addAll(open.keySet());
    return names.stream().filter(Project::isRules).filter(this::has).toList();
  }

  /** Whether a file that is open is to be judged as a manifest. */
  boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Path path = path(name);
    return (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"))
        && (path == null || folder().takes().test(path));
  }
}
