package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule file. Declarations stand in the order of the text. */
public record PolicyFile(
    Source source, @Nullable Pack pack, List<Use> uses, List<Declaration> declarations) {
  public PolicyFile {
    uses = List.copyOf(uses);
    declarations = List.copyOf(declarations);
  }

  /** {@code pack acme/containers}. */
  public record Pack(@Nullable Doc doc, PackName name, Span span) {}

  /** {@code use std/images}. */
  public record Use(PackName name, Span span) {}
}
