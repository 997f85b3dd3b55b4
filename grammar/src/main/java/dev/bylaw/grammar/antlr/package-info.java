/**
 * All that touches ANTLR: the generated lexer and parser, what they stand on, their errors, and the
 * building of the tree. {@link dev.bylaw.grammar.antlr.SyntaxReader} is the way in.
 *
 * <p>Not null-marked as a whole, because a generated context may lack any of its parts; each class
 * of ours is.
 */
package dev.bylaw.grammar.antlr;
