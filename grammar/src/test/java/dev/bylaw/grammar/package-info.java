@NullMarked
package dev.bylaw.grammar;

import org.jspecify.annotations.NullMarked;
