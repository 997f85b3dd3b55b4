package dev.bylaw.cli.completion;

import java.util.List;

/**
 * A verb and what may follow it.
 *
 * @param about in a few words
 */
public record Words(String verb, String about, List<Option> options) {
  public Words {
    options = List.copyOf(options);
  }

  /**
   * An option.
   *
   * @param name with its dashes
   * @param takesValue whether a value follows
   * @param values those that may follow; empty if anything may, or the name of a file
   */
  public record Option(String name, boolean takesValue, List<String> values) {
    public Option {
      values = List.copyOf(values);
    }
  }
}
