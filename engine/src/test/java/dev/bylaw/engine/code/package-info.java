/** Tests of {@link dev.bylaw.engine.code.PolicyCode}. */
@NullMarked
package dev.bylaw.engine.code;

import org.jspecify.annotations.NullMarked;
