package dev.bylaw.cli;

import dev.bylaw.engine.report.Verdict;
import dev.bylaw.grammar.frame.Style;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run sees of the world around it. A test gives its own.
 *
 * @param out where reports go
 * @param err where everything else goes
 * @param engine what compiles, reads and evaluates
 * @param directory what relative paths are relative to
 * @param today the day in UTC, by which waivers expire, as {@code 2027-03-31}
 */
public record Session(
    Pipeline.Opener engine,
    InputStream in,
    Output out,
    Output err,
    Path directory,
    Supplier<String> today,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** The streams, directory and environment that the process was started with. */
  static Session ofProcess() {
    return new Session(
        Engine::open,
        new FileInputStream(FileDescriptor.in),
        new Output(new FileOutputStream(FileDescriptor.out)),
        new Output(new FileOutputStream(FileDescriptor.err)),
        Path.of("").toAbsolutePath(),
        Session::currentDay,
        System.getenv(),
        isTerminal(1),
        isTerminal(2));
  }

  /** In UTC, so that a waiver expires for everybody at once. */
  private static String currentDay() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  /** The same, as if it had been started in another directory. */
  Session in(Path other) {
    return new Session(
        engine, in, out, err, other, today, environment, outIsTerminal, errIsTerminal);
  }

  /** The same for where standard output is taken: what is said there goes with the errors. */
  Session onlyErrors() {
    return new Session(
        engine,
        InputStream.nullInputStream(),
        err,
        err,
        directory,
        today,
        environment,
        errIsTerminal,
        errIsTerminal);
  }

  /** Resolves a path of the command line. */
  public Path resolve(String path) {
    return directory.resolve(path);
  }

  /**
   * What a path is called from here: relative where that is possible, with forward slashes; the
   * directory itself is a dot.
   */
  public String nameOf(Path path) {
    Path absolute = directory.toAbsolutePath().normalize();
    boolean related =
        path.isAbsolute() && String.valueOf(path.getRoot()).equals(absolute.getRoot().toString());
    String name = (related ? absolute.relativize(path.normalize()) : path).toString();
    return name.isEmpty() ? "." : name.replace(path.getFileSystem().getSeparator(), "/");
  }

  boolean exists(String path) {
    return Files.exists(resolve(path));
  }

  /** A sentence for the user, and the remedy if there is one. */
  public void complain(String sentence, @Nullable String help) {
    complain(new Verdict.Complaint(sentence, help));
  }

  /** The same, of a complaint that others make too. */
  public void complain(Verdict.Complaint complaint) {
    out.flush();
    err.print(complaint.text());
    err.flush();
  }

  /** Whether this stream takes colours: as the option says, else as terminal and convention say. */
  public Style style(ColorChoice choice, boolean terminal) {
    boolean colours =
        switch (choice) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> terminal && !isSet("NO_COLOR") && !"dumb".equals(variable("TERM"));
        };
    return colours ? Style.ANSI : Style.PLAIN;
  }

  private boolean isSet(String name) {
    String value = variable(name);
    return value != null && !value.isEmpty();
  }

  @Nullable String variable(String name) {
    return environment.get(name);
  }

  /**
   * Java can tell only whether both standard input and output are a terminal. Linux tells what each
   * stream is, so that {@code bylaw - < x.yaml} keeps its colours and {@code bylaw x.yaml | less}
   * loses them.
   */
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
  }
}
