package dev.bylaw.cli.config;

import dev.bylaw.cli.Written;
import dev.bylaw.engine.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How bad the violations of some rules are here.
 *
 * @param rules a pattern of rule ids
 * @param severity null switches the rules off
 */
public record Level(Written rules, @Nullable Severity severity) {
  /** As the configuration writes it. */
  public String word() {
    return severity == null ? "off" : severity.word();
  }
}
