package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built distribution, run as people run it: from anywhere, put anywhere, called by any name.
 */
class DistributionIT {
  private static final Path BUILT = Path.of("target/bylaw").toAbsolutePath();
  private static final Path EXAMPLE = Path.of("src/dist/training/web.yaml").toAbsolutePath();

  /** A copy, with new time stamps and a space in its path. */
  @TempDir static Path elsewhere;

  private static Path copy;

  @TempDir Path work;

  record Result(int exit, String out, String err) {}

  @BeforeAll
  static void copyTheFolder() throws IOException {
    copy = elsewhere.resolve("a new place/by law");
    copyTree(BUILT, copy);
  }

  @BeforeEach
  void putAnExampleThere() throws IOException {
    Files.copy(EXAMPLE, work.resolve("web.yaml"));
  }

  @Test
  void runsFromAnotherFolder() throws Exception {
    assertFindings(run(BUILT.resolve("bin/bylaw"), Map.of(), "check", "web.yaml"));
  }

  @Test
  void runsByTheNameThatKubectlLooksFor() throws Exception {
    assertFindings(run(BUILT.resolve("bin/kubectl-bylaw"), Map.of(), "check", "web.yaml"));
  }

  @Test
  void runsAfterItWasCopied() throws Exception {
    assertFindings(run(copy.resolve("bin/bylaw"), Map.of(), "check", "web.yaml"));
  }

  @Test
  void runsAfterItWasRenamed() throws Exception {
    Path before = work.resolve("before");
    copyTree(BUILT, before);
    Path after = Files.move(before, work.resolve("after"));
    assertFindings(run(after.resolve("bin/bylaw"), Map.of(), "check", "web.yaml"));
  }

  @Test
  void runsThroughSymlinks() throws Exception {
    Path moved = work.resolve("moved");
    copyTree(BUILT, moved);
    Path absolute = work.resolve("absolute");
    Files.createSymbolicLink(absolute, moved.resolve("bin/bylaw"));
    Path relative = Files.createDirectory(work.resolve("links")).resolve("bylaw");
    Files.createSymbolicLink(relative, Path.of("../absolute"));
    assertFindings(run(relative, Map.of(), "check", "web.yaml"));
  }

