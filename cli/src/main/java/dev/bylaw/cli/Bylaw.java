package dev.bylaw.cli;

import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.grammar.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** One run of the program: from its arguments to its exit code. Nothing is thrown at the caller. */
public final class Bylaw {
  private Bylaw() {}

  public static ExitCode run(Session session, String... arguments) {
    ExitCode code;
    try {
      code = answer(session, List.of(arguments));
    } catch (UsageError e) {
      session.complain("error: " + e.sentence(), e.help());
      code = ExitCode.USAGE;
    } catch (Throwable e) {
      bug(e, session);
      code = ExitCode.BUG;
    }
    return flushed(session, code);
  }

  private static ExitCode answer(Session session, List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    return switch (first) {
      case "" -> throw new UsageError("nothing to do", "try `bylaw --help`, or `bylaw check FILE`");
      case "--help", "-h", "help" -> tell(resource("help/bylaw.txt"), session);
      case "--version", "-V" -> tell("bylaw " + version() + "\n", session);
      default ->
          Verbs.isKnown(first)
              ? verb(first, arguments.subList(1, arguments.size()), session)
              : verb("check", arguments, session);
    };
  }

  private static ExitCode tell(String text, Session session) {
    session.out().print(text);
    return ExitCode.OK;
  }

  private static ExitCode verb(String name, List<String> arguments, Session session) {
    Verb verb = Verbs.named(name);
    ParseResult parsed = Arguments.parse(verb.model(), arguments);
    if (parsed.isUsageHelpRequested()) {
      return tell(resource("help/" + name + ".txt"), session);
    }
    try {
      return verb.run(parsed, session);
    } catch (ConfigurationError e) {
      ColorChoice color = Arguments.choice(parsed, "--color", ColorChoice.class, ColorChoice.AUTO);
      return wrong(e.diagnostics(), color, session);
    }
  }

  private static ExitCode wrong(List<Diagnostic> diagnostics, ColorChoice color, Session session) {
    Faults.tell(diagnostics, color, session);
    int errors = diagnostics.size();
    session.complain(
        "error: the configuration cannot be followed ("
            + (errors == 1 ? "1 error" : errors + " errors")
            + "), so nothing was done",
        null);
    return ExitCode.USAGE;
  }

  /** Tells of a bug where the run goes on. */
  static void tellOf(Throwable bug, Session session) {
    bug(bug, session);
    session.err().flush();
  }

  private static void bug(Throwable bug, Session session) {
    String what = bug.getClass().getSimpleName();
    String words =
        switch (bug) {
          case StackOverflowError _ -> "the stack was exhausted";
          case OutOfMemoryError _ -> "the memory was exhausted";
          default -> what.endsWith("Exception") ? what.substring(0, what.length() - 9) : what;
        };
    session.complain(
        "error: this is a bug in Bylaw, not in your files: " + words,
        "please report it with the command line and, if you can, the input; "
            + "BYLAW_DEBUG=1 shows where it happened");
    if (session.variable("BYLAW_DEBUG") != null) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      session.err().print(trace.toString());
    }
  }

  private static ExitCode flushed(Session session, ExitCode code) {
    try {
      session.out().flush();
      session.err().flush();
      return code;
    } catch (UsageError e) {
      session.complain("error: " + e.sentence(), e.help());
      return code.worst(ExitCode.USAGE);
    }
  }

  /** The version of this program, for example {@code 1.2.0}. */
  public static String version() {
    return resource("version.txt").strip();
  }

  static String resource(String name) {
    try (InputStream in = Bylaw.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
