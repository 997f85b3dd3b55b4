package dev.bylaw.engine.report;

/** How a run ends, from best to worst: where several apply, the worst is told. */
public enum ExitCode {
  OK(0),
  FINDINGS(1),
  INCOMPLETE(3),
  USAGE(2),
  BUG(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The one that is told where both apply. */
  public ExitCode worst(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public int code() {
    return code;
  }
}
