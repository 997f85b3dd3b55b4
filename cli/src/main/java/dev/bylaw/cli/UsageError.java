package dev.bylaw.cli;

import org.jspecify.annotations.Nullable;

/** The command line cannot be followed: one sentence, and the remedy if there is one. */
public final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final @Nullable String help;

  public UsageError(String sentence, @Nullable String help) {
    super(sentence, null, false, false);
    this.sentence = sentence;
    this.help = help;
  }

  public String sentence() {
    return sentence;
  }

  public @Nullable String help() {
    return help;
  }
}
