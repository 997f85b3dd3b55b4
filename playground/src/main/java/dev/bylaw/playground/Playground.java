package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.grammar.Source;
import dev.bylaw.stdlib.StandardLibrary;

/**
 * Answers what the page asks, on the JVM as in the browser. A request is a JSON object whose {@code
 * ask} says what is wanted; so is an answer. Texts are handed over beforehand, under the names that
 * requests use.
 */
public final class Playground {
  /**
   * What one answer may take: in a browser less than a second, and several times what a large pack
   * and fifty documents ask for.
   */
  private static final int STEPS = 3_000_000;

  private final int most;
  private final Workbench workbench = new Workbench();
  private final Assistant assistant = new Assistant();

  /** With the budget of the page. */
  public Playground() {
    this(STEPS);
  }

  /** With a budget of so many steps for each answer. */
  Playground(int most) {
    this.most = most;
  }

  /** Holds the text of a file. */
  public void hold(String name, String text) {
    workbench.hold(name, text);
  }

  /**
   * Answers a request. What asks for more work than an answer may take is answered with {@code
   * stopped}, a sentence that says so; the next request is answered as if it had not been made.
   *
   * @throws IllegalArgumentException if the page asks what is not in the protocol
   */
  public String answer(String json) {
    Request request = Request.parse(json);
    Steps steps = Steps.of(most);
    try {
      workbench.takeToRead(request, steps);
      return answer(request, steps);
    } catch (Steps.UsedUp _) {
      return stopped();
    }
  }

  private String answer(Request request, Steps steps) {
    String ask = request.text("ask");
    return switch (ask) {
      case "check" -> CheckAnswer.of(workbench, request, steps);
      case "why" -> WhyAnswer.of(workbench, request, steps);
      case "test" -> TestAnswer.of(workbench, request, steps);
      case "output" -> OutputAnswer.of(workbench, request, steps);
      case "fix" -> FixAnswer.of(workbench, request, steps);
      case "packs" -> packs();
      case "complete" -> assistant.complete(workbench, request, steps);
      case "hover" -> assistant.hover(workbench, request, steps);
      case "definition" -> assistant.definition(workbench, request, steps);
      case "actions" -> assistant.actions(workbench, request, steps);
      case "rename" -> assistant.rename(workbench, request, steps);
      case "format" -> assistant.format(workbench, request, steps);
      default -> throw new IllegalArgumentException("nobody can answer `" + ask + "`");
    };
  }

  private String stopped() {
    return JsonWriter.object(out ->
        out.writeStringField(
            "stopped",
            "stopped: budget. This input takes more than the "
                + most
                + " steps that the page spends on one answer; the command line has no such limit"));
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
