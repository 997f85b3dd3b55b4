package dev.bylaw.grammar;

import dev.bylaw.grammar.antlr.SyntaxReader;
import dev.bylaw.grammar.tree.PolicyFile;

/** The first stage: the text of a rule file becomes its syntax tree. */
public final class Parser {
  private Parser() {}

  /**
   * Reads a rule file. With errors the tree is partial: what could not be read is left out, or is
   * an {@link dev.bylaw.grammar.tree.Expr.Missing} where there must be an expression. No text at
   * all makes it throw.
   */
  public static Staged<PolicyFile> parse(Source source) {
    return SyntaxReader.read(source);
  }
}
