package dev.bylaw.engine.report;

import dev.bylaw.engine.policy.Severity;
import dev.bylaw.grammar.Diagnostic;

/** What other tools call a severity. */
public final class Levels {
  private Levels() {}

  /** A level of SARIF 2.1.0, section 3.27.10. */
  public static String sarif(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  /**
   * The score by which GitHub sorts alerts: above 9.0 is critical, from 7.0 high, from 4.0 medium.
   */
  public static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
    };
  }

  /** The commands by which GitHub's runners take an annotation. */
  public static String github(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "notice";
    };
  }

  /** A severity of GitLab's code quality reports. */
  public static String gitlab(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "blocker";
      case HIGH -> "critical";
      case MEDIUM -> "major";
      case LOW -> "minor";
    };
  }

  /** What could not be read is as bad as can be; a warning is worth knowing. */
  public static String gitlab(Diagnostic diagnostic) {
    return diagnostic.isError() ? "blocker" : "info";
  }
}
