/** What the tests of a policy made its rules decide, and what they never did. */
@NullMarked
package dev.bylaw.engine.coverage;

import org.jspecify.annotations.NullMarked;
