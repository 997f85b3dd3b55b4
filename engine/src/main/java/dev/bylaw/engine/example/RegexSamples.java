package dev.bylaw.engine.example;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that a regular expression matches as a whole: a few of them, the shortest first. What
 * matches in fact is for the evaluator to say; assertions in the middle are passed over.
 */
final class RegexSamples {
  private static final int MOST = 12;
  private static final String PRINTABLE = "ax01-_./:@=,; ABCXYZ\n\t\\\"'~";

  private final String regex;
  private int at;

  private RegexSamples(String regex) {
    this.regex = regex;
  }

  static List<String> of(String regex) {
    List<String> samples = new ArrayList<>(new RegexSamples(regex).alternatives());
    samples.sort((a, b) -> Integer.compare(a.length(), b.length()));
    return samples;
  }

  private Set<String> alternatives() {
    Set<String> samples = new LinkedHashSet<>(sequence());
    while (accept("|")) {
      samples.addAll(sequence());
    }
    return samples;
  }

  private Set<String> sequence() {
    Set<String> samples = new LinkedHashSet<>(Set.of(""));
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      samples = joined(samples, repeated(atom()));
    }
    return samples;
  }

  /** Each of the one with one of the other, and the first of the one with each of the other. */
  private static Set<String> joined(Set<String> left, Set<String> right) {
    Set<String> joined = new LinkedHashSet<>();
    for (String tail : right) {
      for (String head : left) {
        if (joined.size() < MOST) {
          joined.add(head + tail);
        }
      }
    }
    return joined;
  }

  private Set<String> repeated(Set<String> once) {
    Set<String> samples = new LinkedHashSet<>();
    if (accept("*") || accept("?")) {
      samples.add("");
      samples.addAll(once);
    } else if (accept("+")) {
      samples.addAll(once);
    } else if (at < regex.length() && regex.charAt(at) == '{' && regex.indexOf('}', at) > 0) {
      String least = regex.substring(at + 1, regex.indexOf('}', at)).split(",", -1)[0];
      at = regex.indexOf('}', at) + 1;
      int times = least.isEmpty() ? 0 : Integer.parseInt(least);
      once.forEach(text -> samples.add(text.repeat(times)));
    } else {
      return once;
    }
    accept("?");
    return samples;
  }

  private Set<String> atom() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characters();
      case '.' -> Set.of("a");
      case '^', '$' -> Set.of("");
      case '\\' -> escaped();
      default -> Set.of(String.valueOf(c));
    };
  }

  private Set<String> group() {
    if (accept("?")) {
      accept("P");
      int end = at;
      while (end < regex.length() && ":)>".indexOf(regex.charAt(end)) < 0) {
        end++;
      }
      at = end + 1;
      if (end < regex.length() && regex.charAt(end) == ')') {
        return Set.of("");
      }
    }
    Set<String> samples = alternatives();
    accept(")");
    return samples;
  }

  private Set<String> escaped() {
    char c = at < regex.length() ? regex.charAt(at++) : '\\';
    return switch (c) {
      case 'd' -> Set.of("1");
      case 'D', 'w', 'S' -> Set.of("a");
      case 'W', 's' -> Set.of(" ");
      case 'n' -> Set.of("\n");
      case 't' -> Set.of("\t");
      case 'r' -> Set.of("\r");
      case 'A', 'z', 'b', 'B' -> Set.of("");
      default -> Set.of(String.valueOf(c));
    };
  }

  /** A character class: the first few characters that it holds. */
  private Set<String> characters() {
    boolean except = accept("^");
    List<String> members = new ArrayList<>();
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      first = false;
      if (accept("[:")) {
        int end = regex.indexOf(":]", at);
        members.addAll(named(regex.substring(at, Math.max(at, end))));
        at = end < 0 ? regex.length() : end + 2;
        continue;
      }
      String low = accept("\\") ? escaped().iterator().next() : String.valueOf(regex.charAt(at++));
      if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
        at++;
        char high = regex.charAt(at++);
        if (high == '\\') {
          high = regex.charAt(at++);
        }
        for (char c = low.isEmpty() ? high : low.charAt(0); c <= high && c < 0xff; c++) {
          members.add(String.valueOf(c));
        }
      } else {
        members.add(low);
      }
    }
    accept("]");
    Set<String> samples = new LinkedHashSet<>();
    if (except) {
      PRINTABLE
          .chars()
          .mapToObj(c -> String.valueOf((char) c))
          .filter(c -> !members.contains(c))
          .limit(2)
          .forEach(samples::add);
    } else {
      members.stream().limit(2).forEach(samples::add);
    }
    return samples.isEmpty() ? Set.of("a") : samples;
  }

  private static List<String> named(String name) {
    return switch (name) {
      case "digit", "xdigit" -> List.of("1");
      case "upper" -> List.of("A");
      case "space", "blank" -> List.of(" ");
      case "punct" -> List.of("-");
      default -> List.of("a");
    };
  }

  private boolean accept(String text) {
    if (regex.startsWith(text, at)) {
      at += text.length();
      return true;
    }
    return false;
  }
}
