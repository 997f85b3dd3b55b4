@NullMarked
package dev.bylaw.engine.budget;

import org.jspecify.annotations.NullMarked;
