package dev.bylaw.cli;

import dev.bylaw.engine.report.Tally;

/** Tells somebody who waits at a terminal how far it is; a quick run never shows it. */
final class Progress {
  private static final long PATIENCE = 500_000_000L;
  private static final long PACE = 100_000_000L;

  private final Session session;
  private final int inputs;
  private long next = System.nanoTime() + PATIENCE;
  private boolean shown;

  Progress(Session session, int inputs) {
    this.session = session;
    this.inputs = inputs;
  }

  void at(Tally tally) {
    if (!session.errIsTerminal() || System.nanoTime() - next < 0) {
      return;
    }
    next = System.nanoTime() + PACE;
    shown = true;
    session.err().print("\r\u001b[Kchecking file " + (tally.files() + 1) + " of " + inputs + " …");
    session.err().flush();
  }

  /** Leaves the line as it was, for whatever is printed next. */
  void clear() {
    if (shown) {
      shown = false;
      session.err().print("\r\u001b[K");
      session.err().flush();
    }
  }
}
