package dev.bylaw.engine.policy;

import org.jspecify.annotations.Nullable;

/** How bad a violation is; what fails a run is the caller's choice. Ordered from least to most. */
public enum Severity {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high"),
  CRITICAL("critical");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** As rules and reports write it. */
  public String word() {
    return word;
  }

  public static @Nullable Severity parse(String word) {
    for (Severity severity : values()) {
      if (severity.word.equals(word)) {
        return severity;
      }
    }
    return null;
  }
}
