package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a tool made a document from, which is where whoever mends it has to go: {@code helm
 * template} writes it above each document, as {@code # Source: chart/templates/web.yaml}, and
 * kustomize with {@code buildMetadata: [originAnnotations]} into an annotation, as {@code path:
 * base/web.yaml}.
 */
public final class Origin {
  private static final String COMMENT = "# Source: ";
  private static final String ANNOTATION = "config.kubernetes.io/origin";
  private static final String PATH = "path: ";

  private Origin() {}

  /** What the finding's document was made from, or null if nobody says. */
  public static @Nullable String of(Finding finding) {
    String above = comment(finding.span().source().text());
    return above == null ? annotation(finding.resource().root()) : above;
  }

  /** From the comments before the first line of the document. */
  private static @Nullable String comment(String text) {
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end).strip();
      if (line.startsWith(COMMENT)) {
        return line.substring(COMMENT.length()).strip();
      }
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("---")) {
        return null;
      }
      start = end + 1;
    }
    return null;
  }

  private static @Nullable String annotation(Node.Mapping object) {
    return object.get("metadata") instanceof Node.Mapping metadata
            && metadata.get("annotations") instanceof Node.Mapping annotations
            && annotations.get(ANNOTATION) instanceof Node.Text origin
        ? path(origin.value())
        : null;
  }

  private static @Nullable String path(String origin) {
    for (int start = 0; start < origin.length(); ) {
      int end = origin.indexOf('\n', start);
      end = end < 0 ? origin.length() : end;
      if (origin.startsWith(PATH, start) && start + PATH.length() <= end) {
        return origin.substring(start + PATH.length(), end).strip();
      }
      start = end + 1;
    }
    return null;
  }
}
