@NullMarked
package dev.bylaw.grammar.frame;

import org.jspecify.annotations.NullMarked;
