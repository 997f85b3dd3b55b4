package dev.bylaw.cli;

/** The value of {@code --color}. */
public enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER
}
