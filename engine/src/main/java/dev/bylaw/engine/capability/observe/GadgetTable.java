package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.observe.Observation.Noise;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.engine.capability.observe.Observation.Verdict;
import java.util.List;
import java.util.function.Consumer;

/** {@code trace_capabilities} of Inspektor Gadget as a table, whose header names the columns. */
final class GadgetTable implements Format {
  @Override
  public boolean starts(Line line) {
    List<Word> words = line.words();
    return !words.isEmpty()
        && fromRight(words, "CAP") > 0
        && (fromRight(words, "CAPABLE") > 0 || fromRight(words, "SYSCALL") > 0);
  }

  /** How many columns from the right, the last being 1; 0 if there is no such column. */
  private static int fromRight(List<Word> header, String name) {
    for (int i = header.size() - 1; i >= 0; i--) {
      if (header.get(i).text().equals(name)) {
        return header.size() - i;
      }
    }
    return 0;
  }

  @Override
  public void read(LineReader lines, Line header, Consumer<Observation> sink) {
    List<Word> columns = header.words();
    int command = fromRight(columns, "COMM");
    for (String column : new String[] {"CAP", "CAPABLE", "AUDIT", "INSETID", "UID"}) {
      // Left of the command, a column may be empty; the command itself may hold spaces.
      if (command > 0 && fromRight(columns, column) > command) {
        throw new Misread(
            header.span(),
            "the column " + column + " stands before COMM, so rows cannot be told apart",
            "take the JSON output (-o json)");
      }
    }
    lines.pass(header);
    for (Line line = lines.peek(); line != null; line = lines.peek()) {
      if (line.isBlank() || line.text().startsWith("^C") || starts(line)) {
        break;
      }
      sink.accept(row(columns, line));
      lines.pass(line);
    }
    Line end = lines.peek();
    if (end != null && end.text().startsWith("^C")) {
      lines.pass(end);
    }
  }

  private static Observation row(List<Word> columns, Line line) {
    List<Word> words = line.words();
    int needed = Math.max(fromRight(columns, "COMM"), fromRight(columns, "CAP"));
    if (words.size() < needed || words.isEmpty()) {
      throw new Misread(
          line.span(),
          "this row is not whole: its header has " + columns.size() + " columns",
          "take the JSON output (-o json)");
    }
    Word cap = cell(columns, words, "CAP", "CAP_?");
    if (!cap.text().startsWith("CAP_")) {
      throw new Misread(cap.span(), "a capability is expected here, such as CAP_CHOWN", null);
    }
    Word capable = cell(columns, words, "CAPABLE", "");
    Verdict verdict =
        switch (capable.text()) {
          case "true" -> Verdict.GRANTED;
          case "false" -> Verdict.DENIED;
          case "" -> Verdict.UNTOLD;
          default -> throw new Misread(capable.span(), "true or false is expected here", null);
        };
    boolean quiet = bit(cell(columns, words, "AUDIT", "1")) == 0;
    boolean insetid = bit(cell(columns, words, "INSETID", "0")) == 1;
    Word uid = cell(columns, words, "UID", "");
    return new Observation.Checked(
        line.span(),
        GadgetJson.TOOL,
        cell(columns, words, "PID", "").text(),
        uid.isNumber() ? User.ofId(Long.parseLong(uid.text())) : User.UNTOLD,
        cap.capability(),
        verdict,
        quiet ? Noise.NOT_AUDITED : insetid ? Noise.INSETID : Noise.NONE,
        1);
  }

  private static int bit(Word word) {
    return switch (word.text()) {
      case "0", "false" -> 0;
      case "1", "true" -> 1;
      default -> throw new Misread(word.span(), "0 or 1 is expected here", null);
    };
  }

  private static Word cell(List<Word> columns, List<Word> words, String name, String absent) {
    int column = fromRight(columns, name);
    return column == 0 || column > words.size()
        ? new Word(absent, words.getFirst().span())
        : words.get(words.size() - column);
  }
}
