package dev.bylaw.playground;

import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that are handed over, and what is asked of them.
 *
 * @param name what a failure calls it
 */
record Exchange(String name, Map<String, String> files, List<String> requests) {
  private static final List<String> ASKS = List.of("check", "test");
  private static final List<String> FORMATS = List.of("text", "json", "sarif");
  private static final List<String> SERVICE =
      List.of("hover", "definition", "actions", "rename", "format");
  private static final Pattern MENDABLE =
      Pattern.compile("\"mendable\":true[^}]*?\"fingerprint\":\"([^\"]+)\"");
  private static final Pattern CLAUSE = Pattern.compile("\\b(deny|require) ");

  /** A check and nothing else. */
  static Exchange check(String name, Map<String, String> rules, Map<String, String> manifests) {
    Map<String, String> files = new LinkedHashMap<>(rules);
    files.putAll(manifests);
    return new Exchange(
        name, files, List.of(request("check", Map.of(), rules, manifests, Map.of())));
  }

  /** A check, its reports, fixes, tests and explanations, and what a writer asks. */
  static Exchange of(
      String name,
      Map<String, String> rules,
      Map<String, String> manifests,
      Map<String, String> library,
      List<String> ids) {
    Map<String, String> files = new LinkedHashMap<>(rules);
    files.putAll(manifests);
    files.putAll(library);
    List<String> requests = new ArrayList<>();
    for (String ask : ASKS) {
      requests.add(request(ask, Map.of(), rules, manifests, library));
    }
    for (String format : FORMATS) {
      Map<String, String> more = Map.of("format", format, "version", "0.0.0");
      requests.add(request("output", more, rules, manifests, library));
    }
    for (String file : manifests.keySet()) {
      requests.add(request("fix", Map.of("file", file), rules, manifests, library));
    }
    // Fingerprints are the same on both sides, so the page asks by those that it was told.
    for (String fingerprint : fingerprints(requests.getFirst(), files)) {
      manifests
          .keySet()
          .forEach(file ->
              requests.add(
                  request(
                      "fix",
                      Map.of("file", file, "finding", fingerprint),
                      rules,
                      manifests,
                      library)));
    }
    for (String id : ids) {
      requests.add(request("why", Map.of("rule", id), rules, manifests, library));
    }
    rules.forEach((file, text) ->
        SERVICE.forEach(
            ask -> requests.addAll(written(ask, file, text, rules, manifests, library))));
    if (name.startsWith("gallery/") || name.endsWith("LF")) {
      // Every answer holds the descriptions of all fields.
      rules.forEach((file, text) ->
          requests.addAll(written("complete", file, text, rules, manifests, library)));
    }
    return new Exchange(name, files, requests);
  }

  /** Of the first few findings that can be mended. */
  private static List<String> fingerprints(String check, Map<String, String> files) {
    String answer = new Exchange("", files, List.of(check)).answersOf(new Playground()).getFirst();
    return MENDABLE.matcher(answer).results().map(found -> found.group(1)).limit(2).toList();
  }

  private static String request(
      String ask,
      Map<String, String> more,
      Map<String, String> rules,
      Map<String, String> manifests,
      Map<String, String> library) {
    return JsonWriter.object(out -> {
      out.writeStringField("ask", ask);
      more.forEach(out::writeStringField);
      out.writeStringField("today", "2026-11-23");
      names(rules, manifests, library, out);
    });
  }

  /** What somebody asks who writes the first clause of a file. */
  private static List<String> written(
      String ask,
      String file,
      String text,
      Map<String, String> rules,
      Map<String, String> manifests,
      Map<String, String> library) {
    Matcher clause = CLAUSE.matcher(text);
    if (!clause.find()) {
      return List.of();
    }
    Position at = new Source(file, text).position(clause.end());
    return List.of(
        JsonWriter.object(out -> {
          out.writeStringField("ask", ask);
          out.writeStringField("file", file);
          out.writeNumberField("line", at.line());
          out.writeNumberField("column", at.column());
          out.writeNumberField("endLine", at.line());
          out.writeNumberField("endColumn", at.column() + 20L);
          out.writeStringField("to", "renamed");
          out.writeStringField("today", "2026-11-23");
          names(rules, manifests, library, out);
        }));
  }

  private static void names(
      Map<String, String> rules,
      Map<String, String> manifests,
      Map<String, String> library,
      JsonWriter out) {
    Facts.texts("rules", List.copyOf(rules.keySet()), out);
    Facts.texts("manifests", List.copyOf(manifests.keySet()), out);
    Facts.texts("library", List.copyOf(library.keySet()), out);
  }

  /** The same on the JVM. */
  List<String> answersOf(Playground playground) {
    files.forEach(playground::hold);
    return requests.stream().map(playground::answer).toList();
  }

  void write(JsonWriter out) {
    out.writeStartObject();
    out.writeObjectFieldStart("files");
    files.forEach(out::writeStringField);
    out.writeEndObject();
    Facts.texts("requests", requests, out);
    out.writeEndObject();
  }
}
