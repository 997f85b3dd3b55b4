package dev.bylaw.playground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The engine's tables of operators as exchanges: each condition once, over a manifest with a
 * document for each row. What comes out is in the tables, which the engine's own tests hold; here
 * it only has to be the same twice, be it a manifest that cannot be read.
 */
final class Tables {
  private static final String HOLE = "…";

  private Tables() {}

  static List<Exchange> in(Path folder) throws IOException {
    List<Exchange> exchanges = new ArrayList<>();
    for (Path file : Corpus.files(folder, ".md")) {
      List<String> page = Files.readAllLines(file);
      for (int i = 0; i + 1 < page.size(); i++) {
        if (page.get(i + 1).startsWith("|--")) {
          table(file.getFileName() + ":" + (i + 1), page.subList(i, page.size()), exchanges);
        }
      }
    }
    return exchanges;
  }

  private static void table(String name, List<String> lines, List<Exchange> exchanges) {
    List<String> head = cells(lines.getFirst());
    int colon = head.getFirst().indexOf(": ");
    String subject = head.getFirst().substring(0, colon);
    String manifest = head.getFirst().substring(colon + 2);
    StringBuilder documents = new StringBuilder();
    for (int i = 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
      String filled = filled(manifest, cells(lines.get(i)).getFirst());
      documents.append("---\n").append(object(subject, filled)).append('\n');
    }
    for (String condition : head.subList(1, head.size())) {
      String rule = "rule r {\n  " + subject + "\n  deny " + condition + "\n}\n";
      exchanges.add(
          Exchange.check(
              "tables/" + name + " " + condition,
              Map.of("table.bylaw", rule),
              Map.of("rows.yaml", documents.toString())));
    }
  }

  /** A value of {@code -} leaves the key out. */
  private static String filled(String manifest, String value) {
    return value.equals("-")
        ? manifest.replaceFirst("(, )?[^{},:]+: " + HOLE, "")
        : manifest.replace(HOLE, value);
  }

  private static String object(String subject, String filled) {
    if (filled.startsWith("{")) {
      return filled;
    }
    String spec =
        subject.equals("for container") ? "containers: [{name: app, " + filled + "}]" : filled;
    return "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {" + spec + "}}";
  }

  private static List<String> cells(String line) {
    String inner = line.strip();
    return Arrays.stream(inner.substring(1, inner.length() - 1).split("(?<!\\\\)\\|", -1))
        .map(cell -> cell.strip().replace("`", "").replace("\\|", "|"))
        .toList();
  }
}
