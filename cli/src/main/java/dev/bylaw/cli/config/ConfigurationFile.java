package dev.bylaw.cli.config;

import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.ConfigurationError;
import dev.bylaw.cli.Repository;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.UsageError;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds {@code bylaw.yaml}, and reads it. */
public final class ConfigurationFile {
  public static final String NAME = "bylaw.yaml";

  /** Names that people give it by mistake, so that it would not be followed and nobody knew. */
  private static final List<String> MISTAKEN = List.of("bylaw.yml", ".bylaw.yaml", ".bylaw.yml");

  private ConfigurationFile() {}

  /**
   * The nearest one from here up to the root of the repository; outside of a repository only one
   * that lies here, for those above may be anybody's.
   */
  public static Configuration nearest(Session session) {
    Path root = Repository.root(session.directory());
    Path directory = session.directory();
    while (directory != null) {
      Path file = directory.resolve(NAME);
      if (Files.exists(file)) {
        return read(session.nameOf(file), file, session);
      }
      refuseMistaken(directory, session);
      directory = root == null || directory.equals(root) ? null : directory.getParent();
    }
    return Configuration.NONE;
  }

  private static void refuseMistaken(Path directory, Session session) {
    for (String name : MISTAKEN) {
      Path file = directory.resolve(name);
      if (Files.exists(file)) {
        throw new UsageError(
            "`" + session.nameOf(file) + "` is not read: a configuration is called `" + NAME + "`",
            "rename it, or say `--no-config`");
      }
    }
  }

  /** The one that the command line names. */
  public static Configuration named(String name, Session session) {
    Path file = session.resolve(name);
    if (!Files.exists(file)) {
      throw new UsageError("there is no configuration `" + name + "`", null);
    }
    return read(name.replace('\\', '/'), file.toAbsolutePath().normalize(), session);
  }

  /** What is wrong with a configuration as it is being written. */
  public static List<Diagnostic> problems(String text, Path file, Session session) {
    return ConfigurationReader.read(new Source(session.nameOf(file), text), file, session)
        .diagnostics();
  }

  private static Configuration read(String name, Path file, Session session) {
    Source source = new Source(name, text(name, file));
    Staged<Configuration> read = ConfigurationReader.read(source, file, session);
    if (!read.diagnostics().isEmpty()) {
      throw new ConfigurationError(read.diagnostics());
    }
    return read.result();
  }

  private static String text(String name, Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageError("cannot read `" + name + "`: it is a directory", null);
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw fault(name, "this configuration is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      boolean denied = e instanceof AccessDeniedException;
      throw new UsageError(
          "cannot read `" + name + "`: " + (denied ? "permission denied" : e.getMessage()), null);
    }
  }

  private static ConfigurationError fault(String name, String sentence, @Nullable String help) {
    Span nowhere = new Span(new Source(name, ""), 0, 0);
    return new ConfigurationError(
        List.of(Diagnostic.of(CliCode.NO_CONFIGURATION, nowhere, sentence, help)));
  }
}
