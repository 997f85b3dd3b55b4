@NullMarked
package dev.bylaw.cli.config;

import org.jspecify.annotations.NullMarked;
