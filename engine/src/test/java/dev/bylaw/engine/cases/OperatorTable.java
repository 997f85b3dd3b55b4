package dev.bylaw.engine.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a page: its first cell says for what and in which manifest ({@code …} is where the
 * value stands), the others of the first line are conditions; each line below is a value and what
 * the conditions make of it. A value of {@code -} leaves the key out.
 *
 * @param at the index of the line of the first row in the page
 */
record OperatorTable(
    String subject, String manifest, List<String> conditions, List<Row> rows, int at) {
  private static final String HOLE = "…";

  /** A value, and what each condition is to make of it. */
  record Row(String value, List<String> results) {}

  /** The tables of a page, in its order. */
  static List<OperatorTable> of(List<String> page) {
    List<OperatorTable> tables = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      boolean header = i + 1 < page.size() && page.get(i + 1).startsWith("|--");
      if (header) {
        List<Row> rows = new ArrayList<>();
        for (int r = i + 2; r < page.size() && page.get(r).startsWith("|"); r++) {
          List<String> cells = cells(page.get(r));
          rows.add(new Row(cells.getFirst(), cells.subList(1, cells.size())));
        }
        List<String> cells = cells(page.get(i));
        String first = cells.getFirst();
        int colon = first.indexOf(": ");
        tables.add(
            new OperatorTable(
                first.substring(0, colon),
                first.substring(colon + 2),
                cells.subList(1, cells.size()),
                rows,
                i + 2));
      }
    }
    return tables;
  }

  /** Cells stand in backquotes where they hold code. */
  private static List<String> cells(String line) {
    String inner = line.strip();
    return Arrays.stream(inner.substring(1, inner.length() - 1).split("(?<!\\\\)\\|"))
        .map(cell -> cell.strip().replace("`", "").replace("\\|", "|"))
        .toList();
  }

  /** The manifest with a value in its place. */
  String manifest(String value) {
    int hole = manifest.indexOf(HOLE);
    String filled = value.equals("-") ? without(hole) : manifest.replace(HOLE, value);
    if (filled.startsWith("{")) {
      return filled;
    }
    String spec =
        subject.equals("for container") ? "containers: [{name: app, " + filled + "}]" : filled;
    return "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {" + spec + "}}";
  }

  private String without(int hole) {
    int from = Math.max(manifest.lastIndexOf('{', hole), manifest.lastIndexOf(',', hole)) + 1;
    int to = hole + HOLE.length();
    boolean first = from == 0 || manifest.charAt(from - 1) == '{';
    if (first && to < manifest.length() && manifest.charAt(to) == ',') {
      to++;
    }
    return manifest.substring(0, first ? from : from - 1) + manifest.substring(to);
  }

  /** The line of a row, as the page has it. */
  String line(Row row, List<String> results) {
    return "| `" + row.value().replace("|", "\\|") + "` | " + String.join(" | ", results) + " |";
  }
}
