package dev.bylaw.cli.lsp;

import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** The places of one text: lines and columns from 1 are ours, from 0 the protocol's. */
record Places(Source source, Encoding encoding) {
  org.eclipse.lsp4j.Position told(Position position) {
    int character = encoding.units(source.line(position.line()), position.column() - 1);
    return new org.eclipse.lsp4j.Position(position.line() - 1, character);
  }

  Range told(Position from, Position until) {
    return new Range(told(from), told(until));
  }

  Range told(dev.bylaw.engine.service.Range range) {
    return told(range.from(), range.until());
  }

  /** A place that is not there is the nearest one that is. */
  Position meant(org.eclipse.lsp4j.Position position) {
    if (position.getLine() >= source.lastLine()) {
      return source.position(source.text().length());
    }
    int line = Math.max(position.getLine(), 0) + 1;
    return new Position(line, encoding.utf16(source.line(line), position.getCharacter()) + 1);
  }

  /** The text after edits of an editor, each of which is meant in the text after the one before. */
  static String changed(
      String text, List<TextDocumentContentChangeEvent> changes, Encoding encoding) {
    String changed = text;
    for (TextDocumentContentChangeEvent change : changes) {
      Range range = change.getRange();
      if (range == null) {
        changed = change.getText();
        continue;
      }
      Source source = new Source("", changed);
      Places places = new Places(source, encoding);
      int start = source.offset(places.meant(range.getStart()));
      int end = Math.max(start, source.offset(places.meant(range.getEnd())));
      changed = changed.substring(0, start) + change.getText() + changed.substring(end);
    }
    return changed;
  }
}
