package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Offsets;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.NullMarked;

/** The way into this package: text, tokens, sentences, tree. */
@NullMarked
public final class SyntaxReader {
  private SyntaxReader() {}

  public static Staged<PolicyFile> read(Source source) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    var reading = new Reading(source, source.text(), Offsets.identity(source), diagnostics);
    List<CommonToken> tokens = TokenRepair.tokens(reading);
    CharacterScan.scan(reading, tokens);
    BylawParser parser = parser(reading, tokens);
    PolicyFile file = new Declarations(reading, tokens).file(parser.file());
    diagnostics.sort(Comparator.comparingInt(d -> d.primary().span().start()));
    return new Staged<>(file, diagnostics);
  }

  /** Reads an expression inside a message; its places are those of the file. */
  static Expr expression(Reading placeholder) {
    List<CommonToken> tokens = TokenRepair.tokens(placeholder);
    BylawParser parser = parser(placeholder, tokens);
    return new Expressions(placeholder).expression(parser.placeholder().expression());
  }

  static BylawParser parser(Reading reading, List<CommonToken> tokens) {
    var parser = new BylawParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new Recovery(reading));
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }
}
