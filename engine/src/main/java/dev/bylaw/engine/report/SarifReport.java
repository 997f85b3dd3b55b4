package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * SARIF 2.1.0 (OASIS, 2020) for code scanning. Results are written as they come; the rules that
 * they are of and the run itself follow them, for the order of keys means nothing.
 */
public final class SarifReport implements Report {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";

  private final TextSink out;
  private final FileNames names;
  private final String version;
  private final SarifRules rules = new SarifRules();
  private final List<String> notifications = new ArrayList<>();
  private boolean begun;
  private boolean hasResults;

  /**
   * Writes one run.
   *
   * @param version of Bylaw
   */
  public SarifReport(TextSink out, FileNames names, String version) {
    this.out = out;
    this.version = version;
    this.names = names;
  }

  @Override
  public void finding(Finding finding) {
    begin();
    int rule = rules.indexOf(finding);
    out.print((hasResults ? ",\n  " : "\n  ") + Json.object(g -> result(finding, rule, g)));
    hasResults = true;
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    notifications.add(Json.object(g -> notification(diagnostic, g)));
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally tally, ExitCode code) {
    begin();
    out.print(hasResults ? "\n ],\n" : "],\n");
    out.print(" \"invocations\": [{\"executionSuccessful\": " + wentThrough(code));
    out.print(", \"exitCode\": " + code.code());
    out.print(", \"exitCodeDescription\": \"" + meaning(code) + "\"");
    out.print(", \"toolExecutionNotifications\": " + Json.lines(notifications) + "}],\n");
    out.print(" \"tool\": {\"driver\": " + Json.object(this::driver));
    out.print("}}]}\n");
    out.flush();
  }

  private void begin() {
    if (!begun) {
      begun = true;
      out.print("{\"$schema\": \"" + SCHEMA + "\", \"version\": \"2.1.0\", \"runs\": [{\n");
      out.print(" \"columnKind\": \"utf16CodeUnits\",\n");
      out.print(" \"originalUriBaseIds\": {\"" + ROOT + "\": {\"description\": ");
      out.print("{\"text\": \"the root of the repository\"}}},\n");
      out.print(" \"results\": [");
    }
  }

  private static boolean wentThrough(ExitCode code) {
    return code == ExitCode.OK || code == ExitCode.FINDINGS;
  }

  private static String meaning(ExitCode code) {
    return switch (code) {
      case OK -> "nothing found that counts";
      case FINDINGS -> "findings";
      case INCOMPLETE -> "incomplete: something could not be read, or nothing was checked";
      case USAGE -> "a mistake in the command line or in the rules";
      case BUG -> "a bug in Bylaw";
    };
  }

  private void result(Finding finding, int rule, JsonWriter g) {
    g.writeStringField("ruleId", finding.ruleId());
    g.writeNumberField("ruleIndex", rule);
    g.writeStringField("level", Levels.sarif(finding.severity()));
    text("message", finding.message(), g);
    g.writeArrayFieldStart("locations");
    g.writeStartObject();
    physicalLocation(finding.span(), g);
    g.writeArrayFieldStart("logicalLocations");
    g.writeStartObject();
    g.writeStringField("fullyQualifiedName", Trail.of(finding));
    g.writeStringField("kind", "resource");
    g.writeEndObject();
    g.writeEndArray();
    g.writeEndObject();
    g.writeEndArray();
    g.writeObjectFieldStart("partialFingerprints");
    g.writeStringField("bylaw/v1", finding.fingerprint());
    g.writeEndObject();
    suppressions(finding, g);
    g.writeObjectFieldStart("properties");
    g.writeStringField("path", finding.path());
    g.writeStringField("severity", finding.severity().word());
    g.writeEndObject();
  }

  /** Written for every result, also where it is empty: only then does it mean that none is. */
  private static void suppressions(Finding finding, JsonWriter g) {
    g.writeArrayFieldStart("suppressions");
    switch (finding.outcome()) {
      case VIOLATED -> {}
      case WAIVED -> {
        CheckedWaiver waiver = finding.waiver();
        boolean here = waiver != null && isBeside(waiver, finding);
        String kind = here ? "inSource" : "external";
        suppression(kind, waiver == null ? "waived" : WaiverText.of(waiver), g);
      }
      case BASELINED -> suppression("external", "it is in the baseline", g);
    }
    g.writeEndArray();
  }

  /** Whether a comment of the manifest itself is the exception. */
  private static boolean isBeside(CheckedWaiver waiver, Finding finding) {
    return waiver.span().source().name().equals(finding.span().source().name());
  }

  private static void suppression(String kind, String justification, JsonWriter g) {
    g.writeStartObject();
    g.writeStringField("kind", kind);
    g.writeStringField("status", "accepted");
    g.writeStringField("justification", justification);
    g.writeEndObject();
  }

  private void notification(Diagnostic diagnostic, JsonWriter g) {
    g.writeObjectFieldStart("descriptor");
    g.writeStringField("id", diagnostic.code().id());
    g.writeEndObject();
    g.writeStringField("level", diagnostic.severity().word());
    String help = diagnostic.help() == null ? "" : "; " + diagnostic.help();
    text("message", diagnostic.message() + help, g);
    g.writeArrayFieldStart("locations");
    g.writeStartObject();
    physicalLocation(diagnostic.primary().span(), g);
    g.writeEndObject();
    g.writeEndArray();
  }

  private void physicalLocation(Span span, JsonWriter g) {
    Position from = span.from();
    Position until = span.until();
    g.writeObjectFieldStart("physicalLocation");
    g.writeObjectFieldStart("artifactLocation");
    String name = span.source().name();
    g.writeStringField("uri", names.uri(name));
    if (FileNames.isInside(names.path(name))) {
      g.writeStringField("uriBaseId", ROOT);
    }
    g.writeEndObject();
    g.writeObjectFieldStart("region");
    g.writeNumberField("startLine", from.line());
    g.writeNumberField("startColumn", from.column());
    g.writeNumberField("endLine", until.line());
    g.writeNumberField("endColumn", until.column());
    g.writeEndObject();
    g.writeEndObject();
  }

  private void driver(JsonWriter g) {
    g.writeStringField("name", "Bylaw");
    g.writeStringField("version", version);
    g.writeStringField("semanticVersion", version);
    g.writeArrayFieldStart("rules");
    rules.write(g);
    g.writeEndArray();
  }

  static void text(String field, String text, JsonWriter g) {
    g.writeObjectFieldStart(field);
    g.writeStringField("text", text);
    g.writeEndObject();
  }
}
