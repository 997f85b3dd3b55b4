package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds characters that YAML does not allow anywhere, not even in a comment. */
final class CharacterCheck {
  private CharacterCheck() {}

  static @Nullable Diagnostic fault(Source source) {
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufeff' && i > 0) {
        return Diagnostic.of(
            ManifestCode.MISPLACED_BYTE_ORDER_MARK,
            new Span(source, i, i + 1),
            "a byte order mark stands inside this document, where kubectl may misread what follows",
            "remove the invisible character U+FEFF");
      }
      if (!isAllowed(c)) {
        return Diagnostic.of(
            ManifestCode.CONTROL_CHARACTER,
            new Span(source, i, i + 1),
            "YAML does not allow the character U+" + hex(c) + ", not even in a comment",
            "remove it, or write it as an escape in double quotes");
      }
    }
    return null;
  }

  /** Surrogates are in pairs here: {@link Lines} has seen to that. */
  private static boolean isAllowed(char c) {
    return (c >= ' ' && c <= '~')
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || c == '\u0085'
        || (c >= '\u00a0' && c <= '\ufffd');
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    String upper = "";
    for (int i = 0; i < digits.length(); i++) {
      char d = digits.charAt(i);
      upper += d >= 'a' ? (char) (d - 'a' + 'A') : d;
    }
    return "0000".substring(Math.min(4, upper.length())) + upper;
  }
}
