/** What has changed since a commit. */
@NullMarked
package dev.bylaw.cli.changes;

import org.jspecify.annotations.NullMarked;
