@NullMarked
package dev.bylaw.engine.policy;

import org.jspecify.annotations.NullMarked;
