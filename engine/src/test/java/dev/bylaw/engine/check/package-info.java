@NullMarked
package dev.bylaw.engine.check;

import org.jspecify.annotations.NullMarked;
