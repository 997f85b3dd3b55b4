package dev.bylaw.cli;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // System.exit first looks through every jar for somebody who wants to log it, which costs more
    // than reading the arguments. Everything is written and closed by now, and nothing waits for
    // it.
    Runtime.getRuntime().halt(Bylaw.run(Session.ofProcess(), args).code());
  }
}
