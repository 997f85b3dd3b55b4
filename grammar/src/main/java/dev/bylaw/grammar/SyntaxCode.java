package dev.bylaw.grammar;

/** What can be wrong with the text and the syntax of a rule file. */
public enum SyntaxCode implements Code {
  // Text
  UNTERMINATED_STRING("BY0101"),
  UNTERMINATED_BLOCK("BY0102"),
  UNTERMINATED_REGEX("BY0103"),
  BAD_ESCAPE("BY0104"),
  CONTROL_CHARACTER("BY0105"),
  BIDIRECTIONAL_CHARACTER("BY0106"),
  INVISIBLE_CHARACTER("BY0107"),
  FOREIGN_LETTER("BY0108"),
  STRAY_CHARACTER("BY0109"),
  FOREIGN_QUOTE("BY0110"),
  FOREIGN_OPERATOR("BY0111"),
  FOREIGN_COMMENT("BY0112"),

  // Sentences
  EXPECTED("BY0120"),
  UNCLOSED("BY0121"),
  UNEXPECTED("BY0122"),
  UNKNOWN_CLAUSE("BY0123"),
  UNKNOWN_DECLARATION("BY0124"),
  UNKNOWN_OPERATOR("BY0125"),
  RESERVED_WORD("BY0126"),
  TOO_DEEP("BY0127"),

  // Clauses and declarations
  MISSING_VERDICT("BY0130"),
  SECOND_VERDICT("BY0131"),
  REPEATED_CLAUSE("BY0132"),
  MISPLACED("BY0133"),

  // Expressions
  ASSIGNMENT("BY0140"),
  CHAINED_COMPARISON("BY0141"),
  MISSING_COMMA("BY0142"),
  SUPERFLUOUS_COMMA("BY0143"),
  UNKNOWN_FUNCTION("BY0144"),
  NOT_A_PATH("BY0145"),
  DOUBLE_NEGATION("BY0146"),

  // Messages
  UNCLOSED_PLACEHOLDER("BY0150"),
  STRAY_BRACE("BY0151"),
  EMPTY_PLACEHOLDER("BY0152");

  private final String id;

  SyntaxCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Diagnostic.Severity severity() {
    return Diagnostic.Severity.ERROR;
  }
}
