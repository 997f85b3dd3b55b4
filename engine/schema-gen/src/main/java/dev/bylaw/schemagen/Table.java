package dev.bylaw.schemagen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of rows with tabs between the cells; lines that begin with {@code #} say where it is from.
 */
record Table(String file, List<List<String>> rows) {
  static Table read(Path file, int columns) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> row = List.of(line.split("\t", -1));
      if (row.size() != columns) {
        throw new SchemaException(file + ": not " + columns + " columns: " + line);
      }
      rows.add(row);
    }
    return new Table(String.valueOf(file.getFileName()), rows);
  }

  /** The values of a cell that holds several; {@code ""} stands for the empty string. */
  static List<String> values(String cell) {
    List<String> values = new ArrayList<>();
    for (String value : cell.split(", ", -1)) {
      values.add(value.equals("\"\"") ? "" : value);
    }
    return values;
  }
}
