import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Puts the folder {@code target/bylaw} together: a trimmed runtime, the jars, the launcher and an
 * ahead-of-time cache. Started by Maven, in the folder of module cli, with the JDK that compiles
 * the project.
 *
 * <p>Arguments: the modules of the runtime, the time stamp of every jar, the time this build began,
 * the jar of module cli, and whether to leave the playground out.
 */
void main(String[] args) throws Exception {
  String modules = args[0];
  var time = FileTime.from(Instant.parse(args[1]));
  List<Path> all = jars(Path.of("target", args[3]), Path.of("target/jars"));
  List<Path> jars = all.stream().filter(jar -> !isForEditors(jar)).toList();
  List<Path> forEditors = all.stream().filter(jar -> isForEditors(jar)).toList();

  Path home = Path.of("target/bylaw.new");
  delete(home);
  Files.createDirectories(home.resolve("lib/lsp"));
  Files.createDirectories(home.resolve("bin"));
  copyTree(runtime(modules), home.resolve("runtime"));
  for (Path jar : jars) {
    Path copy = home.resolve("lib").resolve(jar.getFileName());
    copyForCache(jar, copy);
    Files.setLastModifiedTime(copy, time);
  }
  for (Path jar : forEditors) {
    Path copy = home.resolve("lib/lsp").resolve(jar.getFileName());
    Files.copy(jar, copy);
    Files.setLastModifiedTime(copy, time);
  }
  writeLauncher(home, jars, forEditors);
  for (String text : List.of("LICENSE", "NOTICE")) {
    Files.copy(Path.of("..", text), home.resolve(text));
  }
  if (args[4].equals("false")) {
    copyTree(Path.of("../playground/target/page"), home.resolve("playground"));
  }

  // Put in place by renaming: a Bylaw that runs while another is built keeps its files.
  Path place = Path.of("target/bylaw");
  Path old = Path.of("target/bylaw.old");
  delete(old);
  if (Files.exists(place)) {
    Files.move(place, old);
  }
  Files.move(home, place);
  delete(old);

  // Only now: the cache remembers where its jars were, and looks there again for each class while
  // there is nothing. Until it is written, Bylaw starts slower.
  train(place);

  // Sources that are newer than this are not in the folder; the launcher at the top looks.
  Path stamp = Path.of("target/bylaw.stamp");
  Files.writeString(stamp, "");
  Files.setLastModifiedTime(stamp, FileTime.from(Instant.parse(args[2])));
}

/** Ours first, then by name: the order is part of what the cache remembers. */
List<Path> jars(Path own, Path folder) throws IOException {
  try (Stream<Path> others = Files.list(folder)) {
    return Stream.concat(Stream.of(own), others.filter(f -> f.toString().endsWith(".jar")).sorted())
        .toList();
  }
}

/** Linking takes longer than all the rest, and its result changes with the JDK and the modules. */
Path runtime(String modules) throws Exception {
  Path runtime = Path.of("target/runtime");
  Path made = Path.of("target/runtime.made-from");
  Path release = Path.of(System.getProperty("java.home"), "release");
  String from = modules + "\n" + Files.readString(release);
  if (Files.exists(runtime) && Files.exists(made) && Files.readString(made).equals(from)) {
    return runtime;
  }
  delete(runtime);
  run(
      new ProcessBuilder(
          Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
          "--add-modules=" + modules,
          "--strip-debug",
          "--no-header-files",
          "--no-man-pages",
          "--compress=zip-0",
          "--generate-cds-archive",
          "--output=" + runtime),
      Path.of("target/jlink.log"),
      0);
  // The archive for heaps over 32 GB, which the launcher does not ask for.
  Files.deleteIfExists(runtime.resolve("lib/server/classes_nocoops.jsa"));
  Files.writeString(made, from);
  return runtime;
}

/** What `bylaw lsp` needs and nothing else: a check is not to open it. */
boolean isForEditors(Path jar) {
  String name = jar.getFileName().toString();
  return name.startsWith("org.eclipse.lsp4j") || name.startsWith("gson-");
}

String classPath(String folder, List<Path> jars) {
  return jars.stream().map(j -> folder + j.getFileName()).collect(Collectors.joining(":"));
}

void writeLauncher(Path home, List<Path> jars, List<Path> forEditors) throws IOException {
  Path launcher = home.resolve("bin/bylaw");
  String text =
      Files.readString(Path.of("src/dist/bylaw"))
          .replace("@CLASSPATH@", classPath("$home/lib/", jars))
          .replace("@LSP@", classPath("$home/lib/lsp/", forEditors));
  Files.writeString(launcher, text);
  Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  // By this name kubectl finds it: `kubectl bylaw`.
  Files.createSymbolicLink(home.resolve("bin/kubectl-bylaw"), Path.of("bylaw"));
}

/**
 * Writes the two caches: classes that the JVM finds loaded, linked and ready. Each class of a cache
 * costs a start some microseconds whether it is used or not, and those of rule files, options and
 * machine formats together cost more than checking a manifest. So the runs that people wait for, on
 * paths and nothing else, have a cache of their own.
 */
