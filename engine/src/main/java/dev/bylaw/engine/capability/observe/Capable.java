package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.Observation.Noise;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.engine.capability.observe.Observation.Verdict;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code capable} of bcc, with {@code -x}, {@code -v} and stacks, and of libbpf-tools, which adds
 * the verdict: {@code 22:11:23 114 2676 snmpd 12 CAP_NET_ADMIN 1 allow}.
 */
final class Capable implements Format {
  private static final String TOOL = "capable";

  @Override
  public boolean starts(Line line) {
    List<Word> words = line.words();
    return !words.isEmpty() && !line.isIndented() && (isHeader(words) || isTime(words.getFirst()));
  }

  private static boolean isHeader(List<Word> words) {
    return words.size() > 5
        && words.get(0).text().equals("TIME")
        && words.get(1).text().equals("UID")
        && words.get(2).text().equals("PID");
  }

  private static boolean isTime(Word word) {
    String text = word.text();
    return text.length() == 8
        && text.charAt(2) == ':'
        && text.charAt(5) == ':'
        && Word.isNumber(text.substring(0, 2) + text.substring(3, 5) + text.substring(6));
  }

  @Override
  public void read(LineReader lines, Line line, Consumer<Observation> sink) {
    List<Word> words = line.words();
    lines.pass(line);
    if (isHeader(words)) {
      return;
    }
    row(line, words, sink);
    // With -K or -U, the stack follows.
    for (Line next = lines.peek(); next != null && isStack(next); next = lines.peek()) {
      lines.pass(next);
    }
  }

  private static boolean isStack(Line line) {
    return line.isIndented() && line.words().size() < 4;
  }

  /** From the right, because a command may hold spaces. */
  private static void row(Line line, List<Word> words, Consumer<Observation> sink) {
    int name = words.size() - 1;
    while (name > 4 && !isName(words.get(name))) {
      name--;
    }
    int after = words.size() - name - 1;
    if (name < 5
        || after < 1
        || after > 3
        || !words.get(1).isNumber()
        || !words.get(2).isNumber()
        || !words.get(name - 1).isNumber()) {
      throw new Misread(
          line.span(),
          "this row is not whole",
          "capable prints TIME, UID, PID, COMM, CAP, NAME and AUDIT");
    }
    Verdict verdict = Verdict.UNTOLD;
    Noise noise = Noise.NONE;
    for (int i = name + 1; i < words.size(); i++) {
      Word word = words.get(i);
      boolean audit = i == name + 1;
      switch (word.text()) {
        case "allow" -> verdict = Verdict.GRANTED;
        case "deny" -> verdict = Verdict.DENIED;
        case "0" -> noise = audit ? Noise.NOT_AUDITED : noise;
        case "1" -> noise = audit ? noise : Noise.INSETID;
        case "N/A" -> {}
        default -> throw new Misread(word.span(), "1, 0, allow or deny is expected here", null);
      }
    }
    Word number = words.get(name - 1);
    if (words.get(name).text().equals("?")) {
      throw new Misread(
          words.get(name).span(), "this capability has no name that Bylaw knows", null);
    }
    Capability capability = words.get(name).capability();
    if (capability.number() != Long.parseLong(number.text())) {
      throw new Misread(
          number.span(),
          capability.name() + " has the number " + capability.number() + ", not this one",
          null);
    }
    sink.accept(
        new Observation.Checked(
            line.span(),
            TOOL,
            words.get(2).text(),
            User.ofId(Long.parseLong(words.get(1).text())),
            capability,
            verdict,
            noise,
            1));
  }

  private static boolean isName(Word word) {
    return word.text().startsWith("CAP_") || word.text().equals("?");
  }
}
