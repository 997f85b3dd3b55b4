package dev.bylaw.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs the program several times in one process, for the build: an ahead-of-time cache holds the
 * classes of one process, and it is to hold those of every way to use the program.
 */
public final class Training {
  private Training() {}

  /**
   * Each run's arguments follow a word {@code bylaw}. The last run ends the process as any does.
   *
   * @param args the runs
   */
  public static void main(String[] args) {
    List<List<String>> runs = new ArrayList<>();
    for (String argument : args) {
      if (argument.equals("bylaw")) {
        runs.add(new ArrayList<>());
      } else {
        runs.getLast().add(argument);
      }
    }
    List<String> last = runs.removeLast();
    Session session = Session.ofProcess();
    for (List<String> run : runs) {
      Bylaw.run(session, run.toArray(String[]::new));
    }
    Main.main(last.toArray(String[]::new));
  }
}
