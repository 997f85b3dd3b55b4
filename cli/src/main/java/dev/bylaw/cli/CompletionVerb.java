package dev.bylaw.cli;

import dev.bylaw.cli.completion.BashScript;
import dev.bylaw.cli.completion.FishScript;
import dev.bylaw.cli.completion.Words;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.report.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw completion SHELL}: a script that lets a shell complete what follows `bylaw`. */
final class CompletionVerb implements Verb {

  /** The shells that can be told. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("completion");
    model.addPositional(
        PositionalParamSpec.builder().paramLabel("SHELL").arity("0..1").type(String.class).build());
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    String shell = arguments.matchedPositionalValue(0, (String) null);
    if (shell == null) {
      throw new UsageError("which shell?", "say `bylaw completion bash`, zsh or fish");
    }
    List<Words> verbs = Verbs.AVAILABLE.stream().map(verb -> words(verb, session)).toList();
    session
        .out()
        .print(
            switch (Arguments.choice("completion", shell, Shell.class)) {
              case BASH -> BashScript.bash(verbs);
              case ZSH -> BashScript.zsh(verbs);
              case FISH -> FishScript.fish(verbs);
            });
    return ExitCode.OK;
  }

  private static Words words(String verb, Session session) {
    List<Words.Option> options = new ArrayList<>();
    for (OptionSpec option : Verbs.named(verb).model().options()) {
      for (String name : option.names()) {
        boolean takesValue = option.arity().max() > 0;
        List<String> values = takesValue ? values(verb, name, session) : List.of();
        options.add(new Words.Option(name, takesValue, values));
      }
    }
    options.sort(Comparator.comparing(Words.Option::name));
    return new Words(verb, about(verb), options);
  }

  /** As the list of the verbs has it. */
  private static String about(String verb) {
    String start = "  " + verb + " ";
    return Bylaw.resource("help/bylaw.txt")
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }

  private static List<String> values(String verb, String option, Session session) {
    return switch (option) {
      case "--color" -> names(ColorChoice.values());
      case "--runtime" -> names(ContainerRuntime.values());
      case "--fail-on" ->
          Stream.concat(names(Severity.values()).stream(), Stream.of("never")).toList();
      case "--rules" ->
          session.engine().open(null).packs().stream().map(pack -> "std/" + pack).toList();
      case "--format" ->
          switch (verb) {
            case "check" -> names(Format.values());
            case "test" -> names(TestOptions.Form.values());
            case "rules" -> names(RulesVerb.ListFormat.values());
            default -> List.of("text", "json");
          };
      default -> List.of();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
