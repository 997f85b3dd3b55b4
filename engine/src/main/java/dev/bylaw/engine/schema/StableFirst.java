package dev.bylaw.engine.schema;

import java.util.Comparator;

/**
 * The order in which Kubernetes prefers versions: {@code v2} before {@code v1} before {@code
 * v1beta2} before {@code v1beta1} before {@code v1alpha1}, and whatever looks like none of these
 * last.
 */
final class StableFirst {
  static final Comparator<ResourceKind> ORDER = StableFirst::compare;

  private StableFirst() {}

  private static int compare(ResourceKind one, ResourceKind other) {
    int order = compare(one.version(), other.version());
    return order != 0 ? order : one.group().compareTo(other.group());
  }

  static int compare(String one, String other) {
    int stability = Integer.compare(stability(one), stability(other));
    if (stability != 0 || stability(one) == 3) {
      return stability != 0 ? stability : one.compareTo(other);
    }
    int major = Integer.compare(number(other, 1), number(one, 1));
    return major != 0 ? major : Integer.compare(minor(other), minor(one));
  }

  private static int stability(String version) {
    int end = endOfNumber(version, 1);
    if (version.isEmpty() || version.charAt(0) != 'v' || end == 1) {
      return 3;
    }
    String rest = version.substring(end);
    if (rest.isEmpty()) {
      return 0;
    }
    for (int i = 1; i <= 2; i++) {
      String word = i == 1 ? "beta" : "alpha";
      if (rest.startsWith(word)
          && rest.length() > word.length()
          && endOfNumber(rest, word.length()) == rest.length()) {
        return i;
      }
    }
    return 3;
  }

  private static int minor(String version) {
    int end = endOfNumber(version, 1);
    int at = end;
    while (at < version.length() && (version.charAt(at) < '0' || version.charAt(at) > '9')) {
      at++;
    }
    return at == version.length() ? 0 : number(version, at);
  }

  private static int number(String text, int from) {
    int number = 0;
    for (int i = from; i < endOfNumber(text, from); i++) {
      number = Math.min(number, 99_999_999) * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static int endOfNumber(String text, int from) {
    int end = Math.min(from, text.length());
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
