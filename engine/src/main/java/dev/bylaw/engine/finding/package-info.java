/** What a check gives: facts, to be rendered by whoever asked. */
@NullMarked
package dev.bylaw.engine.finding;

import org.jspecify.annotations.NullMarked;
