package dev.bylaw.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command line as a shell reads it: {@code NAME=value bylaw 'an argument' < file}. The variable
 * {@code TERMINAL} stands for a terminal at both outputs.
 */
record Case(
    Path directory, Map<String, String> environment, List<String> arguments, @Nullable Path stdin) {

  /** Copies the case's files to a place of their own, so that a run may write there. */
  static Case read(Path folder, Path directory) throws IOException {
    copy(folder, directory);
    return of(Files.readString(folder.resolve("command")), directory);
  }

  /** What a shell would do with the line in the directory. */
  static Case of(String line, Path directory) {
    Map<String, String> environment = new LinkedHashMap<>();
    List<String> arguments = new ArrayList<>();
    Path stdin = null;
    List<String> words = words(line.strip());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (word.equals("<")) {
        stdin = directory.resolve(words.get(++i));
      } else if (arguments.isEmpty() && equals > 0) {
        environment.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        arguments.add(word);
      }
    }
    if (arguments.isEmpty() || !List.of("bylaw", "./bylaw").contains(arguments.getFirst())) {
      throw new IllegalArgumentException("`" + line + "` does not run bylaw");
    }
    return new Case(directory, environment, arguments.subList(1, arguments.size()), stdin);
  }

  /** Runs it and gives its exit code. The two outputs may be one, as on a terminal. */
  int run(OutputStream out, OutputStream err) throws IOException {
    return Bylaw.run(session(out, err), arguments.toArray(String[]::new)).code();
  }

  /** The world as its run sees it; what it prints goes nowhere. */
  Session session() throws IOException {
    return session(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private Session session(OutputStream out, OutputStream err) throws IOException {
    boolean terminal = environment.containsKey("TERMINAL");
    byte[] input = stdin == null ? new byte[0] : Files.readAllBytes(stdin);
    InputStream in = new ByteArrayInputStream(input);
    return new Session(
        Engine::open,
        in,
        new Output(out),
        new Output(err),
        directory,
        () -> "2026-11-23",
        environment,
        terminal,
        terminal);
  }

  /** Everything that the run printed, returned and wrote. */
  String run() throws IOException {
    TreeSet<Path> before = files(directory);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(out, err);
    StringBuilder result = new StringBuilder("exit " + code + "\n");
    section("stdout", out.toString(StandardCharsets.UTF_8), result);
    section("stderr", err.toString(StandardCharsets.UTF_8), result);
    for (Path file : files(directory)) {
      if (!before.contains(file)) {
        section(directory.relativize(file).toString(), Files.readString(file), result);
      }
    }
    return result.toString();
  }

  /**
   * Colours are shown as escapes, for an approved file is read by people; it outlives a release.
   */
  private static void section(String name, String text, StringBuilder result) {
    if (!text.isEmpty()) {
      String shown =
          text.replace("\u001b", "\\e")
              .replace("ersion\":\"" + Bylaw.version(), "ersion\":\"0.0.0");
      result.append("--- ").append(name).append('\n').append(shown);
      result.append(text.endsWith("\n") ? "" : "(no line end)\n");
    }
  }

  /** A {@code .gitignore} among the cases would hold for this repository: it is called dot. */
  private static void copy(Path folder, Path directory) throws IOException {
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString();
      if (!name.startsWith("approved.") && !name.equals("command")) {
        Path target = directory.resolve(name.replace("dot.", "."));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Files.createDirectories(directory);
  }

  private static TreeSet<Path> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return new TreeSet<>(walk.filter(Files::isRegularFile).toList());
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean inWord = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
        inWord = true;
      } else if (!quoted && (c == ' ' || c == '\n')) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
