@NullMarked
package dev.bylaw.engine.fix;

import org.jspecify.annotations.NullMarked;
