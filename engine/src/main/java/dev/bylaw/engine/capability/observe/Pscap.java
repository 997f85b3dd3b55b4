package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.observe.Observation.User;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code pscap} of libcap-ng: {@code 24906 24907 nobody sleep net_bind_service @ +}, with or
 * without its header.
 */
final class Pscap implements Format {
  private static final String TOOL = "pscap";

  @Override
  public boolean starts(Line line) {
    List<Word> words = line.words();
    return isHeader(words)
        || (words.size() > 2 && words.get(0).isNumber() && words.get(1).isNumber());
  }

  private static boolean isHeader(List<Word> words) {
    return words.size() > 2
        && words.get(0).text().equals("ppid")
        && words.get(1).text().equals("pid")
        && words.getLast().text().equals("capabilities");
  }

  @Override
  public void read(LineReader lines, Line line, Consumer<Observation> sink) {
    List<Word> words = line.words();
    if (!isHeader(words)) {
      sink.accept(row(line, words));
    }
    lines.pass(line);
  }

  /** From the right, because a command may hold spaces and a list of capabilities ends the row. */
  private static Observation row(Line line, List<Word> words) {
    int last = words.size() - 1;
    while (last > 0 && (isMark(words.get(last), "+") || isMark(words.get(last), "@"))) {
      last--;
    }
    if (words.get(last).text().endsWith(",")) {
      throw new Misread(words.get(last).span(), "a name is missing after this comma", null);
    }
    int first = last;
    while (first > 0 && words.get(first - 1).text().endsWith(",")) {
      first--;
    }
    if (first < 4) {
      throw new Misread(
          line.span(),
          "this row is not whole",
          "pscap prints ppid, pid, user, command and capabilities");
    }
    Mask held = Mask.NONE;
    for (int i = first; i <= last; i++) {
      held = held.union(named(words.get(i), first == last));
    }
    Word user = words.get(2);
    boolean root = user.text().equals("root") || user.text().equals("0");
    return new Observation.Held(
        line.span(), TOOL, words.get(1).text(), root ? User.ROOT : User.OTHER, held, null);
  }

  private static boolean isMark(Word word, String mark) {
    return word.text().equals(mark);
  }

  private static Mask named(Word word, boolean alone) {
    if (alone && word.text().equals("full")) {
      return Mask.ALL;
    }
    String name = word.text();
    if (name.endsWith(",")) {
      name = name.substring(0, name.length() - 1);
    }
    return Mask.of(Set.of(new Word(name, word.span()).capability()));
  }
}
