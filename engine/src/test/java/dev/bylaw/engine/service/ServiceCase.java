package dev.bylaw.engine.service;

import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with a {@code request}, such as {@code hover} or {@code rename other}, and the files of
 * a workspace. The request is asked at each {@code ‸} of them; {@code library/NAME.bylaw} is the
 * standard pack {@code std/NAME}.
 */
record ServiceCase(LanguageService service, List<Cursor> cursors, String request) {
  private static final String MARK = "\u2038";

  /** A place that is marked in a file. */
  record Cursor(String file, Position at) {}

  static ServiceCase read(Path folder) throws IOException {
    Map<String, List<Source>> library = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString();
      String text = Files.readString(file);
      if (name.startsWith("library/")) {
        String pack =
            "std/" + name.substring("library/".length(), name.length() - ".bylaw".length());
        library.put(pack, List.of(new Source(name, text)));
      } else if (!name.equals("request") && !name.equals("approved.txt")) {
        texts.put(name, text);
      }
    }
    var service = new LanguageService(Schema.of(KubernetesVersion.newest()), library);
    List<Cursor> cursors = new ArrayList<>();
    texts.forEach((name, text) -> {
      service.put(name, text.replace(MARK, ""));
      int found = 0;
      for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
        String before = text.substring(0, at).replace(MARK, "");
        cursors.add(new Cursor(name, new Source(name, before).position(before.length())));
        found++;
      }
      if (found == 0 && !name.equals("other.bylaw")) {
        cursors.add(new Cursor(name, new Position(1, 1)));
      }
    });
    service.activate(List.copyOf(library.keySet()));
    return new ServiceCase(service, cursors, Files.readString(folder.resolve("request")).strip());
  }

  String answer() {
    return cursors.stream()
        .map(cursor -> "--- " + cursor.file() + " " + at(cursor.at()) + "\n" + answer(cursor))
        .collect(Collectors.joining());
  }

  private String answer(Cursor cursor) {
    String file = cursor.file();
    Position at = cursor.at();
    return switch (request.split(" ", 2)[0]) {
      case "complete" -> lines(completions(file, at));
      case "hover" -> {
        Hover hover = service.hover(file, at);
        yield hover == null ? "nothing\n" : range(hover.range()) + "\n" + hover.markdown() + "\n";
      }
      case "definition" -> {
        Range range = service.definition(file, at);
        yield range == null ? "nothing\n" : range(range) + "\n";
      }
      case "references" -> lines(service.references(file, at).stream().map(this::range));
      case "rename" -> {
        Renaming renaming = service.rename(file, at, request.substring("rename ".length()));
        yield renaming.refusal() != null
            ? "refused: " + renaming.refusal() + "\n"
            : lines(renaming.edits().stream().map(this::edit));
      }
      case "renamable" -> {
        Range range = service.renamable(file, at);
        yield range == null ? "nothing\n" : range(range) + " " + text(range) + "\n";
      }
      case "fix-all" -> lines(service.fixAll(file).stream().map(this::edit));
      case "problems" -> lines(service.problems(file).stream().map(this::problem));
      case "actions" ->
          lines(
              service.actions(file, at, at).stream()
                  .map(action ->
                      action.title()
                          + "  ["
                          + action.mends()
                          + "]\n"
                          + lines(action.edits().stream().map(this::edit)).stripTrailing()));
      case "symbols" ->
          lines(
              service.symbols(file).stream()
                  .map(s ->
                      s.kind()
                          + " "
                          + s.label()
                          + "  "
                          + range(s.range())
                          + " "
                          + range(s.name())));
      case "folds" -> lines(service.folds(file).stream().map(this::range));
      case "hints" -> lines(service.hints(file).stream().map(h -> at(h.at()) + " " + h.text()));
      case "colours" ->
          lines(
              service.colours(file).stream()
                  .map(c -> range(c.range()) + " " + c.role() + "  " + text(c.range())));
      case "format" -> lines(service.format(file).stream().map(this::edit));
      default -> throw new IllegalArgumentException(request);
    };
  }

  /** What the editor would show: what begins as the word before the cursor does. */
  private Stream<String> completions(String file, Position at) {
    return service.complete(file, at).stream()
        .filter(c -> {
          Range replaced = c.edit().range();
          String written = text(new Range(file, replaced.from(), at));
          return c.label()
              .toLowerCase(java.util.Locale.ROOT)
              .startsWith(written.toLowerCase(java.util.Locale.ROOT));
        })
        .limit(40)
        .map(c -> c.label() + "  " + c.kind() + "  " + c.detail());
  }

  private String text(Range range) {
    String text = service.text(range.file());
    Source source = new Source(range.file(), text == null ? "" : text);
    return source.text().substring(source.offset(range.from()), source.offset(range.until()));
  }

  private String problem(Problem problem) {
    String help = problem.help() == null ? "" : "\n  help: " + problem.help();
    return range(problem.range())
        + " "
        + problem.level()
        + " "
        + problem.code()
        + ": "
        + problem.message()
        + help;
  }

  private String edit(Edit edit) {
    return "  " + range(edit.range()) + " -> " + edit.text().replace("\n", "\n    ");
  }

  private String range(Range range) {
    return range.file() + " " + at(range.from()) + "-" + at(range.until());
  }

  private static String at(Position position) {
    return position.line() + ":" + position.column();
  }

  private static String lines(Stream<String> lines) {
    String all = lines.map(line -> line + "\n").collect(Collectors.joining());
    return all.isEmpty() ? "nothing\n" : all;
  }
}
