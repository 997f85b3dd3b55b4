/** The Kubernetes API's types, offline, for each supported minor version. */
@NullMarked
package dev.bylaw.engine.schema;

import org.jspecify.annotations.NullMarked;
