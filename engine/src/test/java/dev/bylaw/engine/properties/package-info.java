/** What holds for every rule and every manifest, whatever they say. */
@NullMarked
package dev.bylaw.engine.properties;

import org.jspecify.annotations.NullMarked;
