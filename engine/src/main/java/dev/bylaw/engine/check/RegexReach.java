package dev.bylaw.engine.check;

import java.util.EnumSet;
import java.util.Set;

/**
 * Finds whether a regular expression matches any text at all: {@code a^b} does not, for its start
 * of the text comes after a character.
 *
 * <p>It walks the expression with the few things that matter at each place: whether a character
 * stands before it, and whether the end of the text was asked for. What it does not know it passes
 * over, so that it errs on the side of "some text matches".
 */
final class RegexReach {
  /** Where a walk may have got to. */
  private enum At {
    START,
    INSIDE,
    END_OF_NOTHING,
    END
  }

  /** After so many rounds a repetition brings nothing that it had not brought before. */
  private static final int ROUNDS = At.values().length;

  /** Groups may be walked again for each repetition around them. */
  private static final int DEEPEST = 4;

  private final String regex;
  private int at;

  private RegexReach(String regex) {
    this.regex = regex;
  }

  /**
   * Whether no text matches.
   *
   * @param regex one that RE2 accepts
   */
  static boolean isEmpty(String regex) {
    // With flags `^` may stand for the start of a line, and `\Q` hides what looks like syntax.
    boolean plain = !regex.contains("(?") && !regex.contains("\\Q");
    return plain
        && depth(regex) <= DEEPEST
        && new RegexReach(regex).alternatives(EnumSet.of(At.START)).isEmpty();
  }

  private static int depth(String regex) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < regex.length(); i++) {
      depth += regex.charAt(i) == '(' ? 1 : regex.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private Set<At> alternatives(Set<At> from) {
    Set<At> reached = EnumSet.noneOf(At.class);
    reached.addAll(sequence(from));
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      reached.addAll(sequence(from));
    }
    return reached;
  }

  private Set<At> sequence(Set<At> from) {
    Set<At> here = from;
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      int atom = at;
      Set<At> once = atom(here);
      int end = at;
      here = repeated(atom, end, here, once);
    }
    return here;
  }

  /** What an atom reaches with the sign behind it, which stands at {@code end}. */
  private Set<At> repeated(int atom, int end, Set<At> from, Set<At> once) {
    int least = 1;
    boolean more = false;
    char sign = end < regex.length() ? regex.charAt(end) : ' ';
    int brace = sign == '{' ? regex.indexOf('}', end) : -1;
    if (sign == '*' || sign == '?' || sign == '+') {
      least = sign == '+' ? 1 : 0;
      more = sign != '?';
      end++;
    } else if (brace > 0 && isCount(regex.substring(end + 1, brace))) {
      String[] bounds = regex.substring(end + 1, brace).split(",", -1);
      least = Math.min(Integer.parseInt(bounds[0]), ROUNDS);
      more = bounds.length > 1;
      end = brace + 1;
    }
    Set<At> reached = EnumSet.noneOf(At.class);
    Set<At> here = least == 0 ? from : once;
    for (int round = 1; round < least; round++) {
      here = again(atom, here);
    }
    reached.addAll(here);
    if (least == 0) {
      reached.addAll(once);
    }
    for (int round = 0; more && round < ROUNDS; round++) {
      reached.addAll(again(atom, reached));
    }
    at = end < regex.length() && regex.charAt(end) == '?' ? end + 1 : end;
    return reached;
  }

  /**
   * {@code 2}, {@code 2,} or {@code 2,5}; with anything else between them, braces are characters.
   */
  private static boolean isCount(String text) {
    int comma = text.indexOf(',');
    String least = comma < 0 ? text : text.substring(0, comma);
    String most = comma < 0 ? "" : text.substring(comma + 1);
    return !least.isEmpty() && areDigits(least) && areDigits(most);
  }

  private static boolean areDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Set<At> again(int atom, Set<At> from) {
    at = atom;
    return atom(from);
  }

  private Set<At> atom(Set<At> from) {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> {
        Set<At> reached = alternatives(from);
        at++;
        yield reached;
      }
      case '[' -> {
        skipClass();
        yield character(from);
      }
      case '^' -> atStart(from);
      case '$' -> atEnd(from);
      case '\\' -> escaped(from);
      default -> character(from);
    };
  }

  private Set<At> escaped(Set<At> from) {
    char c = regex.charAt(at++);
    return switch (c) {
      case 'A' -> atStart(from);
      case 'z' -> atEnd(from);
      case 'b', 'B' -> from;
      case 'p', 'P', 'x' -> {
        if (at < regex.length() && regex.charAt(at) == '{') {
          at = regex.indexOf('}', at) + 1;
        } else {
          at += c == 'x' ? 2 : 1;
        }
        yield character(from);
      }
      default -> {
        while (Character.isDigit(c) && at < regex.length() && Character.isDigit(regex.charAt(at))) {
          at++;
        }
        yield character(from);
      }
    };
  }

  /** Past the bracket that closes a class; one that stands first is a member. */
  private void skipClass() {
    if (regex.charAt(at) == '^') {
      at++;
    }
    at++;
    int before = at - 1;
    if (regex.charAt(before) == '\\') {
      at++;
    } else if (regex.startsWith("[:", before)) {
      at = regex.indexOf(":]", before) + 2;
    }
    while (regex.charAt(at) != ']') {
      if (regex.charAt(at) == '\\') {
        at += 2;
      } else if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
        at = regex.indexOf(":]", at) + 2;
      } else {
        at++;
      }
    }
    at++;
  }

  private static Set<At> character(Set<At> from) {
    return from.contains(At.START) || from.contains(At.INSIDE)
        ? EnumSet.of(At.INSIDE)
        : EnumSet.noneOf(At.class);
  }

  private static Set<At> atStart(Set<At> from) {
    Set<At> left = EnumSet.of(At.START, At.END_OF_NOTHING);
    left.retainAll(from);
    return left;
  }

  private static Set<At> atEnd(Set<At> from) {
    Set<At> ended = EnumSet.noneOf(At.class);
    for (At each : from) {
      ended.add(each == At.START || each == At.END_OF_NOTHING ? At.END_OF_NOTHING : At.END);
    }
    return ended;
  }
}
