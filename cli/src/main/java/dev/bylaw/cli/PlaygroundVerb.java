package dev.bylaw.cli;

import dev.bylaw.cli.playground.PageServer;
import dev.bylaw.engine.report.ExitCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw playground}: serves the page in which rules are tried out, until it is ended. */
final class PlaygroundVerb implements Verb {
  private static final int ANY = 0;

  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("playground");
    model.addOption(Arguments.one("--port"));
    model.addOption(Arguments.flag("--no-open"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    int port = port(Arguments.value(arguments, "--port"));
    Path folder = folder();
    if (folder == null) {
      throw new UsageError(
          "this build of Bylaw has no playground",
          "build it with Node 20 or newer on the PATH, and without -Dplayground.skip");
    }
    try (PageServer server = PageServer.start(folder, port)) {
      session.out().println("The playground is at " + server.address() + "  (Ctrl-C ends it)");
      session.out().flush();
      if (!arguments.hasMatchedOption("--no-open")) {
        open(server.address());
      }
      Thread.currentThread().join();
    } catch (IOException e) {
      throw new UsageError(
          "cannot listen on port " + port + ": " + e.getMessage(),
          "another one may be free: `--port 0` takes any that is");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }

  private static int port(@Nullable String value) {
    if (value == null) {
      return ANY;
    }
    try {
      int port = Integer.parseInt(value);
      if (port >= ANY && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below: it is no more a port than a number out of range.
    }
    throw new UsageError("`--port` cannot be `" + value + "`", "it is a number from 0 to 65535");
  }

  /**
   * Beside the folder of the jars; null where Bylaw runs from anything else, or was built without.
   */
  private static @Nullable Path folder() {
    try {
      Path jar =
          Path.of(PlaygroundVerb.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = jar.resolve("../../playground").normalize();
      return Files.isRegularFile(folder.resolve("index.html")) ? folder : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Where no browser can be started, the address that was printed is there to be clicked. */
  private static void open(String address) {
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    try {
      new ProcessBuilder(mac ? "open" : "xdg-open", address)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      return;
    }
  }
}
