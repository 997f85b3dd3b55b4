package dev.bylaw.engine.ruletest;

import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.StringContent;

/**
 * Leads from places in a manifest that stands in a rule file to the rule file, where its reader has
 * it before his eyes.
 */
final class GivenPlaces {
  private final String manifest;
  private final StringContent content;

  /**
   * @param written where the manifest stands, perhaps with words before its quotes
   * @param manifest what it means
   */
  GivenPlaces(Span written, String manifest) {
    int quote = Math.max(0, written.text().indexOf('"'));
    this.manifest = manifest;
    this.content =
        StringContent.of(new Span(written.source(), written.start() + quote, written.end()));
  }

  /**
   * The same place in the rule file; the place itself if the literal does not say what it seems.
   */
  Span of(Span inManifest) {
    int start = offset(inManifest.from());
    int end = offset(inManifest.until());
    boolean known = content.value().equals(manifest) && start <= end;
    return known ? content.span(start, end) : inManifest;
  }

  /** The manifest's documents count their lines from the first of the text. */
  private int offset(Position position) {
    int at = 0;
    for (int line = 1; line < position.line() && at < manifest.length(); line++) {
      int next = manifest.indexOf('\n', at);
      at = next < 0 ? manifest.length() : next + 1;
    }
    return Math.min(manifest.length(), at + position.column() - 1);
  }
}
