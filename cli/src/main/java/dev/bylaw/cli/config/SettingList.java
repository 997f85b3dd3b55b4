package dev.bylaw.cli.config;

import dev.bylaw.engine.report.Json;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.frame.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every setting is, and who says so.
 *
 * @param file the name of the configuration, or null if there is none
 */
public record SettingList(@Nullable String file, List<Row> rows) {
  public SettingList {
    rows = List.copyOf(rows);
  }

  private enum Shape {
    ONE,
    LIST,
    UNSET
  }

  /** One setting, or one entry of a setting whose entries come from several places. */
  public record Row(String setting, List<String> values, Shape shape, Origin origin) {
    public static Row of(String setting, String value, Origin origin) {
      return new Row(setting, List.of(value), Shape.ONE, origin);
    }

    public static Row list(String setting, List<String> values, Origin origin) {
      return new Row(setting, List.copyOf(values), Shape.LIST, origin);
    }

    /** A setting that nobody sets, and what that means in a word. */
    public static Row unset(String setting, String meaning, Origin origin) {
      return new Row(setting, List.of(meaning), Shape.UNSET, origin);
    }

    private String value() {
      return shape == Shape.LIST ? "[" + String.join(", ", values) + "]" : values.getFirst();
    }
  }

  /** A setting on a line: its name, its value, and where that comes from. */
  public String text() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("configuration", file == null ? "none" : file, ""));
    rows.forEach(row -> cells.add(List.of(row.setting, row.value(), told(row.origin))));
    int names = width(cells, 0);
    int values = width(cells, 1);
    StringBuilder out = new StringBuilder();
    for (List<String> line : cells) {
      String text =
          padded(line.get(0), names) + "  " + padded(line.get(1), values) + "  " + line.get(2);
      out.append(Printable.of(text.stripTrailing())).append('\n');
    }
    return out.toString();
  }

  private static int width(List<List<String>> cells, int column) {
    return cells.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String told(Origin origin) {
    return switch (origin) {
      case Origin.Option option -> option.name();
      case Origin.File place -> {
        Position from = place.place().from();
        yield place.place().source().name() + ":" + from.line() + ":" + from.column();
      }
      case Origin.Standard _ -> "default";
    };
  }

  /** A setting on a line, with the same keys always; what does not apply is null. */
  public String json() {
    List<String> lines = rows.stream().map(SettingList::object).toList();
    return "{\"version\": 1,\n \"file\": "
        + Json.text(file)
        + ",\n \"settings\": "
        + Json.lines(lines)
        + "}\n";
  }

  private static String object(Row row) {
    return Json.object(g -> {
      g.writeStringField("setting", row.setting);
      switch (row.shape) {
        case ONE -> g.writeStringField("value", row.values.getFirst());
        case LIST -> Json.texts("value", row.values, g);
        case UNSET -> g.writeNullField("value");
      }
      Origin origin = row.origin;
      g.writeStringField(
          "origin",
          switch (origin) {
            case Origin.Option _ -> "option";
            case Origin.File _ -> "file";
            case Origin.Standard _ -> "default";
          });
      g.writeStringField("option", origin instanceof Origin.Option option ? option.name() : null);
      if (origin instanceof Origin.File place) {
        Position from = place.place().from();
        g.writeStringField("file", place.place().source().name());
        g.writeNumberField("line", from.line());
        g.writeNumberField("column", from.column());
      } else {
        g.writeNullField("file");
        g.writeNullField("line");
        g.writeNullField("column");
      }
    });
  }
}
