package dev.bylaw.playground;

import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.grammar.Source;
import dev.bylaw.stdlib.StandardLibrary;

/**
 * Answers what the page asks, on the JVM as in the browser. A request is a JSON object whose {@code
 * ask} says what is wanted; so is an answer. Texts are handed over beforehand, under the names that
 * requests use.
 */
public final class Playground {
  private final Workbench workbench = new Workbench();
  private final Assistant assistant = new Assistant();

  /** Holds the text of a file. */
  public void hold(String name, String text) {
    workbench.hold(name, text);
  }

  /**
   * Answers a request.
   *
   * @throws IllegalArgumentException if the page asks what is not in the protocol
   */
  public String answer(String json) {
    Request request = Request.parse(json);
    String ask = request.text("ask");
    return switch (ask) {
      case "check" -> CheckAnswer.of(workbench, request);
      case "why" -> WhyAnswer.of(workbench, request);
      case "test" -> TestAnswer.of(workbench, request);
      case "output" -> OutputAnswer.of(workbench, request);
      case "fix" -> FixAnswer.of(workbench, request);
      case "packs" -> packs();
      case "complete" -> assistant.complete(workbench, request);
      case "hover" -> assistant.hover(workbench, request);
      case "definition" -> assistant.definition(workbench, request);
      case "actions" -> assistant.actions(workbench, request);
      case "rename" -> assistant.rename(workbench, request);
      case "format" -> assistant.format(workbench, request);
      default -> throw new IllegalArgumentException("nobody can answer `" + ask + "`");
    };
  }

  /** Each standard pack: its files, by name. */
  private static String packs() {
    return JsonWriter.object(out -> {
      for (String pack : StandardLibrary.packs()) {
        out.writeObjectFieldStart("std/" + pack);
        for (Source source : StandardLibrary.sources(pack)) {
          out.writeStringField(source.name(), source.text());
        }
        out.writeEndObject();
      }
    });
  }
}
