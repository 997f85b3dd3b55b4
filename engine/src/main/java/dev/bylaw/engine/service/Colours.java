package dev.bylaw.engine.service;

import dev.bylaw.engine.check.Mention;
import dev.bylaw.engine.check.Referent;
import dev.bylaw.engine.service.Coloured.Role;
import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of each word what it is: by what it stands for, or else by how it is written. */
final class Colours {
  private Colours() {}

  static List<Coloured> of(Source source, List<Mention> mentions) {
    TreeMap<Integer, Mention> meanings = new TreeMap<>();
    for (Mention mention : mentions) {
      meanings.put(mention.span().start(), mention);
    }
    List<Coloured> coloured = new ArrayList<>();
    for (Lexeme lexeme : Lexer.lex(source)) {
      Role role = role(lexeme.kind());
      var before = meanings.floorEntry(lexeme.span().start());
      if (before != null && isWordOf(before.getValue(), lexeme)) {
        role = role(before.getValue().referent());
      }
      if (role != null) {
        add(Range.of(lexeme.span()), role, source, coloured);
      }
    }
    return coloured;
  }

  /** A rule's id and a pack's name are several words. */
  private static boolean isWordOf(Mention mention, Lexeme lexeme) {
    return lexeme.kind() != Lexeme.Kind.PUNCTUATION && lexeme.span().end() <= mention.span().end();
  }

  /** Editors take words of one line only. */
  private static void add(Range range, Role role, Source source, List<Coloured> coloured) {
    int last = range.until().line();
    for (int line = range.from().line(); line <= last; line++) {
      int from = line == range.from().line() ? range.from().column() : 1;
      int until = line == last ? range.until().column() : source.line(line).length() + 1;
      if (until > from) {
        coloured.add(
            new Coloured(
                new Range(range.file(), new Position(line, from), new Position(line, until)),
                role));
      }
    }
  }

  private static @Nullable Role role(Lexeme.Kind kind) {
    return switch (kind) {
      case DOC, COMMENT -> Role.COMMENT;
      case KEYWORD -> Role.KEYWORD;
      case STRING, BLOCK -> Role.STRING;
      case NUMBER, DATE, VERSION -> Role.NUMBER;
      case REGEX -> Role.REGEX;
      case OPERATOR -> Role.OPERATOR;
      case NAME, PUNCTUATION, WRONG -> null;
    };
  }

  private static Role role(Referent referent) {
    return switch (referent) {
      case Referent.Field _, Referent.ShortWord _ -> Role.FIELD;
      case Referent.Root _ -> Role.KEYWORD;
      case Referent.Word _ -> Role.WORD;
      case Referent.Variable _ -> Role.VARIABLE;
      case Referent.Kind _ -> Role.KIND;
      case Referent.RuleId _ -> Role.RULE;
      case Referent.PackId _ -> Role.PACK;
      case Referent.Listed _ -> Role.VALUE;
    };
  }
}
