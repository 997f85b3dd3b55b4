/** The syntax tree: a rule file exactly as it is written, each part with its span. */
@NullMarked
package dev.bylaw.grammar.tree;

import org.jspecify.annotations.NullMarked;
