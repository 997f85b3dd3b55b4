/** What {@code bylaw suggest} prints: a security context, rules or a patch, and why. */
@NullMarked
package dev.bylaw.cli.suggest;

import org.jspecify.annotations.NullMarked;
