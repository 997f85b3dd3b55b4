package dev.bylaw.cli;

import dev.bylaw.cli.config.ConfigurationFile;
import dev.bylaw.cli.init.Starter;
import dev.bylaw.engine.report.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw init}: writes a configuration that fits what lies here. */
final class InitVerb implements Verb {
  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("init");
    model.addOption(Arguments.flag("--force"));
    model.addOption(Arguments.flag("--dry-run"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    boolean dry = arguments.hasMatchedOption("--dry-run");
    Path file = session.resolve(ConfigurationFile.NAME);
    if (Files.exists(file) && !dry && !arguments.hasMatchedOption("--force")) {
      throw new UsageError(
          "`" + ConfigurationFile.NAME + "` is there already",
          "`--force` writes over it, and `--dry-run` prints what it would write");
    }
    Starter.Draft draft = Starter.draft(session);
    if (dry) {
      session.out().print(draft.text());
    } else {
      write(file, draft.text());
      session.out().println("wrote " + ConfigurationFile.NAME);
    }
    draft.notes().forEach(note -> session.complain("note: " + note, null));
    return ExitCode.OK;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      boolean denied = e instanceof AccessDeniedException;
      throw new UsageError(
          "cannot write `"
              + ConfigurationFile.NAME
              + "`: "
              + (denied ? "permission denied" : e.getMessage()),
          null);
    }
  }
}
