package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words joined by slashes: a pack ({@code acme/containers}) or a rule in it ({@code
 * acme/containers/big-four}).
 */
public record PackName(List<Name> words, Span span) {
  public PackName {
    words = List.copyOf(words);
  }

  /** The words with their slashes. */
  public String text() {
    return words.stream().map(Name::text).collect(Collectors.joining("/"));
  }
}
