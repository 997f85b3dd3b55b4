package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map or list whose end has not been read yet. */
abstract sealed class Frame permits MappingFrame, Frame.Items {
  private final @Nullable String anchor;
  private final int start;
  private final boolean bracketed;
  private long weight = 1;
  private int height;
  private int end;

  Frame(@Nullable String anchor, int start, boolean bracketed) {
    this.anchor = anchor;
    this.start = start;
    this.bracketed = bracketed;
    this.end = start;
  }

  @Nullable String anchor() {
    return anchor;
  }

  int start() {
    return start;
  }

  /** Whether it stands in brackets or braces, which show where it ends. */
  boolean bracketed() {
    return bracketed;
  }

  /** Where the text of the last child ends. */
  int end() {
    return end;
  }

  final void add(Composed child) {
    // An alias is a value of its own to go-yaml.
    weight += child.weight() + (child.alias() ? 1 : 0);
    height = Math.max(height, child.height());
    end = Math.max(end, child.use().end());
    accept(child);
  }

  abstract void accept(Composed child);

  abstract Composed finish(Span span);

  long weight() {
    return weight;
  }

  int height() {
    return height + 1;
  }

  /** A list. Its parts are kept only where it is the value of a merge key. */
  static final class Items extends Frame {
    private final List<Node> items = new ArrayList<>();
    private final @Nullable List<Composed> parts;

    Items(@Nullable String anchor, int start, boolean bracketed, boolean merges) {
      super(anchor, start, bracketed);
      this.parts = merges ? new ArrayList<>() : null;
    }

    @Nullable List<Composed> parts() {
      return parts;
    }

    @Override
    void accept(Composed child) {
      items.add(child.node());
      if (parts != null) {
        parts.add(child);
      }
    }

    @Override
    Composed finish(Span span) {
      Node node = new Node.Sequence(Collections.unmodifiableList(items), span);
      // go-yaml does not count a list of merged maps as a value.
      long weight = parts == null ? weight() : weight() - 1;
      return new Composed(node, null, null, weight, height(), false, span);
    }
  }
}
