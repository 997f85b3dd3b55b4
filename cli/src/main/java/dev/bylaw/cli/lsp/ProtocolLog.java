package dev.bylaw.cli.lsp;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Takes what the library of the protocol says of messages that it cannot read, line by line. */
final class ProtocolLog extends Handler implements AutoCloseable {
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  private final Log log;

  private ProtocolLog(Log log) {
    this.log = log;
  }

  static ProtocolLog to(Log log) {
    ProtocolLog handler = new ProtocolLog(log);
    LIBRARY.setUseParentHandlers(false);
    LIBRARY.addHandler(handler);
    return handler;
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
      String message = String.valueOf(entry.getMessage());
      log.remark(message.lines().findFirst().orElse("an unknown fault"));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LIBRARY.removeHandler(this);
  }
}
