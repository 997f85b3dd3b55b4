package dev.bylaw.engine.service;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of word stands at a place, by the words before it alone: a text that is being written
 * has mostly no tree there.
 */
enum CursorPlace {
  DECLARATION,
  CLAUSE,
  TEST_CLAUSE,
  WAIVER_CLAUSE,
  WAIVED_OBJECT,
  WAIVED_CONTAINER,
  AFTER_WAIVED_OBJECT,
  SEVERITY,
  SUBJECT,
  KIND,
  NARROWING,
  CONTAINER_LIST,
  EXISTING_KIND,
  PACK,
  INCLUDED,
  RULE_ID,
  OUTCOME,
  TYPE,
  FIX,
  OPERATOR,
  NAME,
  STRING,
  NOTHING;

  private static final Set<String> ITEMS =
      Set.of(
          "pack",
          "use",
          "include",
          "rule",
          "let",
          "define",
          "param",
          "test",
          "waive",
          "severity",
          "for",
          "when",
          "deny",
          "require",
          "message",
          "fix",
          "see",
          "fails",
          "passes",
          "given",
          "expect",
          "because",
          "approved",
          "until");

  /** Words after which a value is to come, or what is no value. */
  private static final Set<String> NO_OPERAND =
      Set.of(
          "and",
          "or",
          "not",
          "any",
          "all",
          "no",
          "exists",
          "where",
          "in",
          "like",
          "matches",
          "from",
          "under",
          "contains",
          "only",
          "selects",
          "is",
          "default",
          "exactly",
          "unchecked",
          "of",
          "deny",
          "require",
          "when",
          "to",
          "except",
          "let",
          "define",
          "param");

  /** The place of the word that starts at an offset. */
  static CursorPlace at(Source source, int offset) {
    List<Lexeme> before = new ArrayList<>();
    for (Lexeme lexeme : Lexer.lex(source)) {
      if (lexeme.span().end() > offset) {
        CursorPlace inside = inside(lexeme, offset);
        return inside == null ? after(before, source, offset) : inside;
      }
      if (lexeme.kind() != Lexeme.Kind.COMMENT && lexeme.kind() != Lexeme.Kind.DOC) {
        before.add(lexeme);
      }
    }
    return after(before, source, offset);
  }

  private static @Nullable CursorPlace inside(Lexeme lexeme, int offset) {
    if (lexeme.span().start() >= offset) {
      return null;
    }
    return switch (lexeme.kind()) {
      case STRING, BLOCK -> STRING;
      // One that does not end yet.
      case WRONG -> lexeme.text().startsWith("\"") ? STRING : NOTHING;
      case DOC, COMMENT, REGEX, NUMBER, DATE, VERSION -> NOTHING;
      case KEYWORD, NAME, OPERATOR, PUNCTUATION -> null;
    };
  }

  private static CursorPlace after(List<Lexeme> before, Source source, int offset) {
    if (before.isEmpty()) {
      return DECLARATION;
    }
    Lexeme last = before.getLast();
    boolean newLine = source.position(offset).line() > last.span().until().line();
    int start = clause(before);
    Lexeme keyword = before.get(start);
    List<Lexeme> clause = before.subList(start, before.size());
    String word = isItem(keyword) ? keyword.text() : "";
    if (is(last, ".")) {
      return NAME;
    }
    if (is(last, "{") || (is(last, "}") && depth(before) == 0)) {
      return row(before);
    }
    boolean complete = newLine && isOperand(last) && depth(clause) == 0;
    return switch (word) {
      case "pack", "rule", "test", "message", "see", "fails", "passes", "given", "because" ->
          newLine ? row(before) : NOTHING;
      case "approved", "until" -> newLine ? row(before) : NOTHING;
      case "use" -> newLine ? row(before) : PACK;
      case "include" ->
          complete && !is(last, ",") ? row(before) : has(clause, "except") ? INCLUDED : PACK;
      case "severity" -> last.equals(keyword) ? SEVERITY : row(before);
      case "for" ->
          isWaiver(before, start)
              ? waived(clause, last, newLine)
              : complete && !last.equals(keyword) ? row(before) : subject(clause, last, keyword);
      case "fix" -> last.equals(keyword) ? FIX : complete ? row(before) : NAME;
      case "expect" ->
          last.equals(keyword) || is(last, "/") ? RULE_ID : newLine ? row(before) : OUTCOME;
      case "waive" -> last.equals(keyword) || is(last, "/") ? RULE_ID : WAIVER_CLAUSE;
      case "param" -> is(last, ":") || is(last, "of") ? TYPE : complete ? row(before) : NAME;
      case "let", "define" ->
          last.equals(keyword) ? NOTHING : expression(clause, last, complete, before);
      case "deny", "require", "when" -> expression(clause, last, complete, before);
      default -> row(before);
    };
  }