void train(Path home) throws Exception {
  Path folder = Path.of("src/dist/training").toAbsolutePath();
  String web = folder.resolve("web.yaml").toString();
  train(home, "paths", List.of("bylaw", "check", web), 1);
  train(
      home,
      "options",
      List.of(
          "bylaw",
          "check",
          web,
          "-",
          "bylaw",
          "check",
          "--format",
          "json",
          "--fail-on",
          "never",
          web,
          "bylaw",
          "check",
          "--format",
          "concise",
          "--skip",
          "capabilities/*-all",
          web,
          "bylaw",
          "check",
          "--rules",
          folder.resolve("own.bylaw").toString(),
          web,
          "bylaw",
          "check",
          "--rules",
          folder.resolve("wrong.bylaw").toString(),
          web,
          "bylaw",
          "check",
          "--config",
          folder.resolve("bylaw.yaml").toString(),
          web,
          "bylaw",
          "test",
          "std/capabilities",
          "bylaw",
          "rules",
          "bylaw",
          "rules",
          "--kubernetes",
          "1.31"),
      0);
}

void train(Path home, String cache, List<String> runs, int expected) throws Exception {
  Path launcher = home.resolve("bin/bylaw");
  String start = Files.readString(launcher);
  Path trainer = home.resolve("bin/train");
  Files.writeString(trainer, start.replace("dev.bylaw.cli.Main", "dev.bylaw.cli.Training"));
  Files.setPosixFilePermissions(trainer, PosixFilePermissions.fromString("rwxr-xr-x"));
  // By an absolute path, which leads to the same jars from wherever Bylaw is run.
  List<String> command = new ArrayList<>(List.of(trainer.toAbsolutePath().toString()));
  command.addAll(runs);
  var process = new ProcessBuilder(command);
  process.redirectInput(Path.of("src/dist/training/web.yaml").toFile());
  // Without profiles of methods: they make every start compile what the training ran often, which
  // pays for a server and not for a run that is over before that.
  Path file = home.resolve("lib").resolve(cache + ".aot");
  process.environment().put("BYLAW_JAVA_OPTS", "-XX:-AOTRecordTraining -XX:AOTCacheOutput=" + file);
  Path log = Path.of("target/training-" + cache + ".log");
  run(process, log, expected);
  Files.delete(trainer);
  if (!Files.exists(file)) {
    throw new IOException("no cache was written, see " + log);
  }
}

/**
 * Copies a jar, its classes in a form that the cache can hold. Our own are linked ahead. Those from
 * before Java 6 are brought to the format of Java 8: the JVM leaves older ones out of its cache,
 * and loading those of the command line library one by one costs more than the rest of a run.
 */
void copyForCache(Path from, Path to) throws IOException {
  boolean ours = from.getFileName().toString().startsWith("bylaw-");
  try (var jar = new ZipFile(from.toFile());
      var loader = new URLClassLoader(new URL[] {from.toUri().toURL()});
      var zip = new ZipOutputStream(Files.newOutputStream(to))) {
    for (ZipEntry entry : jar.stream().toList()) {
      byte[] bytes = jar.getInputStream(entry).readAllBytes();
      if (isClass(entry)) {
        bytes = major(bytes) < Opcodes.V1_6 ? withFrames(bytes, loader) : bytes;
        bytes = ours ? LinkedAhead.link(bytes) : bytes;
      }
      var copy = new ZipEntry(entry.getName());
      copy.setTimeLocal(entry.getTimeLocal());
      zip.putNextEntry(copy);
      zip.write(bytes);
    }
  }
}

boolean isClass(ZipEntry entry) {
  String name = entry.getName();
  return name.endsWith(".class")
      && !name.startsWith("META-INF/")
      && !name.equals("module-info.class");
}

int major(byte[] head) {
  return head[6] << 8 | head[7];
}

byte[] withFrames(byte[] bytes, ClassLoader loader) {
  var writer =
      new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected ClassLoader getClassLoader() {
          return loader;
        }
      };
  var raise =
      new ClassVisitor(Opcodes.ASM9, writer) {
        @Override
        public void visit(int version, int access, String n, String s, String sup, String[] i) {
          super.visit(Math.max(version, Opcodes.V1_8), access, n, s, sup, i);
        }
      };
  new ClassReader(bytes).accept(raise, ClassReader.SKIP_FRAMES);
  return writer.toByteArray();
}

void run(ProcessBuilder process, Path log, int expected) throws Exception {
  int exit = process.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
  if (exit != expected) {
    System.err.print(Files.readString(log));
    throw new IOException(process.command() + " ended with " + exit + ", see " + log);
  }
}

void copyTree(Path from, Path to) throws IOException {
  try (Stream<Path> files = Files.walk(from)) {
    for (Path file : files.toList()) {
      Files.copy(
          file,
          to.resolve(from.relativize(file)),
          StandardCopyOption.COPY_ATTRIBUTES,
          java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }
  }
}

void delete(Path folder) throws IOException {
  if (!Files.exists(folder)) {
    return;
  }
  try (Stream<Path> files = Files.walk(folder)) {
    for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
      Files.delete(file);
    }
  }
}
