package dev.bylaw.cli.changes;

import dev.bylaw.cli.Session;
import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Content;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are not as they were at a commit. An object is what it holds: comments, the order
 * of keys and the file that it stands in make no difference. In doubt it has changed.
 */
public final class Changes {
  private static final int SHA1 = 40;
  private static final List<String> MANIFESTS = List.of(".yaml", ".yml", ".json");

  private final Set<String> before = new HashSet<>();
  private final Set<String> untouched = new HashSet<>();

  private Changes() {}

  /** Reads the documents of a file, as for a check. */
  public interface Reader {
    void read(String name, InputStream bytes, Consumer<Manifest> sink) throws IOException;
  }

  /**
   * Reads what stood at a commit.
   *
   * @param files the files of the run, by the names that the user gave them
   */
  public static Changes since(String ref, List<String> files, Session session, Reader reader) {
    Git git = new Git(session.directory());
    Path root = git.root();
    if (root == null) {
      throw new UsageError(
          "`--changed-since` works in a git repository, and this is none",
          "run it in the work tree that the manifests are in");
    }
    String commit = commit(ref, git);
    Changes changes = new Changes();
    Map<String, String> then = filesAt(commit, git);
    Set<String> paths = new LinkedHashSet<>(changedManifests(commit, git));
    for (String file : files) {
      String path = pathIn(root, session.resolve(file));
      if (isBlob(then.get(path), session.resolve(file))) {
        changes.untouched.add(file);
      } else {
        paths.add(path);
      }
    }
    for (String path : paths) {
      String blob = then.get(path);
      if (blob != null) {
        changes.remember(path, git.must("cat-file", "blob", blob).bytes(), reader);
      }
    }
    return changes;
  }

  private static String commit(String ref, Git git) {
    Git.Answer answer =
        ref.isEmpty() || ref.startsWith("-")
            ? new Git.Answer(1, new byte[0])
            : git.ask("rev-parse", "--verify", "--quiet", ref + "^{commit}");
    if (answer.isGood()) {
      return answer.line();
    }
    boolean shallow = git.ask("rev-parse", "--is-shallow-repository").line().equals("true");
    throw new UsageError(
        "git knows no commit `" + ref + "`",
        shallow
            ? "this clone is shallow: fetch what it lacks, for example `git fetch --unshallow`, "
                + "or `fetch-depth: 0` of actions/checkout"
            : "name a branch, a tag or a commit, for example origin/main; `git fetch` brings those "
                + "of a remote");
  }

  /** The path of each file at the commit, from the root, and the id of what it held. */
  private static Map<String, String> filesAt(String commit, Git git) {
    Map<String, String> files = new HashMap<>();
    for (String line : git.must("ls-tree", "-r", "-z", "--full-tree", commit).parts()) {
      int tab = line.indexOf('\t');
      files.put(line.substring(tab + 1), line.substring(line.lastIndexOf(' ', tab) + 1, tab));
    }
    return files;
  }

  /** Where an object may have been before it was moved. */
  private static List<String> changedManifests(String commit, Git git) {
    return git
        .must(
            "diff",
            "--name-only",
            "--no-renames",
            "--no-relative",
            "--no-ext-diff",
            "--no-textconv",
            "-z",
            commit,
            "--")
        .parts()
        .stream()
        .filter(path -> MANIFESTS.stream().anyMatch(path.toLowerCase(Locale.ROOT)::endsWith))
        .toList();
  }

  /** The path of a file from the root, as git writes it; empty if it is outside. */
  private static String pathIn(Path root, Path file) {
    try {
      Path real = file.toRealPath();
      return real.startsWith(root)
          ? root.relativize(real).toString().replace(root.getFileSystem().getSeparator(), "/")
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Whether a file holds what git calls by this id. Git is not asked: it would trust the times of
   * files, and pass over those that somebody told it to.
   */
  private static boolean isBlob(@Nullable String id, Path file) {
    if (id == null) {
      return false;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      MessageDigest digest = MessageDigest.getInstance(id.length() == SHA1 ? "SHA-1" : "SHA-256");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes)).equals(id);
    } catch (IOException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What could not be read then is nothing that an object could have been. */
  private void remember(String path, byte[] bytes, Reader reader) {
    try {
      reader.read(
          path,
          new ByteArrayInputStream(bytes),
          manifest -> manifest.resources().forEach(object -> before.add(identity(object))));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  /** An item of a List is the object that it would be by itself. */
  private static String identity(Resource object) {
    return object.apiVersion() + " " + object.kind() + " " + Content.digest(object.root());
  }

  /** What was found in objects that have changed. */
  public Evaluation only(Evaluation evaluation) {
    List<Finding> kept = evaluation.findings().stream().filter(this::isOfChanged).toList();
    return new Evaluation(kept, evaluation.unknownKinds(), evaluation.applied());
  }

  private boolean isOfChanged(Finding finding) {
    return !untouched.contains(finding.span().source().name())
        && !before.contains(identity(finding.resource()));
  }
}