  @Test
  void runsFromTheArchive() throws Exception {
    Path archive;
    try (Stream<Path> files = Files.list(BUILT.getParent())) {
      archive = files.filter(f -> f.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    var tar = new ProcessBuilder("tar", "-xzf", archive.toString()).directory(work.toFile());
    assertThat(tar.inheritIO().start().waitFor()).isZero();
    Path unpacked = work.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    assertThat(unpacked.resolve("LICENSE")).exists();
    assertThat(unpacked.resolve("NOTICE")).exists();
    assertCached(unpacked);
  }

  @Test
  void theCacheServesEveryClassOfOurs() throws Exception {
    assertCached(BUILT);
  }

  @Test
  void theCacheServesACopy() throws Exception {
    assertCached(copy);
  }

  @Test
  void theCacheServesBothCompilers() throws Exception {
    assertCached(BUILT, "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=4");
  }

  @Test
  void aCacheThatDoesNotFitIsPassedOverInSilence() throws Exception {
    Path moved = work.resolve("bylaw");
    copyTree(BUILT, moved);
    Files.writeString(moved.resolve("lib/paths.aot"), "not a cache");
    assertFindings(run(moved.resolve("bin/bylaw"), Map.of(), "check", "web.yaml"));
    Files.delete(moved.resolve("lib/paths.aot"));
    assertFindings(run(moved.resolve("bin/bylaw"), Map.of(), "check", "web.yaml"));
  }

  @Test
  void whatOtherProgramsTellTheirJavaIsNotForUs() throws Exception {
    var other = Map.of("JAVA_TOOL_OPTIONS", "-Xmx1m", "_JAVA_OPTIONS", "-Xmx1m", "CLASSPATH", "x");
    assertFindings(run(BUILT.resolve("bin/bylaw"), other, "check", "web.yaml"));
  }

  @Test
  void theLauncherNeedsNoOtherProgram() throws Exception {
    var bare = Map.of("PATH", "/nowhere");
    assertFindings(run(BUILT.resolve("bin/bylaw"), bare, "check", "web.yaml"));
  }

  @Test
  void readsAFileWhoseNameTheLocaleCannotSpell() throws Exception {
    // Named by a shell, for this test's own locale may be as poor as the one under test.
    var process =
        new ProcessBuilder(
                "sh",
                "-c",
                "name=$(printf 'pr\\303\\274f.yaml'); cp web.yaml \"$name\"; LC_ALL=C exec \"$0\""
                    + " check \"$name\"",
                BUILT.resolve("bin/bylaw").toString())
            .directory(work.toFile());
    assertFindings(finish(process));
  }

  @Test
  void saysWhatItMayNotRead() throws Exception {
    mayOnly("r-xr-xr-x", elsewhere);
    mayOnly("r-xr-xr-x", elsewhere.resolve("a new place"));
    Path secret = Files.createDirectory(work.resolve("secret"));
    Files.copy(EXAMPLE, secret.resolve("web.yaml"));
    Files.copy(EXAMPLE, work.resolve("locked.yaml"));
    mayOnly("---------", work.resolve("locked.yaml"));
    mayOnly("---------", secret);
    mayOnly("rwxr-xr-x", work);
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // Who may read everything cannot see what others do.
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of(copy.resolve("bin/bylaw").toString(), "check", "--format=concise", "."));
    Result result = finish(new ProcessBuilder(command).directory(work.toFile()));
    mayOnly("rwx------", secret);
    assertThat(result.out()).contains("web.yaml:19:20: high[host/network]");
    assertThat(result.err())
        .contains("locked.yaml:1:1: error[BY0702] this cannot be read: permission denied")
        .contains("secret:1:1: error[BY0702] this cannot be read: permission denied")
        .contains("2 documents were not read, so the check is incomplete");
    assertThat(result.exit()).isEqualTo(3);
  }

  private static void mayOnly(String permissions, Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void namesEveryLibraryThatItContains() throws Exception {
    String notice = Files.readString(BUILT.resolve("NOTICE"));
    try (Stream<Path> files = Files.walk(BUILT.resolve("lib"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".jar") && !name.startsWith("bylaw-"))
          .isNotEmpty()
          .allSatisfy(
              name -> assertThat(notice).contains(name.replaceFirst("(\\.jsonrpc)?-[0-9].*", "")));
    }
  }

  @Test
  void servesAnEditorOnItsStreams() throws Exception {
    Path in = work.resolve("in.txt");
    Files.writeString(
        in,
        Stream.of(
                "\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}",
                "\"method\":\"initialized\",\"params\":{}",
                "\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":"
                    + "\"untitled:a.bylaw\",\"languageId\":\"bylaw\",\"version\":1,"
                    + "\"text\":\"deny imag is absent\"}}",
                "\"id\":2,\"method\":\"textDocument/codeAction\",\"params\":{\"textDocument\":"
                    + "{\"uri\":\"untitled:a.bylaw\"},\"range\":{\"start\":{\"line\":0,"
                    + "\"character\":6},\"end\":{\"line\":0,\"character\":6}},\"context\":"
                    + "{\"diagnostics\":[]}}",
                "\"id\":3,\"method\":\"shutdown\"",
                "\"method\":\"exit\"")
            .map(message -> "{\"jsonrpc\":\"2.0\"," + message + "}")
            .map(message -> "Content-Length: " + message.length() + "\r\n\r\n" + message)
            .collect(Collectors.joining()));
    var process =
        new ProcessBuilder(copy.resolve("bin/bylaw").toString(), "lsp", "--stdio")
            .directory(work.toFile());
    Result result = finish(process.redirectInput(in.toFile()));
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("Content-Length: ")
        .contains("\"id\":1", "Replace with `image`", "\"id\":3");
    assertThat(result.exit()).isZero();
  }

  @Test
  void anEditorThatGoesWithoutAWordEndsTheServer() throws Exception {
    var process = new ProcessBuilder(BUILT.resolve("bin/bylaw").toString(), "lsp");
    Result result = finish(process.redirectInput(Path.of("/dev/null").toFile()));
    assertThat(result.out()).isEmpty();
    assertThat(result.exit()).isEqualTo(1);
  }

  @Test
  void aCheckOpensNoJarOfTheServer() throws Exception {
    assertThat(BUILT.resolve("lib/lsp"))
        .isDirectoryContaining("glob:**/org.eclipse.lsp4j-*.jar")
        .isDirectoryContaining("glob:**/gson-*.jar");
    assertThat(loaded(BUILT, "-Xlog:class+path=info:file=path.txt")).isNotEmpty();
    assertThat(Files.readString(work.resolve("path.txt")))
        .contains("picocli")
        .doesNotContain("lsp4j", "gson");
  }

  @Test
  void opensNoConnection() throws Exception {
    assertThat(loaded(BUILT)).noneMatch(line -> line.contains(" java.net.Socket "));
  }

  private static void assertFindings(Result result) {
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("SYS_ADMIN");
    assertThat(result.exit()).isEqualTo(1);
  }

  private void assertCached(Path home, String... options) throws Exception {
    List<String> ours =
        loaded(home, options).stream()
            .filter(line -> line.contains(" dev.bylaw.") || line.contains(" picocli."))
            .toList();
    assertThat(ours).isNotEmpty();
    assertThat(ours)
        .filteredOn(line -> !line.contains("$$Lambda"))
        .allMatch(line -> line.contains("source: shared objects file"));
  }

  /** What the JVM says of every class it loads; with {@code AOTMode=on} it refuses a bad cache. */
  private List<String> loaded(Path home, String... options) throws Exception {
    Path log = work.resolve("loaded.txt");
    var all = new ArrayList<>(List.of(options));
    all.add("-XX:AOTMode=on");
    all.add("-Xlog:class+load:file=loaded.txt");
    var environment = Map.of("BYLAW_JAVA_OPTS", String.join(" ", all));
    assertFindings(run(home.resolve("bin/bylaw"), environment, "check", "web.yaml"));
    return Files.readAllLines(log);
  }

  private Result run(Path launcher, Map<String, String> environment, String... args)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    var process = new ProcessBuilder(command).directory(work.toFile());
    process.environment().putAll(environment);
    return finish(process);
  }

  private Result finish(ProcessBuilder process) throws Exception {
    Path out = work.resolve("out.txt");
    Path err = work.resolve("err.txt");
    int exit = process.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Result(exit, Files.readString(out), Files.readString(err));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
