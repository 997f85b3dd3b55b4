package dev.bylaw.engine.fix;

/** A change that no edit of this text can carry out safely; never leaves this package. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  Refusal(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Why, as the rest of a sentence that starts with the finding. */
  String reason() {
    return reason;
  }
}
