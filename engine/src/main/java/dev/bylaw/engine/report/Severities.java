package dev.bylaw.engine.report;

import dev.bylaw.engine.policy.Severity;
import dev.bylaw.grammar.frame.Style.Role;

/** How a severity stands out. */
public final class Severities {
  private Severities() {}

  public static Role role(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Role.ALARM;
      case HIGH -> Role.DANGER;
      case MEDIUM -> Role.WARNING;
      case LOW -> Role.NOTICE;
    };
  }
}
