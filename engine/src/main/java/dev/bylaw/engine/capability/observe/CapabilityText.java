package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.CapabilityName;
import dev.bylaw.grammar.Span;

/**
 * The text of three sets, as cap_from_text(3) of libcap reads it: {@code =ep cap_sys_resource-ep}.
 */
record CapabilityText(Mask effective, Mask permitted, Mask inheritable) {

  /** What a process can make use of. */
  Mask held() {
    return effective.union(permitted);
  }

  static CapabilityText read(Span span) {
    return new Parser(span).text();
  }

  /** Clause by clause, each a list of names and what is done to the sets for them. */
  private static final class Parser {
    private static final int NUMBERS = 64;

    private final Span span;
    private final String text;
    private int at;
    private long effective;
    private long permitted;
    private long inheritable;

    Parser(Span span) {
      this.span = span;
      this.text = span.text();
    }

    CapabilityText text() {
      skipSpace();
      while (at < text.length()) {
        clause();
        skipSpace();
      }
      return new CapabilityText(new Mask(effective), new Mask(permitted), new Mask(inheritable));
    }

    private void clause() {
      boolean listed = isWordCharacter(peek());
      long list = listed ? list() : Mask.ALL.bits();
      if (!isOperator(peek())) {
        throw fault(at, "`=`, `+` or `-` is missing here");
      }
      action(list, listed);
      while (peek() == '+' || peek() == '-') {
        action(list, listed);
      }
      if (peek() == '=') {
        throw fault(at, "`=` comes first after the names");
      }
      if (at < text.length() && !isSpace(peek())) {
        throw fault(at, "the flags are e, i and p, in small letters");
      }
    }

    private long list() {
      long list = name();
      while (peek() == ',') {
        at++;
        if (!isWordCharacter(peek())) {
          throw fault(at, "the name of a capability is missing after the comma");
        }
        list |= name();
      }
      return list;
    }

    private long name() {
      int from = at;
      while (isWordCharacter(peek())) {
        at++;
      }
      String word = text.substring(from, at);
      if (isDigit(word.charAt(0))) {
        int number = number(word);
        if (number >= 0) {
          return 1L << number;
        }
        throw fault(from, "a capability's number is one of 0 to 63");
      }
      CapabilityName name = CapabilityName.literal(word);
      if (name == null) {
        throw fault(from, "`" + word + "` is no capability that is known, such as cap_chown");
      }
      boolean all = name.capabilities().size() > 1;
      return all ? Mask.ALL.bits() : bit(name.capabilities().iterator().next(), word, from);
    }

    /** Libcap wants the prefix, which a rule may leave out. */
    private long bit(Capability capability, String word, int from) {
      if (word.length() != capability.name().length() + 4) {
        throw fault(from, "`" + word + "` lacks the prefix cap_");
      }
      return 1L << capability.number();
    }

    /** Decimal, hexadecimal or octal, as C reads it; -1 if it is no number of a capability. */
    private static int number(String word) {
      boolean hex = word.length() > 2 && word.charAt(0) == '0' && (word.charAt(1) | 32) == 'x';
      int radix = hex ? 16 : word.charAt(0) == '0' ? 8 : 10;
      int number = 0;
      for (int i = hex ? 2 : 0; i < word.length(); i++) {
        int digit = Character.digit(word.charAt(i), radix);
        if (digit < 0) {
          return -1;
        }
        number = Math.min(number * radix + digit, NUMBERS);
      }
      return number < NUMBERS ? number : -1;
    }

    private void action(long list, boolean listed) {
      int from = at;
      char operator = text.charAt(at++);
      boolean clears = operator == '=';
      if (clears && listed && (peek() == '+' || peek() == '-')) {
        operator = text.charAt(at++);
      }
      if (operator != '=' && !listed) {
        throw fault(from, "`" + operator + "` needs names before it");
      }
      if (clears) {
        apply('-', list, true, true, true);
      }
      int flags = at;
      boolean e = false;
      boolean i = false;
      boolean p = false;
      for (; peek() == 'e' || peek() == 'i' || peek() == 'p'; at++) {
        e |= peek() == 'e';
        i |= peek() == 'i';
        p |= peek() == 'p';
      }
      if (operator != '=' && at == flags) {
        throw fault(at, "a flag (e, i or p) is missing after `" + operator + "`");
      }
      apply(operator, list, e, i, p);
    }

    private void apply(char operator, long list, boolean e, boolean i, boolean p) {
      effective = changed(effective, operator, e ? list : 0);
      inheritable = changed(inheritable, operator, i ? list : 0);
      permitted = changed(permitted, operator, p ? list : 0);
    }

    private static long changed(long set, char operator, long list) {
      return operator == '-' ? set & ~list : set | list;
    }

    private Misread fault(int from, String message) {
      int start = span.start() + Math.min(from, text.length());
      int end = Math.max(Math.max(start, span.start() + at), Math.min(start + 1, span.end()));
      return new Misread(
          new Span(span.source(), start, end),
          "this is no capability text: " + message,
          "a capability text looks like `cap_net_bind_service=ep`");
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpace() {
      while (at < text.length() && isSpace(peek())) {
        at++;
      }
    }

    private static boolean isSpace(char c) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isOperator(char c) {
      return c == '=' || c == '+' || c == '-';
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isWordCharacter(char c) {
      return isDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }
}
