@NullMarked
package dev.bylaw.engine.waiver;

import org.jspecify.annotations.NullMarked;
