package dev.bylaw.engine.service;

import dev.bylaw.engine.check.Mention;
import dev.bylaw.engine.check.Referent;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renames words, variables and rules, and proves that nothing breaks by it. */
final class Renames {
  private final Workspace workspace;
  private final Names names;

  Renames(Workspace workspace, Names names) {
    this.workspace = workspace;
    this.names = names;
  }

  Renaming rename(String file, Position at, String newName) {
    Mention mention = names.at(file, at);
    if (mention == null) {
      return Renaming.refused("there is no name here");
    }
    String why = refusal(mention.referent());
    if (why != null) {
      return Renaming.refused(why);
    }
    if (!isName(newName)) {
      return Renaming.refused("`" + newName + "` is no name");
    }
    List<Span> spans = names.references(mention).stream().map(Renames::lastWord).toList();
    String broken = broken(spans, newName);
    return broken == null
        ? new Renaming(spans.stream().map(span -> Edit.of(span, newName)).toList(), null)
        : Renaming.refused("with that name the rules would not compile: " + broken);
  }

  /** The part of the word at a place that can be another one, or null. */
  @Nullable Range renamable(String file, Position at) {
    Mention mention = names.at(file, at);
    return mention == null || refusal(mention.referent()) != null
        ? null
        : Range.of(lastWord(mention.span()));
  }

  private @Nullable String refusal(Referent referent) {
    Span definition =
        switch (referent) {
          case Referent.Word word -> word.definition();
          case Referent.Variable variable -> variable.definition();
          case Referent.RuleId rule ->
              rule.rule() == null || rule.rule().name() == null ? null : rule.definition();
          case Referent.Field _,
              Referent.ShortWord _,
              Referent.Root _,
              Referent.Kind _,
              Referent.PackId _,
              Referent.Listed _ ->
              null;
        };
    if (definition == null) {
      return "only words, variables and rules with a name can be renamed";
    }
    return workspace.isOwn(definition.source().name())
        ? null
        : "this is defined by the standard library";
  }

  private static boolean isName(String text) {
    List<Lexeme> lexemes = Lexer.lex(new Source("name", text));
    return lexemes.size() == 1
        && lexemes.getFirst().kind() == Lexeme.Kind.NAME
        && lexemes.getFirst().text().length() == text.length();
  }

  /** Of a rule's id the name alone. */
  private static Span lastWord(Span span) {
    int slash = span.text().lastIndexOf('/');
    return new Span(span.source(), span.start() + slash + 1, span.end());
  }

  /** The first error that is there after the change and was not before. */
  private @Nullable String broken(List<Span> spans, String newName) {
    List<Source> changed = new ArrayList<>();
    for (Source file : workspace.ruleFiles()) {
      StringBuilder text = new StringBuilder();
      int at = 0;
      for (Span span : spans) {
        if (span.source() == file) {
          text.append(file.text(), at, span.start()).append(newName);
          at = span.end();
        }
      }
      changed.add(
          at == 0
              ? file
              : new Source(file.name(), text.append(file.text().substring(at)).toString()));
    }
    List<Diagnostic> before = errors(workspace.compiled().diagnostics());
    List<Diagnostic> after = errors(workspace.compiledWith(changed).diagnostics());
    return after.size() <= before.size() ? null : after.getLast().message();
  }

  private static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(Diagnostic::isError).toList();
  }
}
