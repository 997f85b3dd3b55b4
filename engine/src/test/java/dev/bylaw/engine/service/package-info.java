/** Tests of what an editor is answered. */
@NullMarked
package dev.bylaw.engine.service;

import org.jspecify.annotations.NullMarked;
