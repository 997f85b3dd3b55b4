package dev.bylaw.cli;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Bylaw.run(Session.ofProcess(), args).code());
  }
}
