package dev.bylaw.cli;

import dev.bylaw.cli.lsp.Connection;
import dev.bylaw.cli.lsp.Log;
import dev.bylaw.engine.report.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code bylaw lsp}: serves an editor by the Language Server Protocol, on standard input and
 * output, until the editor ends it.
 */
final class LspVerb implements Verb {
  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("lsp");
    // Editors say it to servers that could be reached otherwise as well.
    model.addOption(Arguments.flag("--stdio"));
    return model.addOption(Arguments.help());
  }

  /** The protocol wants 1 where the editor went without saying goodbye. */
  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    Session quiet = session.onlyErrors();
    boolean proper =
        Connection.serve(
            new EditorFolders(arguments, quiet), session.in(), session.out().bytes(), log(quiet));
    return proper ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static Log log(Session session) {
    return new Log() {
      @Override
      public void bug(Throwable bug) {
        Bylaw.tellOf(bug, session);
      }

      @Override
      public void remark(String sentence) {
        session.complain("bylaw lsp: " + sentence, null);
      }
    };
  }
}
