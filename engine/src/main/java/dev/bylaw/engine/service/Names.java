package dev.bylaw.engine.service;

import dev.bylaw.engine.check.Mention;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of the workspace and what they mean. */
final class Names {
  private final Workspace workspace;

  Names(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Mention> of(Source file) {
    return workspace.inspection().mentions(workspace.parse(file).result());
  }

  /** The smallest name at a place, or null. */
  @Nullable Mention at(String name, Position at) {
    Source file = Workspace.isRules(name) ? workspace.file(name) : null;
    if (file == null) {
      return null;
    }
    int offset = file.offset(at);
    Mention best = null;
    for (Mention mention : of(file)) {
      Span span = mention.span();
      boolean touches = span.start() <= offset && offset <= span.end();
      // Of two names that touch, the one that begins here.
      boolean better = best == null || span.start() >= best.span().start();
      if (touches && better) {
        best = mention;
      }
    }
    return best;
  }

  /** Where the same is meant, in the files of the workspace. */
  List<Span> references(Mention mention) {
    Object key = mention.referent().key();
    List<Span> spans = new ArrayList<>();
    for (Source file : workspace.ruleFiles()) {
      for (Mention other : of(file)) {
        if (other.referent().key().equals(key) && !spans.contains(other.span())) {
          spans.add(other.span());
        }
      }
    }
    return spans;
  }
}
