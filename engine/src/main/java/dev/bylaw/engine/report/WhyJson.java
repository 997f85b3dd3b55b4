package dev.bylaw.engine.report;

import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.explain.Meaning;
import dev.bylaw.engine.explain.Reading;
import dev.bylaw.engine.explain.Trace;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.policy.SubjectText;
import dev.bylaw.grammar.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a rule decided as it did, for a machine: the data of the trees. */
public final class WhyJson {
  private WhyJson() {}

  /** The whole document; each explanation and diagnostic is on a line of its own. */
  public static String of(
      CheckedRule rule, List<Explanation> all, List<Diagnostic> diagnostics, int exitCode) {
    StringBuilder out = new StringBuilder("{\"version\": 1,\n \"rule\": ");
    out.append(JsonWriter.object(g -> rule(rule, g))).append(",\n \"explanations\": [");
    join(all.stream().map(why -> JsonWriter.object(g -> write(why, g))).toList(), out);
    out.append("],\n \"diagnostics\": [");
    join(
        diagnostics.stream().map(d -> JsonWriter.object(g -> JsonReport.write(d, g))).toList(),
        out);
    return out.append("],\n \"exitCode\": ").append(exitCode).append("}\n").toString();
  }

  private static void join(List<String> objects, StringBuilder out) {
    out.append(objects.isEmpty() ? "" : "\n  " + String.join(",\n  ", objects) + "\n ");
  }

  private static void rule(CheckedRule rule, JsonWriter g) {
    g.writeStringField("id", rule.id());
    g.writeStringField("severity", rule.severity().word());
    g.writeStringField("title", rule.title());
    g.writeStringField("subject", SubjectText.of(rule.subject()));
    g.writeStringField("clause", CheckedRule.oneLine(rule.clause().text()));
    JsonReport.span(rule.clause(), g);
  }

  private static void write(Explanation why, JsonWriter g) {
    g.writeStringField("outcome", why.outcome().word());
    Resource resource = why.subject().resource();
    g.writeObjectFieldStart("resource");
    g.writeStringField("apiVersion", resource.apiVersion());
    g.writeStringField("kind", resource.kind());
    g.writeStringField("namespace", resource.namespace());
    g.writeStringField("name", resource.name());
    g.writeEndObject();
    g.writeStringField("container", why.subject().container());
    g.writeStringField("list", why.subject().list() == null ? null : why.subject().list().field());
    g.writeStringField("path", why.subject().path());
    JsonReport.span(why.subject().span(), g);
    if (why.reason() != null) {
      g.writeObjectFieldStart("reason");
      g.writeStringField("cause", why.reason().cause().word());
      g.writeStringField("sentence", why.reason().sentence());
      g.writeEndObject();
    }
    trace("when", why.when(), g);
    trace("condition", why.condition(), g);
    findings("findings", why.findings(), g);
    findings("complaints", why.complaints(), g);
    if (why.waiver() != null) {
      waiver(why.waiver(), g);
    }
  }

  private static void findings(String name, List<Finding> findings, JsonWriter g) {
    g.writeArrayFieldStart(name);
    for (Finding finding : findings) {
      g.writeStartObject();
      g.writeStringField("rule", finding.ruleId());
      g.writeStringField("outcome", finding.outcome().word());
      g.writeStringField("message", finding.message());
      g.writeStringField("path", finding.path());
      JsonReport.span(finding.span(), g);
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void waiver(CheckedWaiver waiver, JsonWriter g) {
    g.writeObjectFieldStart("waiver");
    g.writeStringField("because", waiver.because());
    g.writeStringField("approvedBy", waiver.approvedBy());
    g.writeStringField("until", waiver.until());
    JsonReport.span(waiver.span(), g);
    g.writeEndObject();
  }

  private static void trace(String name, @Nullable Trace trace, JsonWriter g) {
    if (trace != null) {
      g.writeFieldName(name);
      trace(trace, g);
    }
  }

  private static void trace(Trace trace, JsonWriter g) {
    g.writeStartObject();
    g.writeStringField("text", trace.text());
    g.writeBooleanField("holds", trace.holds());
    g.writeBooleanField("decides", trace.decides());
    switch (trace) {
      case Trace.Junction junction -> {
        g.writeStringField("part", junction.joint().word());
        g.writeArrayFieldStart("parts");
        for (Trace part : junction.parts()) {
          trace(part, g);
        }
        g.writeEndArray();
      }
      case Trace.Test test -> {
        g.writeStringField("part", "test");
        readings("values", test.readings(), g);
        items(test.items(), g);
        if (test.note() != null) {
          g.writeStringField("note", test.note());
        }
      }
      case Trace.Named named -> {
        g.writeStringField("part", "word");
        word(named.word(), g);
        trace("meaning", named.meaning(), g);
      }
      case Trace.Quantified quantified -> {
        g.writeStringField("part", "quantifier");
        readings("values", quantified.readings(), g);
        elements(quantified.elements(), g);
      }
    }
    g.writeEndObject();
  }

  private static void items(Trace.Collected<Trace.Item> items, JsonWriter g) {
    if (items.total() == 0) {
      return;
    }
    g.writeArrayFieldStart("items");
    for (Trace.Item item : items.shown()) {
      g.writeStartObject();
      g.writeStringField("text", item.text());
      g.writeBooleanField("holds", item.holds());
      g.writeBooleanField("decides", item.decides());
      if (item.note() != null) {
        g.writeStringField("note", item.note());
      }
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeNumberField("more", items.more());
  }

  private static void elements(Trace.Collected<Trace.Element> elements, JsonWriter g) {
    g.writeArrayFieldStart("elements");
    for (Trace.Element element : elements.shown()) {
      g.writeStartObject();
      g.writeStringField("name", element.name());
      g.writeStringField("path", element.path());
      g.writeBooleanField("counts", element.counts());
      g.writeBooleanField("holds", element.holds());
      g.writeBooleanField("decides", element.decides());
      JsonReport.span(element.span(), g);
      trace("where", element.where(), g);
      trace("condition", element.condition(), g);
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeNumberField("more", elements.more());
  }

  private static void readings(String name, List<Reading> readings, JsonWriter g) {
    g.writeArrayFieldStart(name);
    for (Reading reading : readings) {
      reading(reading, g);
    }
    g.writeEndArray();
  }

  private static void reading(Reading reading, JsonWriter g) {
    g.writeStartObject();
    g.writeStringField("text", reading.text());
    g.writeStringField("value", reading.value());
    switch (reading) {
      case Reading.Read read -> {
        g.writeStringField("path", read.path());
        g.writeBooleanField("wrongType", read.wrongType());
        if (read.note() != null) {
          g.writeStringField("note", read.note());
        }
        JsonReport.span(read.span(), g);
      }
      case Reading.Default fallback -> {
        readings("alternatives", fallback.alternatives(), g);
        g.writeNumberField("taken", fallback.taken());
      }
      case Reading.Count count -> readings("of", List.of(count.list()), g);
      case Reading.Items items -> readings("of", items.items(), g);
      case Reading.Literal _ -> {}
      case Reading.Word word -> word(word.word(), g);
    }
    g.writeEndObject();
  }

  private static void word(Meaning word, JsonWriter g) {
    g.writeObjectFieldStart("word");
    g.writeStringField("kind", word.kind().word());
    g.writeStringField("name", word.name());
    g.writeStringField("text", word.text());
    JsonReport.span(word.span(), g);
    g.writeEndObject();
  }
}
