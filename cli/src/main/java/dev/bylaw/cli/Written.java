package dev.bylaw.cli;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wrote on the command line or in the configuration.
 *
 * @param text what it means; a path is relative to where the command runs, wherever it is written
 * @param place where it is written, as it is written there
 * @param configured whether that is the configuration
 */
public record Written(String text, Span place, boolean configured) {
  private static final String COMMAND_LINE = "command line";

  /** The value of an option, {@code --rules VALUE}. */
  public static Written option(String option, String value) {
    Source source = new Source(COMMAND_LINE, option + " " + value);
    return new Written(value, new Span(source, option.length() + 1, source.text().length()), false);
  }

  /** The values of an option that may be repeated. */
  public static List<Written> options(String option, List<String> values) {
    return values.stream().map(value -> option(option, value)).toList();
  }

  /** Says that it cannot be followed, in a sentence that names it, and what would help. */
  public RuntimeException refused(String sentence, @Nullable String help) {
    return configured
        ? new ConfigurationError(List.of(Diagnostic.of(CliCode.BAD_SETTING, place, sentence, help)))
        : new UsageError(sentence, help);
  }
}