  private static CursorPlace expression(
      List<Lexeme> clause, Lexeme last, boolean complete, List<Lexeme> before) {
    if (is(last, "exists")) {
      return EXISTING_KIND;
    }
    if (complete) {
      return row(before);
    }
    boolean defining = clause.getFirst().text().equals("define") && !has(clause, "=");
    if (defining && has(clause, "for")) {
      return subject(clause, last, clause.getFirst());
    }
    return isOperand(last) ? OPERATOR : NAME;
  }

  private static boolean isWaiver(List<Lexeme> before, int start) {
    return start > 0 && before.get(clause(before.subList(0, start))).text().equals("waive");
  }

  /** {@code for KIND NAMESPACE/NAME container NAME} of a waiver. */
  private static CursorPlace waived(List<Lexeme> clause, Lexeme last, boolean newLine) {
    if (clause.size() == 1) {
      return KIND;
    }
    if (is(last, "/") || (clause.size() == 2 && !newLine)) {
      return WAIVED_OBJECT;
    }
    if (is(last, "container")) {
      return WAIVED_CONTAINER;
    }
    return newLine ? WAIVER_CLAUSE : AFTER_WAIVED_OBJECT;
  }

  /** The words of the clause that an offset is in, up to there; empty before the first word. */
  static List<Lexeme> clause(Source source, int offset) {
    List<Lexeme> before = new ArrayList<>();
    for (Lexeme lexeme : Lexer.lex(source)) {
      boolean comment = lexeme.kind() == Lexeme.Kind.COMMENT || lexeme.kind() == Lexeme.Kind.DOC;
      if (lexeme.span().start() < offset && !comment) {
        before.add(lexeme);
      }
    }
    return before.isEmpty() ? before : before.subList(clause(before), before.size());
  }

  private static CursorPlace subject(List<Lexeme> clause, Lexeme last, Lexeme keyword) {
    boolean list = is(last, ",");
    if (last.equals(keyword) || is(last, "for")) {
      return SUBJECT;
    }
    if (!list && !is(last, "except") && !is(last, "in")) {
      return NARROWING;
    }
    return has(clause, "in") ? KIND : has(clause, "except") ? CONTAINER_LIST : KIND;
  }

  /** Which row of clauses or declarations goes on here. */
  private static CursorPlace row(List<Lexeme> before) {
    if (depth(before) > 0) {
      for (int i = before.size() - 1; i >= 0; i--) {
        if (before.get(i).text().equals("rule") && startsLine(before, i)) {
          return CLAUSE;
        }
        if (before.get(i).text().equals("test") && startsLine(before, i)) {
          return TEST_CLAUSE;
        }
      }
    }
    int start = clause(before);
    return switch (before.get(start).text()) {
      case "because", "approved", "until" -> WAIVER_CLAUSE;
      default -> DECLARATION;
    };
  }

  /** The last word that begins a clause or a declaration. */
  private static int clause(List<Lexeme> before) {
    for (int i = before.size() - 1; i > 0; i--) {
      if (isItem(before.get(i)) && startsLine(before, i)) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isItem(Lexeme lexeme) {
    return lexeme.kind() == Lexeme.Kind.KEYWORD && ITEMS.contains(lexeme.text());
  }

  private static boolean startsLine(List<Lexeme> words, int index) {
    return index == 0
        || is(words.get(index - 1), "{")
        || words.get(index - 1).span().until().line() < words.get(index).span().from().line();
  }

  private static boolean isOperand(Lexeme lexeme) {
    return switch (lexeme.kind()) {
      case NAME, NUMBER, DATE, VERSION, STRING, BLOCK, REGEX -> true;
      case KEYWORD -> !NO_OPERAND.contains(lexeme.text());
      case PUNCTUATION -> is(lexeme, ")") || is(lexeme, "]") || is(lexeme, "}");
      case OPERATOR, DOC, COMMENT, WRONG -> false;
    };
  }

  private static int depth(List<Lexeme> words) {
    int depth = 0;
    for (Lexeme word : words) {
      switch (word.text()) {
        case "{", "[", "(" -> depth++;
        case "}", "]", ")" -> depth--;
        default -> {}
      }
    }
    return depth;
  }

  private static boolean has(List<Lexeme> words, String text) {
    return words.stream().anyMatch(word -> is(word, text));
  }

  private static boolean is(Lexeme lexeme, String text) {
    return lexeme.text().equals(text);
  }
}
