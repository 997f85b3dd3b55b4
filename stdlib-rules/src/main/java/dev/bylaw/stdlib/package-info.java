/** The rules that come with Bylaw, written in its own language. */
@NullMarked
package dev.bylaw.stdlib;

import org.jspecify.annotations.NullMarked;
