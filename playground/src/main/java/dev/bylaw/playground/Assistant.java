package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.service.Action;
import dev.bylaw.engine.service.Completion;
import dev.bylaw.engine.service.Hover;
import dev.bylaw.engine.service.Judgement;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.engine.service.Range;
import dev.bylaw.engine.service.Renaming;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks while somebody writes: the answers of the language service, about the files of
 * the request. {@code file}, {@code line} and {@code column} say where the cursor is.
 */
final class Assistant {
  private @Nullable LanguageService service;
  private @Nullable Schema schema;
  private @Nullable Map<String, List<Source>> library;
  private final Set<String> known = new LinkedHashSet<>();

  String complete(Workbench workbench, Request request, Steps steps) {
    LanguageService service = inStep(workbench, request, steps);
    return JsonWriter.object(out -> {
      out.writeArrayFieldStart("completions");
      service
          .complete(request.text("file"), cursor(request))
          .forEach(completion -> write(completion, out));
      out.writeEndArray();
    });
  }

  private static void write(Completion completion, JsonWriter out) {
    out.writeStartObject();
    out.writeStringField("label", completion.label());
    out.writeStringField("kind", completion.kind().name().toLowerCase(Locale.ROOT));
    out.writeStringField("detail", completion.detail());
    out.writeStringField("documentation", completion.documentation());
    Facts.place("at", completion.edit().range(), out);
    out.writeStringField("text", completion.edit().text());
    out.writeEndObject();
  }

  /** {@code null} if nothing is known of what is there. */
  String hover(Workbench workbench, Request request, Steps steps) {
    Hover hover = inStep(workbench, request, steps).hover(request.text("file"), cursor(request));
    return hover == null
        ? "null"
        : JsonWriter.object(out -> {
          Facts.place("at", hover.range(), out);
          out.writeStringField("markdown", hover.markdown());
        });
  }

  /** {@code null} if what is there is not defined in a text. */
  String definition(Workbench workbench, Request request, Steps steps) {
    Range range =
        inStep(workbench, request, steps).definition(request.text("file"), cursor(request));
    return range == null ? "null" : JsonWriter.object(out -> Facts.place("at", range, out));
  }

  /** What can be done about the problems between the cursor and {@code endLine, endColumn}. */
  String actions(Workbench workbench, Request request, Steps steps) {
    List<Action> actions =
        inStep(workbench, request, steps)
            .actions(request.text("file"), cursor(request), request.place("endLine", "endColumn"));
    return JsonWriter.object(out -> {
      out.writeArrayFieldStart("actions");
      for (Action action : actions) {
        out.writeStartObject();
        out.writeStringField("title", action.title());
        Facts.edits(action.edits(), out);
        out.writeEndObject();
      }
      out.writeEndArray();
    });
  }

  /** Edits, or in {@code refusal} why there are none; {@code to} is the new name. */
  String rename(Workbench workbench, Request request, Steps steps) {
    Renaming renaming =
        inStep(workbench, request, steps)
            .rename(request.text("file"), cursor(request), request.text("to"));
    return JsonWriter.object(out -> {
      Facts.edits(renaming.edits(), out);
      out.writeStringField("refusal", renaming.refusal());
    });
  }

  /** The edits that give a rule file its canonical layout. */
  String format(Workbench workbench, Request request, Steps steps) {
    LanguageService service = inStep(workbench, request, steps);
    return JsonWriter.object(out -> Facts.edits(service.format(request.text("file")), out));
  }

  private static Position cursor(Request request) {
    return request.place("line", "column");
  }

  /** The service, with the texts of the request and no others. */
  private LanguageService inStep(Workbench workbench, Request request, Steps steps) {
    Schema types = workbench.schema(request);
    Map<String, List<Source>> packs = workbench.library(request);
    LanguageService current = service;
    if (current == null || schema != types || !packs.equals(library)) {
      current = new LanguageService(types, packs);
      service = current;
      schema = types;
      library = packs;
      known.clear();
    }
    List<String> names = new ArrayList<>(request.texts("manifests"));
    List<String> active = new ArrayList<>();
    for (String name : request.texts("rules")) {
      (packs.containsKey(name) ? active : names).add(name);
    }
    for (String gone : List.copyOf(known)) {
      if (!names.contains(gone)) {
        current.remove(gone);
        known.remove(gone);
      }
    }
    for (String name : names) {
      String text = workbench.file(name).text();
      if (known.add(name) || !text.equals(current.text(name))) {
        current.put(name, text);
      }
    }
    current.limit(steps);
    List<Source> judging = new ArrayList<>();
    active.forEach(pack -> judging.addAll(packs.getOrDefault(pack, List.of())));
    current.judge(
        new Judgement(
            judging,
            _ -> true,
            Settings.NONE,
            policy -> policy,
            ContainerRuntime.all(),
            _ -> false,
            Judgement.WAIVERS,
            () -> request.text("today")));
    return current;
  }
}
