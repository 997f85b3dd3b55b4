@NullMarked
package dev.bylaw.engine.coverage;

import org.jspecify.annotations.NullMarked;
