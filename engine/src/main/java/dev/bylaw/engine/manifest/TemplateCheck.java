package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells the author of a template what is wrong, in place of what its braces look like to a YAML
 * parser. It is asked about documents that could not be read; braces in a quoted string or a
 * comment of a good document are nobody's business.
 */
final class TemplateCheck {
  private static final Set<ManifestCode> BRACES_CAUSE =
      EnumSet.of(
          ManifestCode.INVALID_YAML,
          ManifestCode.INVALID_JSON,
          ManifestCode.INVALID_KEY,
          ManifestCode.HIDDEN_TEXT);

  private TemplateCheck() {}

  static Diagnostic explain(Diagnostic fault) {
    if (!(fault.code() instanceof ManifestCode code) || !BRACES_CAUSE.contains(code)) {
      return fault;
    }
    Span place = fault.primary().span();
    String text = place.source().text();
    int lineStart = lineStart(text, place.start());
    int brace = firstBrace(text, lineStart, lineEnd(text, place.start()));
    if (brace < 0 && code != ManifestCode.INVALID_KEY) {
      brace = firstBrace(text, 0, lineStart);
    }
    if (brace < 0) {
      return fault;
    }
    int close = text.indexOf("}}", brace);
    int end = close < 0 || close > lineEnd(text, brace) ? brace + 2 : close + 2;
    return Diagnostic.of(
        ManifestCode.UNRENDERED_TEMPLATE,
        new Span(place.source(), brace, end),
        "this is an unrendered template, which is no manifest yet",
        "render it first, for example with 'helm template'");
  }

  private static int firstBrace(String text, int from, int to) {
    int at = text.indexOf("{{", from);
    while (at >= 0 && at < to && !startsValue(text, at)) {
      at = text.indexOf("{{", at + 2);
    }
    return at < to ? at : -1;
  }

  /**
   * Whether braces stand where YAML takes them for a map: first on a line, or after a key or dash.
   */
  private static boolean startsValue(String text, int brace) {
    int before = brace - 1;
    int start = lineStart(text, brace);
    while (before >= start && text.charAt(before) == ' ') {
      before--;
    }
    return before < start || text.charAt(before) == ':' || text.charAt(before) == '-';
  }

  private static int lineStart(String text, int at) {
    return at == 0 ? 0 : text.lastIndexOf('\n', Math.min(at, text.length()) - 1) + 1;
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
