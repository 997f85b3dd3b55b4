package dev.bylaw.cli;

import dev.bylaw.cli.input.Input;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw new rule PACK/NAME}: writes a rule with its page and its tests, to start from. */
final class NewVerb implements Verb {
  private static final String EXAMPLE = "for example `bylaw new rule acme/no-tty`";

  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("new");
    model.addPositional(Arguments.positional("rule PACK/NAME"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    List<String> words = arguments.matchedPositionalValue(0, List.of());
    if (words.size() != 2 || !words.getFirst().equals("rule")) {
      throw new UsageError("`bylaw new` needs `rule` and the id of the new rule", EXAMPLE);
    }
    String id = words.getLast();
    int slash = id.lastIndexOf('/');
    if (slash < 0) {
      throw new UsageError("`" + id + "` names no pack", "write PACK/NAME, " + EXAMPLE);
    }
    String pack = id.substring(0, slash);
    String name = id.substring(slash + 1);
    if (!isId(id)) {
      throw new UsageError(
          "`" + id + "` is no id of a rule",
          "it is made of words of letters, digits and hyphens, with `/` between them");
    }
    write(name + ".bylaw", text(pack, name), session);
    session.out().println(name + ".bylaw");
    session.out().println("run it: bylaw test " + name + ".bylaw");
    return ExitCode.OK;
  }

  /** Whether the language reads it as names and slashes in turn, and nothing else. */
  private static boolean isId(String id) {
    List<Lexeme> lexemes = Lexer.lex(new Source("id", "expect " + id));
    int length = 0;
    for (int i = 1; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      boolean name = lexeme.kind() == Lexeme.Kind.NAME || lexeme.kind() == Lexeme.Kind.KEYWORD;
      if (i % 2 == 1 ? !name : !lexeme.text().equals("/")) {
        return false;
      }
      length += lexeme.text().length();
    }
    return lexemes.size() % 2 == 0 && length == id.length();
  }

  private static String text(String pack, String name) {
    return Bylaw.resource("new-rule.txt").replace("<pack>", pack).replace("<name>", name);
  }

  private static void write(String file, String text, Session session) {
    try {
      Files.writeString(session.resolve(file), text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageError("`" + file + "` is there already", "choose another name, or move it");
    } catch (IOException e) {
      throw new UsageError("cannot write `" + file + "`: " + Input.Hole.why(e), null);
    }
  }
}
