package dev.bylaw.cli;

import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.grammar.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses arguments by a model, and says in our words what is wrong with them. */
final class Arguments {
  /**
   * Makes the list of an option that is repeated, the only thing that our models leave to be made.
   * Picocli's own factory begins with a search of every jar for Groovy.
   */
  private static final IFactory LISTS =
      new IFactory() {
        @Override
        public <K> K create(Class<K> type) {
          return type.cast(new ArrayList<>());
        }
      };

  private Arguments() {}

  static ParseResult parse(CommandSpec model, List<String> arguments) {
    CommandLine parser = new CommandLine(model, LISTS);
    // An argument that starts with @ is a path like any other.
    parser.setExpandAtFiles(false);
    try {
      return parser.parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().getFirst(), model);
    } catch (OverwrittenOptionException e) {
      throw new UsageError("`" + name(e.getOverwritten()) + "` is given twice", null);
    } catch (MissingParameterException e) {
      throw new UsageError("`" + name(e.getMissing().getFirst()) + "` needs a value", null);
    } catch (ParameterException e) {
      throw new UsageError(String.valueOf(e.getMessage()), null);
    }
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static UsageError unknown(String argument, CommandSpec model) {
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    if (!option.startsWith("-")) {
      return new UsageError("`" + model.name() + "` takes no `" + option + "`", null);
    }
    return new UsageError(
        "unknown option `" + option + "`",
        Suggestion.question(
            option,
            model.optionsMap().keySet().stream().filter(o -> o.startsWith("--")).toList(),
            "`bylaw " + model.name() + " --help` lists the options"));
  }

  /** A model without options. */
  static CommandSpec model(String verb) {
    return CommandSpec.wrapWithoutInspection(null, LISTS).name(verb);
  }

  /** An option that takes a value once. */
  static OptionSpec one(String name) {
    return OptionSpec.builder(name).type(String.class).arity("1").build();
  }

  /** An option that may be repeated. */
  static OptionSpec many(String name) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .build();
  }

  /** An option that is given or not. */
  static OptionSpec flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").build();
  }

  /** What stands without an option, as often as one likes. */
  static PositionalParamSpec positional(String label) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("0..*")
        .build();
  }

  static OptionSpec help() {
    return OptionSpec.builder("--help", "-h")
        .type(boolean.class)
        .arity("0")
        .usageHelp(true)
        .build();
  }

  /** The values of an option that may be repeated, in their order. */
  static List<String> values(ParseResult arguments, String option) {
    return arguments.matchedOptionValue(option, List.<String>of());
  }

  static @Nullable String value(ParseResult arguments, String option) {
    return arguments.matchedOptionValue(option, (String) null);
  }

  /** The constant that an option's value names. */
  static <E extends Enum<E>> E choice(
      ParseResult arguments, String option, Class<E> choices, E otherwise) {
    String value = value(arguments, option);
    return value == null ? otherwise : choice(option, value, choices);
  }

  /** The runtime that {@code --runtime} names; null if none is named. */
  static @Nullable ContainerRuntime runtime(ParseResult arguments) {
    String value = value(arguments, "--runtime");
    return value == null ? null : choice("--runtime", value, ContainerRuntime.class);
  }

  static <E extends Enum<E>> E choice(String option, String value, Class<E> choices) {
    List<String> words =
        Arrays.stream(choices.getEnumConstants())
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .toList();
    int found = words.indexOf(value);
    if (found < 0) {
      throw new UsageError(
          "`" + option + "` cannot be `" + value + "`", "it is one of " + String.join(", ", words));
    }
    return choices.getEnumConstants()[found];
  }
}
