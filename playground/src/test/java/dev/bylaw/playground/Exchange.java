package dev.bylaw.playground;

import dev.bylaw.engine.report.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that are handed over, and what is asked of them.
 *
 * @param name what a failure calls it
 */
record Exchange(String name, Map<String, String> files, List<String> requests) {
  private static final List<String> ASKS = List.of("check", "test");

  /** A check, a run of the tests and why each rule decided as it did. */
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
      requests.add(request(ask, null, rules, manifests, library));
    }
    for (String id : ids) {
      requests.add(request("why", id, rules, manifests, library));
    }
    return new Exchange(name, files, requests);
  }

  private static String request(
      String ask,
      @Nullable String rule,
      Map<String, String> rules,
      Map<String, String> manifests,
      Map<String, String> library) {
    return JsonWriter.object(out -> {
      out.writeStringField("ask", ask);
      if (rule != null) {
        out.writeStringField("rule", rule);
      }
      out.writeStringField("today", "2026-11-23");
      Facts.texts("rules", List.copyOf(rules.keySet()), out);
      Facts.texts("manifests", List.copyOf(manifests.keySet()), out);
      Facts.texts("library", List.copyOf(library.keySet()), out);
    });
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
