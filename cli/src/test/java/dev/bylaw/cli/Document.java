package dev.bylaw.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A page of the documentation, as far as its fenced blocks go. */
record Document(Path path, List<Block> blocks) {
  private static final String FENCE = "```";

  /**
   * The lines between two fences.
   *
   * @param words what stands behind the opening fence: a language, and what a test makes of it
   * @param line of the opening fence, from 1
   */
  record Block(List<String> words, int line, List<String> lines) {
    String language() {
      return words.getFirst();
    }

    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  static Document read(Path path) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(path);
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (open >= 0 && line.equals(FENCE)) {
        blocks.add(
            new Block(
                Arrays.asList(lines.get(open).substring(FENCE.length()).split(" ")),
                open + 1,
                lines.subList(open + 1, i)));
        open = -1;
      } else if (open < 0 && line.startsWith(FENCE)) {
        open = i;
      }
    }
    if (open >= 0) {
      throw new IllegalStateException(path + ":" + (open + 1) + ": this block has no end");
    }
    return new Document(path, blocks);
  }

  /** Puts other lines in the place of a block's, wherever the block has moved to meanwhile. */
  void replace(Block block, List<String> lines) throws IOException {
    Block now = read(path).blocks().get(blocks.indexOf(block));
    List<String> all = new ArrayList<>(Files.readAllLines(path));
    all.subList(now.line(), now.line() + now.lines().size()).clear();
    all.addAll(now.line(), lines);
    Files.write(path, all);
  }

  /**
   * The README, that of the examples, and every page in a folder {@code docs}, of the repository
   * and of its modules.
   */
  static List<Document> all(Path root) throws IOException {
    List<Path> paths =
        new ArrayList<>(
            List.of(root.resolve("README.md"), root.resolve("stdlib-rules/examples/README.md")));
    for (String module : List.of(".", "grammar", "engine", "stdlib-rules", "cli")) {
      Path docs = root.resolve(module).resolve("docs");
      if (Files.isDirectory(docs)) {
        try (Stream<Path> walk = Files.walk(docs)) {
          walk.filter(file -> file.toString().endsWith(".md")).sorted().forEach(paths::add);
        }
      }
    }
    List<Document> documents = new ArrayList<>();
    for (Path path : paths) {
      documents.add(read(path.normalize()));
    }
    return documents;
  }
}
