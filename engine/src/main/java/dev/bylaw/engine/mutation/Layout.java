package dev.bylaw.engine.mutation;

import dev.bylaw.engine.policy.Condition;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the operands of {@code and} or {@code or} stand in the text, so that one can be taken away
 * and the author's lines stay as they are.
 *
 * @param ends where each operand ends, its closing parentheses included
 * @param starts where each operand starts, its opening parentheses included
 */
record Layout(Span whole, String word, List<Integer> starts, List<Integer> ends) {

  /** Null where the operands do not stand beside each other, as those of a defined word. */
  static @Nullable Layout of(Span whole, String word, List<Condition> operands) {
    List<Integer> starts = new ArrayList<>(List.of(whole.start()));
    List<Integer> ends = new ArrayList<>();
    for (int i = 1; i < operands.size(); i++) {
      Span before = operands.get(i - 1).span();
      Span after = operands.get(i).span();
      if (before.source() != whole.source()
          || after.source() != whole.source()
          || before.start() < whole.start()
          || before.end() > after.start()
          || after.end() > whole.end()) {
        return null;
      }
      String gap = whole.source().text().substring(before.end(), after.start());
      int at = gap.indexOf(word);
      String closing = at < 0 ? "?" : gap.substring(0, at);
      String opening = at < 0 ? "?" : gap.substring(at + word.length());
      if (!isMadeOf(closing, ')') || !isMadeOf(opening, '(')) {
        return null;
      }
      ends.add(before.end() + closing.stripTrailing().length());
      starts.add(after.start() - opening.stripLeading().length());
    }
    ends.add(whole.end());
    return new Layout(whole, word, starts, ends);
  }

  private static boolean isMadeOf(String text, char parenthesis) {
    return text.chars().allMatch(c -> c == parenthesis || Character.isWhitespace(c));
  }

  /** What has to go if an operand goes: with it the word before it, or after the first. */
  Span without(int index) {
    return index == 0
        ? new Span(whole.source(), whole.start(), starts.get(1))
        : new Span(whole.source(), ends.get(index - 1), ends.get(index));
  }

  /** The whole with another word between the operands. */
  String with(String other) {
    String text = whole.source().text();
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < starts.size(); i++) {
      if (i > 0) {
        String gap = text.substring(ends.get(i - 1), starts.get(i));
        changed.append(gap.replace(word, other));
      }
      changed.append(text, starts.get(i), ends.get(i));
    }
    return changed.toString();
  }
}
