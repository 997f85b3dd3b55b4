/** The engine in the browser: what the page may ask, and what is answered. */
@NullMarked
package dev.bylaw.playground;

import org.jspecify.annotations.NullMarked;
