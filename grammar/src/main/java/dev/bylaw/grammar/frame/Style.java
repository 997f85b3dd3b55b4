package dev.bylaw.grammar.frame;

/** How a piece of a frame stands out: in colour on a terminal, or not at all. */
public enum Style {
  PLAIN,
  ANSI;

  /** What a piece is; the same role looks the same in every frame. */
  public enum Role {
    ALARM("1;31"),
    DANGER("31"),
    WARNING("33"),
    NOTICE("36"),
    GUTTER("34"),
    ADDED("32"),
    STRONG("1"),
    FAINT("2");

    private final String code;

    Role(String code) {
      this.code = code;
    }
  }

  /** The text, marked as what it is. It must be printable already: see {@link Printable}. */
  public String paint(Role role, String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : "\u001b[" + role.code + "m" + text + "\u001b[0m";
  }
}
