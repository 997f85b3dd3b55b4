package dev.bylaw.cli;

import dev.bylaw.cli.input.Input;
import dev.bylaw.cli.input.Inputs;
import dev.bylaw.cli.report.UnifiedDiff;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.format.Formatter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw fmt [PATH…]}: gives rule files their canonical layout. */
final class FmtVerb implements Verb {
  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("fmt");
    model.addOption(Arguments.flag("--check"));
    model.addOption(Arguments.flag("--diff"));
    model.addOption(Arguments.one("--color"));
    model.addPositional(Arguments.positional("PATH"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    List<String> paths = arguments.matchedPositionalValue(0, List.of("."));
    ColorChoice color = Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO);
    boolean diff = arguments.hasMatchedOption("--diff");
    boolean writes = !diff && !arguments.hasMatchedOption("--check");
    List<Diagnostic> errors = new ArrayList<>();
    int other = 0;
    List<Input> inputs = Inputs.rules(paths, session);
    for (Input input : inputs) {
      Source source = read(input, session);
      Staged<String> formatted = Formatter.format(source);
      errors.addAll(formatted.diagnostics());
      boolean differs = !formatted.hasErrors() && !formatted.result().equals(source.text());
      other += differs ? 1 : 0;
      if (writes) {
        write(input, formatted, differs, session);
      } else if (differs) {
        session
            .out()
            .print(
                diff
                    ? UnifiedDiff.of(source.name(), source.text(), formatted.result())
                    : source.name() + "\n");
      }
    }
    if (!errors.isEmpty()) {
      Faults.tell(errors, color, session);
      session.complain("error: what does not parse is left as it is", null);
      return ExitCode.USAGE;
    }
    if (other > 0 && !writes) {
      String files = inputs.size() == 1 ? "1 file is" : inputs.size() + " files are";
      session.complain(
          other + " of " + files + " not in the canonical layout", "`bylaw fmt` mends that");
      return ExitCode.FINDINGS;
    }
    return ExitCode.OK;
  }

  /** A file is written only where it changes; standard input always has its answer. */
  private static void write(
      Input input, Staged<String> formatted, boolean differs, Session session) {
    switch (input) {
      case Input.StandardInput _ when !formatted.hasErrors() ->
          session.out().print(formatted.result());
      case Input.File file when differs -> {
        try {
          Files.writeString(file.path(), formatted.result());
        } catch (IOException e) {
          throw new UsageError("cannot write `" + file.name() + "`: " + Input.Hole.why(e), null);
        }
        session.out().println(file.name());
      }
      case Input.StandardInput _, Input.File _, Input.Hole _ -> {}
    }
  }

  private static Source read(Input input, Session session) {
    if (input instanceof Input.Hole hole) {
      throw new UsageError(
          "cannot format `" + hole.name() + "`: " + hole.reason().message(), hole.reason().help());
    }
    try (InputStream in = new Contents(session).open(input)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
      return new Source(input.name(), StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw new UsageError("the rule file `" + input.name() + "` is not UTF-8", null);
    } catch (IOException e) {
      Diagnostic reason = Input.Hole.unreadable(input.name(), e).reason();
      throw new UsageError("cannot format `" + input.name() + "`: " + reason.message(), null);
    }
  }
}
