/** Linux capabilities, and how container runtimes read their names. */
@NullMarked
package dev.bylaw.engine.capability;

import org.jspecify.annotations.NullMarked;
