/** Custom kinds, as the CustomResourceDefinitions of a run describe them. */
@NullMarked
package dev.bylaw.engine.schema.custom;

import org.jspecify.annotations.NullMarked;
